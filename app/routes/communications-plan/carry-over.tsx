import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  type RefusedCarry,
  readCarryForm,
  refusedCarry,
  targetInForm,
} from "~/features/communications-plan/answer-carry-over.server";
import { carryOverView } from "~/features/communications-plan/carry-over.view.server";
import { CarryOverPage } from "~/features/communications-plan/carry-over-page";
import { periodTitle } from "~/features/communications-plan/period-title";
import { requireRegion } from "~/features/regions/membership.server";
import { carryOverPlan } from "~/features/responsibility/carry-over.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The rows of a plan as they would be in another period; which one is in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const query = new URL(request.url).searchParams;
  const wanted = { to: query.get("to"), from: query.get("from"), until: query.get("until") };
  const view = await withRegion(access, (db) => carryOverView(db, { key: params.period ?? "", wanted }));
  if (!view) notFound();
  return { view, region: region.name, slug: region.slug };
}

/** Copies the rows that are ticked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const sent = await readForm(request);
  const form = readCarryForm(sent);
  const refuse = (status: number, result: Parameters<typeof refusedCarry>[1]) =>
    data<RefusedCarry>(refusedCarry(form, result), { status });
  if (Object.keys(form.errors).length > 0) return refuse(400, { reason: "too-long" });
  const target = targetInForm(sent);
  if (!target) return refuse(400, { ok: false, reason: "target-gone" });
  const { rows, notes, text, again } = form;
  const result = await withRegion(access, (db) =>
    carryOverPlan(db, { key: params.period ?? "", target, rows, notes, text, again }),
  );
  if (!result.ok && result.reason === "not-found") notFound();
  if (!result.ok) return refuse(result.reason === "nothing-chosen" ? 400 : 409, result);
  return redirectWithToast(
    paths.plan(region.slug, result.target.key),
    m.plan_carry_done({ n: result.rows.length, period: periodTitle(result.target) }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.plan_carry_title({ period: periodTitle(data.view.source) }), data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(view.source), to: paths.plan(slug, view.source.key) },
    { label: m.plan_carry() },
  ],
};

export default function CarryOver() {
  const { view, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const period = periodTitle(view.source);
  return (
    <>
      <PageHead title={m.plan_carry_title({ period })} sub={m.plan_carry_sub({ period })} />
      <CarryOverPage view={view} slug={slug} refused={refused} />
    </>
  );
}
