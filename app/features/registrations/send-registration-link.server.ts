import { openSpentLink } from "~/features/auth/links.server";
import { answerLinkEnds } from "~/features/events/event-times.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { queueRegistrationLetters } from "~/features/registrations/registration-messages.server";
import { findRegistration } from "~/features/registrations/registrations.db.server";
import { standingLetter } from "~/features/registrations/standing-letter.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Sends a new link to whom an old one was for. Says nothing of whether there was one (L3). */
export async function sendRegistrationLink(db: RegionDb, { token, now }: { token: string; now: Date }): Promise<void> {
  const link = await openSpentLink(db, token, "registration");
  if (link) await sendLinkTo(db, { registrationId: link.subjectId, now });
}

/** Sends somebody who has signed up what she was last told, with a new link. False when it would open nothing. */
export async function sendLinkTo(
  db: RegionDb,
  { registrationId, now }: { registrationId: string; now: Date },
): Promise<boolean> {
  const registration = await findRegistration(db, registrationId);
  if (!registration?.event.organizerAddress) return false;
  const { event } = registration;
  if (answerLinkEnds(event.endsAt) <= now || event.state === "cancelled") return false;
  const { name: regionName } = await ownRegion(db);
  const letter = await standingLetter(db, { event, registration, regionName, now });
  await queueRegistrationLetters(db, event, [letter], now);
  return true;
}
