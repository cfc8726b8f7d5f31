import { openSpentLink } from "~/features/auth/links.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Sends a new link to whom an old one was for. Says nothing of whether there was one (L3). */
export async function sendNewLink(db: RegionDb, input: { token: string; now: Date }): Promise<void> {
  const link = await openSpentLink(db, input.token, "answer");
  if (link) await resendInvitation(db, { invitationId: link.subjectId, now: input.now });
}
