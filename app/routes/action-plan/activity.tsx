import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { activityView } from "~/features/action-plan/activity.view.server";
import { ActivityFacts, StatusForm, StatusHistory } from "~/features/action-plan/activity-page";
import { answerStatusForm } from "~/features/action-plan/answer-status-form.server";
import { readYear } from "~/features/action-plan/plan-of-year";
import { HistoryPanel } from "~/features/audit/history-panel";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { forbidden, notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

type Loaded = Awaited<ReturnType<typeof loader>>;

async function load(request: Request, params: LoaderFunctionArgs["params"]) {
  const { region, roles, access } = await requireRegion(request, params.region, "action-plan.see");
  const year = readYear(params.year);
  const id = params.activity ?? "";
  if (year === null) notFound();
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => activityView(db, { year, id, today, zone: region.zone, roles }));
  if (!view) notFound();
  return { view, today, access, region };
}

/** One activity: what the plan says, where it stands, and all that was said of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, today, region } = await load(request, params);
  return { view, today, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { view, access, region } = await load(request, params);
  if (!view.maySay) {
    if (view.planState === "closed")
      return data({ errors: { form: m.action_plan_is_closed() }, values: {} }, { status: 409 });
    forbidden();
  }
  const answer = await answerStatusForm(await readForm(request), { access, id: view.row.id, now: systemClock() });
  if (!answer.ok) return answer.refusal;
  throw redirectWithToast(paths.activity(region.slug, view.year, view.row.id), m.action_plan_status_saved());
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: [
      loaded?.view.row.name,
      loaded && m.action_plan_title({ year: String(loaded.view.year) }),
      loaded?.region,
      "Samvirk",
    ]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(view.year), to: paths.actionPlan(slug, view.year) },
    { label: view.measure.name },
  ],
};

export default function Activity() {
  const { view, today, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { row, year, area, focusArea, mayEdit, mayRemove, planState } = view;
  return (
    <>
      <PageHead
        title={row.name || m.action_plan_unnamed()}
        sub={`${area} · ${focusArea.name} · ${view.measure.name}`}
        actions={
          mayEdit && (
            <>
              {mayRemove && (
                <LinkButton to={paths.removeActivity(slug, year, row.id)} variant="tertiary" icon="trash">
                  {m.action_plan_remove()}
                </LinkButton>
              )}
              <LinkButton to={paths.editActivity(slug, year, row.id)} variant="secondary" icon="pencil">
                {m.action_plan_edit_activity()}
              </LinkButton>
            </>
          )
        }
      />
      {planState === "closed" && <Note>{m.action_plan_closed_note()}</Note>}
      <Columns
        main={
          <div className="sv-stack">
            <StatusForm view={view} refused={refused} />
            <StatusHistory view={view} slug={slug} />
          </div>
        }
        side={
          <div className="sv-stack">
            <ActivityFacts view={view} slug={slug} today={today} />
            <HistoryPanel lines={view.history} />
          </div>
        }
      />
    </>
  );
}
