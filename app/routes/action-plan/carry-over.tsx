import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actionPlanView } from "~/features/action-plan/action-plan.view.server";
import { carryOver } from "~/features/action-plan/carry-over.server";
import { CarryOverForm, type RefusedCarry } from "~/features/action-plan/carry-over-page";
import { carryOverSchema } from "~/features/action-plan/plan-forms.schema";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Which activities of a plan go on into another year's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  const today = todayIn(region.zone, systemClock());
  const view = year === null ? null : await withRegion(access, (db) => actionPlanView(db, year, { today }));
  if (!view) notFound();
  return { view, year: view.plan.year, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year: from } = await requireYear(request, params);
  const form = await readForm(request);
  const parsed = parseForm(form, carryOverSchema());
  const typed = {
    to: String(form.get("to") ?? ""),
    ids: form.getAll("ids[]").map(String),
    texts: form.get("texts") === "yes",
  };
  if (!parsed.ok) return data<RefusedCarry>({ errors: parsed.errors, ...typed }, { status: 400 });
  const { to, ids, texts } = parsed.value;
  const input = { from, to, ids: new Set(ids), texts: texts === "yes" };
  const carried = await withRegion(access, (db) => carryOver(db, input));
  if (carried.ok) {
    const { count, already } = carried;
    const words = m.action_plan_carried({ n: count });
    throw redirectWithToast(
      paths.actionPlan(region.slug, to),
      already > 0 ? `${words} ${m.action_plan_carried_before({ n: already })}` : words,
    );
  }
  if (carried.reason === "not-found") notFound();
  const refusals: Record<typeof carried.reason, Record<string, string>> = {
    "nothing-chosen": { form: m.action_plan_carry_nothing() },
    "row-gone": { form: m.common_changed_meanwhile() },
    closed: { to: m.action_plan_carry_closed() },
    "same-year": { to: m.action_plan_carry_same() },
  };
  return data<RefusedCarry>({ errors: refusals[carried.reason], ...typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_carry(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ year }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: m.action_plan_carry() },
  ],
};

export default function CarryOverActionPlan() {
  const { view, year, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.action_plan_carry()} sub={`${planTitle(year)}. ${m.action_plan_carry_sub()}`} />
      <CarryOverForm view={view} slug={slug} refused={refused} />
    </>
  );
}
