import type { LoaderFunctionArgs } from "@remix-run/node";
import { remindersView } from "~/features/events/reminders.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The HTML part of a reminder, for the sealed frame of the reminders' page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, eventId } = await requireEvent(request, params, "events.invite");
  const kind = new URL(request.url).searchParams.get("mail") === "coming" ? "coming" : "unanswered";
  const view = await withRegion(access, (db) => remindersView(db, eventId, systemClock(), kind));
  if (!view?.preview) notFound();
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(view.preview.html, { headers });
}
