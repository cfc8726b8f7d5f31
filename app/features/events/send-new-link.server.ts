import { findSpentLink } from "~/features/auth/auth.db.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { hashToken } from "~/platform/tokens.server";

/** Sends a new link to whom an old one was for. Says nothing of whether there was one (L3). */
export async function sendNewLink(db: RegionDb, input: { token: string; now: Date }): Promise<void> {
  const link = await findSpentLink(db, hashToken(input.token), "answer");
  if (link) await resendInvitation(db, { invitationId: link.subjectId, now: input.now });
}
