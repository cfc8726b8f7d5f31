import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { rowChoices } from "~/features/communications-plan/row-choices.view.server";
import { answerPublicationForm } from "~/features/publications/answer-publication-form.server";
import { publicationToEdit } from "~/features/publications/publication.view.server";
import { publicationActorOptions } from "~/features/publications/publication-actors.view.server";
import { PublicationForm } from "~/features/publications/publication-form";
import { requirePublication } from "~/features/publications/require-publication.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** A publication as it stands, to be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, publicationId } = await requirePublication(request, params);
  const loaded = await withRegion(access, async (db) => {
    const publication = await publicationToEdit(db, publicationId);
    if (!publication) return null;
    const options = await publicationActorOptions(db, { roles, before: publication.actorId });
    return { publication, options, rows: await rowChoices(db, publication.planRowId) };
  });
  return { ...(loaded ?? notFound()), region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, roles, access, publicationId } = await requirePublication(request, params);
  const result = await answerPublicationForm(await readForm(request), { access, roles, id: publicationId });
  if (!result.ok) return result.refusal;
  throw redirectWithToast(paths.publication(region.slug, publicationId), m.publications_saved());
}

export const handle: Handle<{ publication: { id: string; title: string } }> = {
  crumb: ({ publication }, slug) => [
    { label: m.publications_title(), to: paths.publications(slug) },
    { label: publication.title, to: paths.publication(slug, publication.id) },
    { label: m.common_edit() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [`${m.publications_edit()}: ${data?.publication.title ?? ""}`, data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export default function EditPublication() {
  const { publication, options, rows, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.publications_edit()} sub={publication.title} />
      <PublicationForm
        values={publication.values}
        version={publication.version}
        refused={refused}
        options={options}
        rows={rows}
        submit={m.publications_save()}
        cancelTo={paths.publication(slug, publication.id)}
      />
    </>
  );
}
