import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { doesOfRow } from "~/features/automation/row-does.view.server";
import { answerRowForm } from "~/features/communications-plan/answer-row-form.server";
import { placePlanRow } from "~/features/communications-plan/move-plan-row.server";
import { planRowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import { readPlace } from "~/features/communications-plan/read-place";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** The row of an address; "new" is one to be added. */
const rowIn = (row: string | undefined) => (row === "new" ? null : (row ?? ""));

/** A row as the form in the table needs it, in JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const today = todayIn(region.zone, new Date());
  const row = await withRegion(access, async (db) => {
    const found = await planRowToEdit(db, { key: params.period ?? "", id: rowIn(params.row), today });
    return found && { ...found, does: await doesOfRow(db, found) };
  });
  if (!row || row.closed) notFound();
  return Response.json(row, { headers: { "Cache-Control": "no-store" } });
}

/**
 * Saves or adds a row from the table, or puts it beside another (`place`). The answer is JSON: 200, 400 with what must
 * be mended, 409 with what stands where another was first and where the plan has been closed.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access } = await requireRegion(request, params.region, "plan.edit");
  const form = await readForm(request);
  const [key, id] = [params.period ?? "", rowIn(params.row)];
  if (form.has("place")) {
    const place = readPlace(form.get("place"));
    const placed = id && place && (await withRegion(access, (db) => placePlanRow(db, { key, id, ...place })));
    if (!placed || (!placed.ok && placed.reason === "not-found")) notFound();
    return Response.json(placed, { status: placed.ok ? 200 : 409 });
  }
  const answer = await withRegion(access, (db) => answerRowForm(db, { key, id, form }));
  if (answer.ok) return Response.json({ ok: true, id: answer.id });
  if (answer.status === 404) notFound();
  return Response.json({ ok: false, refused: answer.refused }, { status: answer.status });
}
