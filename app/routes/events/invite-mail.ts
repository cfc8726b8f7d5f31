import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "~/domain/auth/permissions";
import { inviteView } from "~/features/events/invite.view.server";
import { audienceIn } from "~/features/events/invite-whom";
import { requireEvent } from "~/features/events/require-event.server";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The HTML part of the invitation one recipient will get, for the sealed frame of the invite page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, roles, eventId } = await requireEvent(request, params, "events.invite");
  const { searchParams } = new URL(request.url);
  const audience = audienceIn(searchParams.get("audience"), can(roles, "audiences.see")) ?? notFound();
  const shown = searchParams.get("recipient");
  const invite = await withRegion(access, (db) => inviteView(db, eventId, systemClock(), audience.id, shown));
  if (!invite?.preview) notFound();
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(invite.preview.html, { headers });
}
