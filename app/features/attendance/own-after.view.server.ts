import { comers } from "~/domain/attendance/coming";
import { findAttended, tickets } from "~/features/attendance/attendance.db.server";
import { qrCode } from "~/features/attendance/qr-code.server";
import { openLink } from "~/features/auth/links.server";
import { recordingOf } from "~/features/events/recordings.view.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";
import { readEnv } from "~/platform/env.server";

/**
 * What somebody's own page has of an event beside the answer or the registration (`ticket` is the id of either): the QR
 * code while she comes and it is not over, the certificate when she came, the recording when it is published.
 */
async function ownAfter(db: RegionDb, { ticket, slug, now }: { ticket: string; slug: string; now: Date }) {
  const [own] = await tickets(db, { id: ticket });
  const event = own && (await findAttended(db, own.eventId));
  if (!own || !event || event.state === "draft" || event.state === "cancelled") return null;
  const mine = (await tickets(db, { eventId: event.id })).filter(({ personId }) => personId === own.personId);
  const [person] = comers(mine);
  const coming = mine.some(({ standing }) => standing === "accepted" || standing === "registered");
  const address = readEnv().SAMVIRK_URL + paths.checkIn(slug, event.id, ticket);
  const came = person?.attendedAt ?? null;
  return {
    qr: coming && came === null && event.endsAt > now ? { name: own.name, ...qrCode(address) } : null,
    certificate: came !== null && event.givesCertificate,
    recording: recordingOf(event),
  };
}

/** The same for who has a personal link. */
export async function ownAfterByLink(
  db: RegionDb,
  { token, purpose, slug, now }: { token: string; purpose: "answer" | "registration"; slug: string; now: Date },
) {
  const link = await openLink(db, token, purpose, now);
  return link && ownAfter(db, { ticket: link.subjectId, slug, now });
}

export type OwnAfter = NonNullable<Awaited<ReturnType<typeof ownAfter>>>;
