import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { HistoryPanel } from "~/features/audit/history-panel";
import { answerNoteForm } from "~/features/newsletters/answer-note-form.server";
import { dropNote } from "~/features/newsletters/keep-note.server";
import { NoteForm } from "~/features/newsletters/note-form";
import { NotePage, RemoveNote } from "~/features/newsletters/note-page";
import { noteOptions } from "~/features/newsletters/notes.view.server";
import { readNote } from "~/features/newsletters/read-note.server";
import { requireNote } from "~/features/newsletters/require-note.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

/** A note: to be changed by those who may until it has gone out. `remove` in the address asks before it is taken away. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, note: found, mayEdit } = await requireNote(request, params, { edit: false });
  const { heading, body, ...note } = found;
  const options = mayEdit ? await withRegion(access, (db) => noteOptions(db, { roles, before: found })) : null;
  return {
    note: { ...note, ...readNote({ heading, body }) },
    options,
    removing: mayEdit && new URL(request.url).searchParams.has("remove"),
    languages: offeredLanguages(region.languages),
    region: region.name,
    slug: region.slug,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, roles, access, note } = await requireNote(request, params, { edit: true });
  const form = await readForm(request);
  if (form.get("intent") === "remove") {
    const dropped = await withRegion(access, (db) => dropNote(db, note.id));
    if (dropped.ok) throw redirectWithToast(paths.newsletterNotes(region.slug), m.newsletters_notes_removed());
    if (dropped.reason === "not-found") notFound();
    return data({ errors: { form: m.newsletters_notes_used_refusal() }, values: {} }, { status: 409 });
  }
  const result = await answerNoteForm(form, { access, roles, id: note.id });
  if (!result.ok) return result.refusal;
  throw redirectWithToast(paths.newsletterNotes(region.slug), m.newsletters_notes_saved());
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ note: { title: string } }> = {
  crumb: ({ note }, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: m.newsletters_notes(), to: paths.newsletterNotes(slug) },
    { label: note.title },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [loaded?.note.title, m.newsletters_notes(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function NewsletterNote() {
  const { note, options, removing, languages, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={note.title}
        facts={[
          { icon: "buildings", text: note.actor },
          { icon: "mail", text: note.newsletter },
        ]}
        actions={
          options &&
          !removing && (
            <LinkButton to={`${paths.newsletterNote(slug, note.id)}?remove`} variant="tertiary" icon="trash">
              {m.newsletters_notes_remove()}
            </LinkButton>
          )
        }
      />
      {removing && <RemoveNote note={note} slug={slug} />}
      {options ? (
        <Columns
          main={
            <NoteForm
              values={note.values}
              version={note.version}
              options={options}
              languages={languages}
              refused={refused}
              submit={m.newsletters_notes_save()}
              cancelTo={paths.newsletterNotes(slug)}
            />
          }
          side={<HistoryPanel lines={note.history} />}
        />
      ) : (
        <NotePage note={note} />
      )}
    </>
  );
}
