import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HistoryPanel } from "~/features/audit/history-panel";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { answerRowForm } from "~/features/reports/answer-row-form.server";
import { rowView } from "~/features/reports/row.view.server";
import { RemoveAsked, RemoveRow, RowFacts, RowPanel, WhichActivity } from "~/features/reports/row-page";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { forbidden, notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

type Loaded = Awaited<ReturnType<typeof loader>>;

async function load(request: Request, params: LoaderFunctionArgs["params"]) {
  const { region, roles, access } = await requireRegion(request, params.region, "reports.see");
  const today = todayIn(region.zone, systemClock());
  const asked = { roundId: params.round ?? "", id: params.reportRow ?? "", today, roles };
  const view = await withRegion(access, (db) => rowView(db, asked));
  if (!view) notFound();
  return { view, access, region, today };
}

/** One row of a round: what it is, what is asked, and what was answered last time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, region } = await load(request, params);
  return { view, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { view, access, region, today } = await load(request, params);
  const { row, round, mayFill, mayEdit } = view;
  if (!mayFill && !mayEdit && round.state !== "submitted") forbidden();
  const answered = await answerRowForm(await readForm(request), {
    ...{ access, id: row.id, version: row.version, today, now: systemClock(), mayFill, mayEdit },
  });
  if (!answered.ok) return answered.refusal;
  const to = answered.removed ? paths.round(region.slug, round.id) : paths.reportRow(region.slug, round.id, row.id);
  throw redirectWithToast(to, answered.said);
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

const titleOf = ({ row }: Loaded["view"]) => row.activity || row.measure || m.action_plan_unnamed();

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data && titleOf(data.view), data?.view.round.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: view.round.name, to: paths.round(slug, view.round.id) },
    { label: m.reports_row() },
  ],
};

export default function ReportRow() {
  const { view, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { row, round, beside } = view;
  return (
    <>
      <PageHead
        title={titleOf(view)}
        sub={[round.name, row.area, row.focusArea].filter(Boolean).join(" · ")}
        actions={
          <>
            {beside.before && (
              <LinkButton to={paths.reportRow(slug, round.id, beside.before)} variant="tertiary" icon="arrow-left">
                {m.reports_row_before()}
              </LinkButton>
            )}
            {beside.after && (
              <LinkButton to={paths.reportRow(slug, round.id, beside.after)} variant="tertiary" icon="arrow-right">
                {m.reports_row_after()}
              </LinkButton>
            )}
          </>
        }
      />
      <Columns
        main={
          <div className="sv-stack">
            {refused?.asks && <RemoveAsked view={view} slug={slug} />}
            <WhichActivity view={view} slug={slug} refused={refused} />
            <RowPanel view={view} slug={slug} refused={refused} />
          </div>
        }
        side={
          <div className="sv-stack">
            <RowFacts view={view} slug={slug} refused={refused} />
            {view.mayEdit && !refused?.asks && <RemoveRow view={view} />}
            <HistoryPanel lines={view.history} />
          </div>
        }
      />
    </>
  );
}
