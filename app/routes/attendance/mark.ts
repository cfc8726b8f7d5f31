import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { cameTo } from "~/features/attendance/attendance.view.server";
import { refusalWords } from "~/features/attendance/attendance-words";
import { markAttendance } from "~/features/attendance/mark-attendance.server";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";

const fresh = { headers: { "Cache-Control": "no-store" } };

/** Who has come by now, for the phones at the door. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, eventId } = await requireEvent(request, params, "events.edit");
  return Response.json({ came: await withRegion(access, (db) => cameTo(db, eventId)) }, fresh);
}

/**
 * Ticks one person, or takes the tick back. A script is answered in JSON: 200 with who has come by now, 409 with why not.
 * A form without script goes back to the list.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const ticket = String(form.get("ticket") ?? "");
  const came = form.get("came") === "true";
  const search = String(form.get("q") ?? "").slice(0, 100);
  const { result, list } = await withRegion(access, async (db) => {
    const result = await markAttendance(db, { eventId, ticketIds: [ticket], came, now: systemClock() });
    return { result, list: result.ok ? await cameTo(db, eventId) : {} };
  });
  if (!(request.headers.get("Accept") ?? "").includes("text/html"))
    return result.ok
      ? Response.json({ ok: true, came: list }, fresh)
      : Response.json({ ok: false, message: refusalWords(result.reason) }, { status: 409 });
  const back = paths.attendance(region.slug, eventId) + (search && `?${new URLSearchParams({ q: search })}`);
  const done = came ? m.attendance_saved() : m.attendance_taken_back();
  return redirectWithToast(`${back}#p-${ticket}`, result.ok ? done : refusalWords(result.reason));
}
