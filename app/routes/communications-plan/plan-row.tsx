import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { can } from "~/domain/auth/permissions";
import { meantAudience } from "~/features/audiences/meant-audience.view.server";
import { ruleOfRow } from "~/features/automation/rule.view.server";
import { answerSayForm } from "~/features/communications-plan/answer-say-form.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planRowDetail } from "~/features/communications-plan/plan-row.view.server";
import { PlanRowPage, type RowRights } from "~/features/communications-plan/plan-row-page";
import { RowClashNote } from "~/features/communications-plan/row-clashes";
import { RowPageMenu } from "~/features/communications-plan/row-menu";
import { reasonId } from "~/features/communications-plan/row-times";
import { namedIn } from "~/features/groups/named-in.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { clashesByRow, shownClashes } from "~/features/responsibility/clashes.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

/** Written into the page by the server; the browser loads it for those who see it, and when it has the rest. */
const RowRule = import.meta.env.SSR
  ? (await import("~/features/automation/row-rule")).RowRule
  : lazy(() => import("~/features/automation/row-rule").then(({ RowRule }) => ({ default: RowRule })));

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One row of the plan. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "plan.see");
  const now = new Date();
  const today = todayIn(region.zone, now);
  const loaded = await withRegion(access, async (db) => {
    const key = params.period ?? "";
    const row = await planRowDetail(db, { key, id: params.row ?? "", today });
    if (!row) return null;
    const clashes = clashesByRow(await shownClashes(db, { key, today })).get(row.id) ?? [];
    const { personIds: _, ...audience } = await meantAudience(
      db,
      { audienceId: row.audienceId, cell: row.cells.audience },
      new Date(today),
    );
    const rule = can(roles, "automation.see")
      ? await ruleOfRow(db, { rowId: row.id, period: row.period, now, today })
      : null;
    return { row, clashes, audience, rule, names: await namedIn(db, row.cells.responsible) };
  });
  if (!loaded) notFound();
  const own = { actorIds: roles.flatMap(({ actorId }) => actorId ?? []) };
  const isOpen = loaded.row.planState !== "closed";
  const may: RowRights = {
    edit: isOpen && can(roles, "plan.edit"),
    makeEvent: isOpen && can(roles, "events.edit", own),
    publish: can(roles, "publications.edit", own),
    seeAudiences: can(roles, "audiences.see"),
    bindAudiences: can(roles, "audiences.edit"),
    bindNames: can(roles, "actors.edit"),
  };
  return { ...loaded, may, region: region.name, slug: region.slug };
}

/** Says where one time of the row stands, or takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const [key, rowId] = [params.period ?? "", params.row ?? ""];
  const said = await answerSayForm(await readForm(request), { access, rowId });
  if (!said.ok) return data(said.refused, { status: 400 });
  return redirectWithToast(`${paths.planRow(region.slug, key, rowId)}#times`, said.done);
}

/** Also after a refusal, so that what is shown is what stands. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.row.cells.channel, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(row.period), to: paths.plan(slug, row.key) },
    { label: row.cells.channel },
  ],
};

export default function PlanRow() {
  const { row, clashes, names, audience, rule, slug, may } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={row.cells.channel}
        sub={row.cells.theme}
        actions={
          <>
            {may.edit && <RowPageMenu row={row} slug={slug} />}
            {may.edit && (
              <LinkButton to={paths.editPlanRow(slug, row.key, row.id)} variant="secondary" icon="pencil">
                {m.common_edit()}
              </LinkButton>
            )}
            {may.makeEvent && row.proposable && (
              <LinkButton to={paths.rowProposals(slug, row.key, row.id)} icon="calendar">
                {m.plan_propose_dates()}
              </LinkButton>
            )}
          </>
        }
      />
      {row.planState === "closed" && <Note>{m.plan_closed_note()}</Note>}
      {refused && <FormProblems errors={refused.errors} ids={{ reason: reasonId(refused.values) }} />}
      <RowClashNote clashes={clashes} />
      <PlanRowPage
        row={row}
        names={names}
        audience={audience}
        slug={slug}
        may={may}
        refused={refused}
        automation={
          rule && (
            <Suspense>
              <RowRule rule={rule} slug={slug} />
            </Suspense>
          )
        }
      />
    </>
  );
}
