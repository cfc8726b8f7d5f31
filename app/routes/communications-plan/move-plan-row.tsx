import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerMoveForm } from "~/features/communications-plan/answer-move-form.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planRowToMove } from "~/features/communications-plan/plan-row-edit.view.server";
import { MoveRow } from "~/features/communications-plan/row-pages";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast, safeReturn } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A row that is to be moved to another plan of the region. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const row = await withRegion(access, (db) => planRowToMove(db, { key: params.period ?? "", id: params.row ?? "" }));
  if (!row) notFound();
  return { row, region: region.name, slug: region.slug };
}

/** Moves a row to another plan, or (`place`) up or down in its own, and then goes back to where that was asked for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const [key, id] = [params.period ?? "", params.row ?? ""];
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerMoveForm(db, { key, id, form }));
  const back = () => safeReturn(form.get("returnTo"), paths.plan(region.slug, key));
  if (answer.ok)
    return redirectWithToast(answer.key ? paths.planRow(region.slug, answer.key, id) : back(), m.plan_moved());
  if (answer.status === 404) notFound();
  return data(answer, { status: answer.status });
}

export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.plan_move_other(), data?.row.channel, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(row.period), to: paths.plan(slug, row.key) },
    { label: row.channel, to: paths.planRow(slug, row.key, row.id) },
    { label: m.plan_move_other() },
  ],
};

export default function MovePlanRow() {
  const { row, slug } = useLoaderData<typeof loader>();
  return <MoveRow row={row} slug={slug} refused={useActionData<typeof action>()} />;
}
