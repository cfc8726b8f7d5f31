import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { doesOfRow } from "~/features/automation/row-does.view.server";
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

/** The row as it stands, to be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const row = await withRegion(access, async (db) => {
    const found = await planRowToEdit(db, { key: params.period ?? "", id: params.row ?? "", today });
    return found && { ...found, does: await doesOfRow(db, found) };
  });
  if (!row) notFound();
  return { row, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const [key, id] = [params.period ?? "", params.row ?? ""];
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerRowForm(db, { key, id, form }));
  if (answer.ok) return redirectWithToast(paths.planRow(region.slug, key, id), m.plan_row_saved());
  if (answer.status === 404) notFound();
  return data(answer.refused, { status: answer.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.plan_edit_title({ row: data.row.cells.channel }), data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(row.period), to: paths.plan(slug, row.key) },
    { label: row.cells.channel, to: paths.planRow(slug, row.key, row.id ?? "") },
    { label: m.common_edit() },
  ],
};

export default function EditPlanRow() {
  const { row, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.plan_edit_row()} sub={row.cells.channel} />
      <PlanRowForm row={row} refused={refused} cancelTo={paths.planRow(slug, row.key, row.id ?? "")} />
    </>
  );
}
