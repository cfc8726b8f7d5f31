import { type Comer, comers } from "~/domain/attendance/coming";
import { findCertified, tickets } from "~/features/attendance/attendance.db.server";
import { openLink } from "~/features/auth/links.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What all certificates of one event say. */
async function certifiedEvent(db: RegionDb, eventId: string, now: Date) {
  const event = await findCertified(db, eventId);
  if (!event?.givesCertificate || event.state === "draft" || event.state === "cancelled" || event.startsAt > now)
    return null;
  return {
    title: event.title,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    place: event.place,
    programme: event.programme,
    issuer: event.organizerName ?? event.region.name,
    region: event.region.name,
    issuedOn: todayIn(event.zone, now),
  };
}

export type CertifiedEvent = NonNullable<Awaited<ReturnType<typeof certifiedEvent>>>;
export type Holder = { id: string; name: string; from: string };

const holder = ({ id, name, organisation, municipality }: Comer): Holder => ({
  id,
  name,
  from: [organisation, municipality].filter(Boolean).join(", "),
});

/** The certificates of everybody who came; null while the event gives none. */
export async function certificatesView(db: RegionDb, eventId: string, now: Date) {
  const event = await certifiedEvent(db, eventId, now);
  if (!event) return null;
  const came = comers(await tickets(db, { eventId })).filter(({ attendedAt }) => attendedAt !== null);
  return { event, holders: came.map(holder) };
}

/** The certificate of who has a personal link; null where there is none: the link is wrong, or she did not come. */
export async function certificateByLink(
  db: RegionDb,
  { token, purpose, now }: { token: string; purpose: "answer" | "registration"; now: Date },
) {
  const link = await openLink(db, token, purpose, now);
  const [own] = link ? await tickets(db, { id: link.subjectId }) : [];
  const event = own && (await certifiedEvent(db, own.eventId, now));
  if (!own || !event) return null;
  const [person] = comers((await tickets(db, { eventId: own.eventId })).filter((one) => one.personId === own.personId));
  return person?.attendedAt ? { event, holders: [holder(person)], locale: own.locale } : null;
}
