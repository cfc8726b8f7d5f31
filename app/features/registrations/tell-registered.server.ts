import { compareEvents } from "~/domain/events/change";
import { audit } from "~/features/audit/audit.server";
import { changeWait } from "~/features/events/event-times.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { changeMessage, queueRegistrationLetters, toldOf } from "~/features/registrations/registration-messages.server";
import {
  findEventOf,
  holdEventOf,
  raiseSequences,
  registrationsIn,
  toldOtherwise,
} from "~/features/registrations/registrations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type EventRow = NonNullable<Awaited<ReturnType<typeof findEventOf>>>;

/** Those who have a place and were last told something else of the event than it is now, with what has changed. */
async function changesFor(db: RegionDb, event: EventRow) {
  const now = toldOf(event);
  const flat = (one: typeof now) => ({ ...one, place: one.place ?? "", link: one.link ?? "" });
  return [...(await toldOtherwise(db, event.id, now))].flatMap(([id, before]) => {
    const { kinds } = compareEvents(flat(before), flat(now));
    return kinds.length > 0 ? [{ id, before, kinds }] : [];
  });
}

/** When those who have a place are told of the last change by itself (M9). */
export const changeIsTold = (event: { changedAt: Date }) => new Date(event.changedAt.getTime() + changeWait);

const tells = (event: EventRow, now: Date) => event.state === "published" && event.startsAt > now;

/** How many who have a place wait to be told of a change, and when they are; null when nobody does. */
export async function registeredToTell(
  db: RegionDb,
  { eventId, now }: { eventId: string; now: Date },
): Promise<{ count: number; at: string } | null> {
  const event = await findEventOf(db, eventId);
  if (!event || !tells(event, now)) return null;
  const { length: count } = await changesFor(db, event);
  const at = changeIsTold(event);
  return count > 0 ? { count, at: (at > now ? at : now).toISOString() } : null;
}

/** Tells those who have a place what has changed, in one mail each. Returns how many. */
export async function tellRegistered(db: RegionDb, event: EventRow, now: Date): Promise<number> {
  const changes = new Map((await changesFor(db, event)).map((change) => [change.id, change]));
  if (changes.size === 0) return 0;
  const region = await ownRegion(db);
  const letters = (await registrationsIn(db, event.id, ["registered"], [...changes.keys()])).flatMap((to) => {
    const change = changes.get(to.id);
    if (!change) return [];
    const revision = { sequence: to.sequence + 1, stamp: event.changedAt };
    const message = changeMessage(event, to, region.name, revision, change);
    return [{ key: `${message.kind}:${to.id}:${revision.sequence}`, message, to }];
  });
  await raiseSequences(
    db,
    letters.map(({ to }) => to.id),
  );
  await queueRegistrationLetters(db, event, letters, now);
  return letters.length;
}

/** Tells those who have a place now instead of ten minutes after the change (M9). Returns how many. */
export async function tellRegisteredNow(
  db: RegionDb,
  { eventId, now }: { eventId: string; now: Date },
): Promise<number> {
  const event = await holdEventOf(db, eventId);
  if (!event || !tells(event, now)) return 0;
  const told = await tellRegistered(db, event, now);
  if (told > 0) await audit(db, { action: "sent", subject: "event", id: eventId, after: { registered: told } });
  return told;
}

/** Tells those who have a place of a change now, or leaves it for later. Returns how many are told, or will be. */
export async function tellRegisteredThen(
  db: RegionDb,
  { when, ...about }: { eventId: string; when: "now" | "later"; now: Date },
): Promise<number> {
  return when === "now" ? tellRegisteredNow(db, about) : ((await registeredToTell(db, about))?.count ?? 0);
}
