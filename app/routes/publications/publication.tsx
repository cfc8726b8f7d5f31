import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isPlanned } from "~/domain/publications/kinds";
import { dropPublication } from "~/features/publications/drop-publication.server";
import { publicationView } from "~/features/publications/publication.view.server";
import { publicationActors } from "~/features/publications/publication-actors.view.server";
import { PublicationPage, RemovePublication } from "~/features/publications/publication-page";
import { kindIcons, kindNames } from "~/features/publications/publication-words";
import { requirePublication } from "~/features/publications/require-publication.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Tag } from "~/ui/tag";

/** Something said elsewhere. `remove` in the address asks before it is removed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "publications.see");
  const id = params.publication ?? "";
  const loaded = await withRegion(access, async (db) => {
    const publication = await publicationView(db, id);
    return publication && { publication, actorIds: (await publicationActors(db, id)) ?? [] };
  });
  if (!loaded) notFound();
  const mayEdit = can(roles, "publications.edit", { actorIds: loaded.actorIds });
  return {
    publication: loaded.publication,
    mayEdit,
    removing: mayEdit && new URL(request.url).searchParams.has("remove"),
    today: todayIn(region.zone, new Date()),
    region: region.name,
    slug: region.slug,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, publicationId } = await requirePublication(request, params);
  if ((await readForm(request)).get("intent") !== "remove") return data(null, { status: 400 });
  const dropped = await withRegion(access, (db) => dropPublication(db, publicationId));
  if (!dropped.ok) notFound();
  throw redirectWithToast(paths.publications(region.slug), m.publications_removed({ title: dropped.title }));
}

export const handle: Handle<{ publication: { title: string } }> = {
  crumb: ({ publication }, slug) => [
    { label: m.publications_title(), to: paths.publications(slug) },
    { label: publication.title },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.publication.title, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Publication() {
  const { publication, mayEdit, removing, today, slug } = useLoaderData<typeof loader>();
  const { id, title, kind, day, place, author, actor, open } = publication;
  return (
    <>
      <PageHead
        title={title}
        tag={
          <>
            {isPlanned(publication, today) && <Tag>{m.publications_planned()}</Tag>}
            {open && <Tag icon="globe">{m.publications_is_open()}</Tag>}
          </>
        }
        facts={[
          { icon: kindIcons[kind], text: kindNames[kind]() },
          { icon: "calendar", text: asSentence(formatDate(day, getLocale())) },
          ...(place ? [{ icon: "pin" as const, text: place }] : []),
          ...(author ? [{ icon: "person" as const, text: author }] : []),
          ...(actor
            ? [{ icon: "buildings" as const, text: <Link to={paths.actor(slug, actor.id)}>{actor.name}</Link> }]
            : []),
        ]}
        actions={
          mayEdit && (
            <>
              {!removing && (
                <LinkButton to={`${paths.publication(slug, id)}?remove`} variant="tertiary" icon="trash">
                  {m.publications_remove()}
                </LinkButton>
              )}
              <LinkButton to={paths.editPublication(slug, id)} variant="secondary" icon="pencil">
                {m.common_edit()}
              </LinkButton>
            </>
          )
        }
      />
      {removing && <RemovePublication publication={publication} slug={slug} />}
      <PublicationPage publication={publication} slug={slug} today={today} />
    </>
  );
}
