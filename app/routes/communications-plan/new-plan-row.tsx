import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { answerRowForm } from "~/features/communications-plan/answer-row-form.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planRowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import { PlanRowForm } from "~/features/communications-plan/plan-row-form";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A row that is to be the last of the plan. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const row = await withRegion(access, (db) => planRowToEdit(db, { key: params.period ?? "", id: null, today }));
  if (!row) notFound();
  return { row: { ...row, does: null }, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const key = params.period ?? "";
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerRowForm(db, { key, id: null, form }));
  if (answer.ok) return redirectWithToast(paths.planRow(region.slug, key, answer.id), m.plan_row_added());
  if (answer.status === 404) notFound();
  return data(answer.refused, { status: answer.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.plan_row_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(row.period), to: paths.plan(slug, row.key) },
    { label: m.plan_row_new() },
  ],
};

export default function NewPlanRow() {
  const { row, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.plan_row_new()} sub={m.plan_title({ period: periodTitle(row.period) })} />
      <PlanRowForm row={row} refused={refused} cancelTo={paths.plan(slug, row.key)} />
    </>
  );
}
