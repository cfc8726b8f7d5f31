import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { HistoryPanel } from "~/features/audit/history-panel";
import { BodiesTabs } from "~/features/bodies/bodies-page";
import { answerPlanForm } from "~/features/meeting-plan/answer-plan-form.server";
import { DecidePlan, DecisionPanel } from "~/features/meeting-plan/decision-panel";
import { meetingPlanView } from "~/features/meeting-plan/meeting-plan.view.server";
import { NoPlan } from "~/features/meeting-plan/no-plan";
import { MeetingForm, PlanTable } from "~/features/meeting-plan/plan-table";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { Segments } from "~/ui/tabs";
import { Tag } from "~/ui/tag";

const yearOf = (text: string | undefined) => (text && /^(19|20)\d\d$/.test(text) ? Number(text) : notFound());

/** The meeting plan of a year; `add`, `meeting` (to change) and `decide` in the address open what they name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "bodies.see");
  const year = yearOf(params.year);
  const today = todayIn(region.zone, systemClock());
  const mayEdit = can(roles, "bodies.edit");
  const asked = new URL(request.url).searchParams;
  const view = await withRegion(access, (db) => meetingPlanView(db, { year, today }));
  const open = mayEdit && view.plan?.state !== "decided";
  return {
    ...view,
    ...{ mayEdit, slug: region.slug, region: region.name, thisYear: Number(today.slice(0, 4)) },
    adding: open && asked.has("add"),
    editing: open ? asked.get("meeting") : null,
    deciding: open && asked.has("decide") && view.plan !== null && !view.plan.underWay,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, personId } = await requireRegion(request, params.region, "bodies.edit");
  const year = yearOf(params.year);
  const form = await readForm(request);
  const { zone, slug } = region;
  const now = new Date();
  const today = todayIn(zone, systemClock());
  const answer = await withRegion(access, (db) =>
    answerPlanForm(db, { form, year, today, responsibleId: personId, zone, now }),
  );
  if (answer === null) return notFound();
  if (!answer.ok) return data(answer, { status: answer.version === undefined ? 400 : 409 });
  return redirectWithToast(paths.meetingPlan(slug, year), answer.done);
}

/** Also after a refusal, which may be because of what others have changed. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ year: number }> = {
  crumb: ({ year }, slug) => [
    { label: m.bodies_title(), to: paths.bodies(slug) },
    { label: m.bodies_plan_title({ year }) },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [view && m.bodies_plan_title({ year: view.year }), view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function MeetingPlan() {
  const view = useLoaderData<typeof loader>();
  const { plan, year, years, thisYear, bodies, slug, mayEdit, adding, editing, deciding } = view;
  const refusal = useActionData<typeof action>() ?? null;
  const about = (form: "meeting" | "plan") => (refusal?.about === form ? refusal : null);
  const page = paths.meetingPlan(slug, year);
  const shown = [...new Set([...years, thisYear - 1, thisYear, thisYear + 1, year])].sort((a, b) => a - b);
  const open = mayEdit && plan?.state !== "decided" && bodies.length > 0;
  return (
    <>
      <PageHead
        title={m.bodies_plan_title({ year })}
        sub={m.bodies_plan_sub()}
        tag={
          plan && (
            <Tag tone={plan.state === "decided" ? "success" : "neutral"}>
              {plan.state === "decided" ? m.bodies_plan_state_decided() : m.bodies_plan_state_proposed()}
            </Tag>
          )
        }
        actions={
          open &&
          plan &&
          !adding && (
            <LinkButton to={`${page}?add#meeting`} icon="plus" variant="secondary">
              {m.bodies_plan_add()}
            </LinkButton>
          )
        }
      />
      <BodiesTabs slug={slug} current="plan" year={thisYear} />
      <Segments
        label={m.bodies_plan_years()}
        items={shown.map((each) => ({
          to: paths.meetingPlan(slug, each),
          label: String(each),
          current: each === year,
        }))}
      />
      {refusal?.about === "plan" && <FormProblems errors={refusal.errors} />}
      {deciding && plan && <DecidePlan plan={plan} slug={slug} year={year} />}
      {adding && (
        <Panel title={m.bodies_plan_add()}>
          <PanelBody>
            <MeetingForm
              {...{ year, slug, bodies, row: null, version: plan?.version ?? 0, refusal: about("meeting") }}
            />
          </PanelBody>
        </Panel>
      )}
      {plan && plan.state === "proposed" && plan.clashes > 0 && (
        <Note tone="warning" title={m.bodies_plan_clashes({ n: plan.clashes })}>
          {m.bodies_plan_clashes_why()}
        </Note>
      )}
      {plan && plan.meetings > 0 ? (
        <>
          <PlanTable {...{ slug, year, plan, bodies, mayEdit, editing, refusal: about("meeting") }} />
          <Columns
            side={<HistoryPanel lines={view.history} />}
            main={<DecisionPanel {...{ plan, bodies, slug, year, mayEdit, refusal: about("plan") }} />}
          />
        </>
      ) : (
        !adding && <NoPlan {...{ slug, year, mayEdit, bodies, last: plan ? 0 : view.last }} />
      )}
    </>
  );
}
