import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { activityFormView } from "~/features/action-plan/activity.view.server";
import { answerActivityForm } from "~/features/action-plan/answer-activity-form.server";
import { moveActivity, readWhither } from "~/features/action-plan/move-activity.server";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast, safeReturn } from "~/platform/http/responses.server";

/** The plan of the address and the activity in it; "new" is one to be added. */
async function placeOf(request: Request, { activity, ...params }: LoaderFunctionArgs["params"]) {
  const id = activity === "new" ? null : (activity ?? "");
  const { region, access, year } = await requireYear(request, { ...params, ...(id !== null && { activity: id }) });
  return { region, access, year, id, today: todayIn(region.zone, systemClock()) };
}

/** An activity as the form in the table needs it, in JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, year, id, today } = await placeOf(request, params);
  const view = await withRegion(access, (db) => activityFormView(db, { year, today, id }));
  if (!view) notFound();
  return Response.json(view, { headers: { "Cache-Control": "no-store" } });
}

/**
 * Saves or adds an activity from the table, or puts it beside another of its measure (`place`), which without script
 * leads back to the table (`returnTo`). The answer is JSON: 200, 400 with what must be mended, 409 where another was
 * first or the plan is closed.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year, id, today } = await placeOf(request, params);
  const form = await readForm(request);
  if (form.has("place")) {
    const whither = readWhither(form.get("place"));
    if (id === null || !whither) notFound();
    const moved = await withRegion(access, (db) => moveActivity(db, id, whither));
    if (!moved.ok && moved.reason === "not-found") notFound();
    if (!form.has("returnTo")) return Response.json(moved, { status: moved.ok ? 200 : 409 });
    const said = moved.ok
      ? m.action_plan_moved({ name: moved.name || m.action_plan_unnamed(), place: moved.place })
      : m.action_plan_is_closed();
    return redirectWithToast(safeReturn(form.get("returnTo"), paths.actionPlan(region.slug, year)), said);
  }
  const kept = await answerActivityForm(form, { access, year, id, today });
  if (kept.ok) return Response.json(kept);
  return Response.json({ ok: false, refused: kept.refused }, { status: kept.status });
}
