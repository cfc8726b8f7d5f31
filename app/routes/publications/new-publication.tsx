import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { rowChoices, rowToLog } from "~/features/communications-plan/row-choices.view.server";
import { nameBook } from "~/features/groups/name-book.view.server";
import { answerPublicationForm } from "~/features/publications/answer-publication-form.server";
import { publicationActorOptions } from "~/features/publications/publication-actors.view.server";
import { PublicationForm } from "~/features/publications/publication-form";
import { requirePublicationMaker } from "~/features/publications/require-publication.server";
import { startValues } from "~/features/publications/start-values";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

/** A new publication; `row` in the address is the plan row it comes of, which fills in what it says. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requirePublicationMaker(request, params.region);
  const asked = new URL(request.url).searchParams.get("row");
  const view = await withRegion(access, async (db) => {
    const row = await rowToLog(db, asked);
    const options = await publicationActorOptions(db, { roles, before: null });
    const values = startValues({
      row,
      names: row && (await nameBook(db)),
      options,
      today: todayIn(region.zone, new Date()),
    });
    return { row, options, values, rows: await rowChoices(db, row?.id ?? null) };
  });
  return { ...view, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, roles, access } = await requirePublicationMaker(request, params.region);
  const result = await answerPublicationForm(await readForm(request), { access, roles, id: null });
  if (!result.ok) return result.refusal;
  throw redirectWithToast(paths.publication(region.slug, result.id), m.publications_made());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.publications_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.publications_title(), to: paths.publications(slug) },
    { label: m.publications_new() },
  ],
};

export default function NewPublication() {
  const { row, values, options, rows, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.publications_new()} sub={m.publications_new_lead()} />
      {row && (
        <Note>
          {m.publications_from_row({ row: [row.channel || row.title, row.timing].filter(Boolean).join(", ") })}
        </Note>
      )}
      <PublicationForm
        values={values}
        version={0}
        refused={refused}
        options={options}
        rows={rows}
        submit={m.publications_make()}
        cancelTo={paths.publications(slug)}
      />
    </>
  );
}
