import { requireEvent } from "~/features/events/require-event.server";
import { registrationSheet } from "~/features/registrations/registration-sheet.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** Everybody who has signed up to the event an address names, for those who edit it. */
export async function requireRegistrationSheet(
  request: Request,
  params: { region?: string | undefined; event?: string | undefined },
) {
  const { access, eventId } = await requireEvent(request, params, "events.edit");
  const sheet = await withRegion(access, (db) => registrationSheet(db, eventId));
  if (!sheet) notFound();
  return sheet;
}

/** A file to be saved. */
export function fileResponse(bytes: Uint8Array, name: string, type: string): Response {
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
