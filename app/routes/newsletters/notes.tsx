import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { NewsletterTabs } from "~/features/newsletters/newsletter-tabs";
import { NoteTable } from "~/features/newsletters/note-table";
import { notesView, readNotesAsked } from "~/features/newsletters/notes.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Segments } from "~/ui/tabs";

/** What the actors want said in the next issue. `show=used` in the address: what has been said. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "newsletters.see");
  const asked = readNotesAsked(new URL(request.url).searchParams);
  const view = await withRegion(access, (db) => notesView(db, { asked, roles }));
  const own = roles.flatMap(({ actorId }) => actorId ?? []);
  return { view, mayMake: can(roles, "notes.edit", { actorIds: own }), region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.newsletters_notes(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: m.newsletters_notes() },
  ],
};

export default function Notes() {
  const { view, mayMake, slug } = useLoaderData<typeof loader>();
  const { notes, counts, used, next, zone } = view;
  const base = paths.newsletterNotes(slug);
  const add = mayMake && (
    <LinkButton to={paths.newNote(slug)} icon="plus">
      {m.newsletters_notes_new()}
    </LinkButton>
  );
  const empty = counts.waiting + counts.used === 0;
  return (
    <>
      <PageHead title={m.newsletters_notes()} sub={m.newsletters_notes_lead()} actions={!empty && add} />
      <NewsletterTabs slug={slug} current="notes" notes={counts.waiting} />
      {counts.used > 0 && (
        <Segments
          label={m.newsletters_notes_show()}
          items={[
            { to: base, label: m.newsletters_notes_waiting({ n: counts.waiting }), current: !used },
            { to: `${base}?show=used`, label: m.newsletters_notes_used({ n: counts.used }), current: used },
          ]}
        />
      )}
      {notes.length > 0 ? (
        <NoteTable notes={notes} slug={slug} zone={zone} used={used} />
      ) : (
        <EmptyState
          icon="chat"
          title={m.newsletters_notes_none()}
          why={mayMake ? m.newsletters_notes_none_why() : m.newsletters_notes_none_wait()}
          action={add}
        />
      )}
      {next && <ShowMore to={`${base}?${used ? "show=used&" : ""}before=${next}`} label={m.common_next_50()} />}
    </>
  );
}
