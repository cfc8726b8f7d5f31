import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HistoryPanel } from "~/features/audit/history-panel";
import { requireRegion } from "~/features/regions/membership.server";
import { answerFormForm } from "~/features/reports/answer-form-form.server";
import { formView } from "~/features/reports/form.view.server";
import { FormPartPanel, RoundFactsForm } from "~/features/reports/form-page";
import { RoundHead } from "~/features/reports/round-head";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { Columns } from "~/ui/panel";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** What a round asks for: it may be changed until the report is submitted. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "reports.edit");
  const view = await withRegion(access, (db) => formView(db, params.round ?? "", region.zone));
  if (!view) notFound();
  return { view, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "reports.edit");
  const id = params.round ?? "";
  const answered = await answerFormForm(await readForm(request), { access, id });
  if (!answered.ok) return answered.refusal;
  throw redirectWithToast(paths.roundForm(region.slug, id), answered.said);
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.reports_tab_form(), data?.view.round.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: view.round.name, to: paths.round(slug, view.round.id) },
    { label: m.reports_tab_form() },
  ],
};

export default function RoundFormPage() {
  const { view, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const open = view.round.state !== "submitted";
  return (
    <>
      <RoundHead round={view.round} slug={slug} tab="form" mayEdit />
      {!open && <Note>{m.reports_frozen()}</Note>}
      <Columns
        main={
          open && (
            <div className="sv-stack">
              <FormPartPanel part="columns" view={view} refused={refused} />
              <FormPartPanel part="texts" view={view} refused={refused} />
              <FormPartPanel part="figures" view={view} refused={refused} />
            </div>
          )
        }
        side={
          <div className="sv-stack">
            {open && <RoundFactsForm view={view} refused={refused} />}
            <HistoryPanel lines={view.history} />
          </div>
        }
      />
    </>
  );
}
