import { nextOpening } from "~/domain/regions/office-hours";
import { audit } from "~/features/audit/audit.server";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { type AskedSeat, answererOf, askedSeats, dropReminders } from "~/features/minutes/electronic.db.server";
import { liveState } from "~/features/minutes/live-state.view.server";
import { findMinutes, type StoredMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import { openMinutes } from "~/features/minutes/open-minutes.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { senderOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";
import { newToken } from "~/platform/tokens.server";

const day = 24 * 3_600_000;

export type Asked =
  | { ok: true; sent: number }
  | { ok: false; reason: "not-found" | "not-electronic" | "soon" | "nobody" | "no-agenda" | "over" };

/**
 * Begins an electronic meeting: each member, or whoever meets for the member, gets the cases by a personal link, to be answered by a moment, and a reminder
 * the day before in office hours. Asked again, the moment is moved and nobody is written to but by the new reminder.
 */
export async function askMembers(
  db: RegionDb,
  { minutesId, answerBy, now }: { minutesId: string; answerBy: Date; now: Date },
): Promise<Asked> {
  const minutes = await findMinutes(db, minutesId);
  if (!minutes) return { ok: false, reason: "not-found" };
  if (!minutes.electronic) return { ok: false, reason: "not-electronic" };
  if (answerBy <= now) return { ok: false, reason: "soon" };
  const first = minutes.state !== "live";
  const opened = await openMinutes(db, { minutesId, now });
  if (!opened.ok) return opened;
  const seats = whoCanAnswer(await askedSeats(db, minutesId));
  if (seats.length === 0 && first) return { ok: false, reason: "nobody" };
  await updateMinutes(db, minutesId, { answerBy });
  await audit(db, {
    action: first ? "sent" : "updated",
    subject: "minutes",
    id: minutesId,
    before: { answerBy: minutes.answerBy?.toISOString() ?? null },
    after: { answerBy: answerBy.toISOString() },
  });
  const asked = { ...minutes, answerBy };
  const sent = first ? await write(db, asked, seats, { dueAt: now, key: "member-cases" }) : 0;
  await dropReminders(db, { minutesId });
  await remindBefore(db, asked, await left(db, minutesId, seats), now);
  return { ok: true, sent };
}

type Open = StoredMinutes & { answerBy: Date };

/** Queues a reminder for the day before the answers are due, in office hours, where that is not too soon. */
async function remindBefore(db: RegionDb, minutes: Open, seats: AskedSeat[], now: Date): Promise<void> {
  const { answerBy } = minutes;
  const hours = await officeHoursOf(db, [now, answerBy]);
  const at = nextOpening(new Date(answerBy.getTime() - day).toISOString(), hours);
  if (at !== null && Date.parse(at) > now.getTime() + day / 4 && Date.parse(at) < answerBy.getTime())
    await write(db, minutes, seats, { dueAt: new Date(at), key: `member-cases-reminder:${minutes.id}:${newId()}` });
}

/** Gives whoever now answers for a seat the cases by a link of their own, and the reminder. */
export async function askAnswerer(db: RegionDb, minutes: Open, seat: AskedSeat, now: Date): Promise<void> {
  await write(db, minutes, [seat], { dueAt: now, key: `member-cases:${newId()}` });
  await remindBefore(db, minutes, await left(db, minutes.id, [seat]), now);
}

/** Reminds those who have not answered every case. */
export async function remindMembers(
  db: RegionDb,
  { minutesId, now }: { minutesId: string; now: Date },
): Promise<Asked> {
  const minutes = await findMinutes(db, minutesId);
  if (!minutes?.answerBy) return { ok: false, reason: "not-found" };
  if (minutes.state !== "live" || minutes.answerBy <= now) return { ok: false, reason: "over" };
  const seats = await left(db, minutesId, whoCanAnswer(await askedSeats(db, minutesId)));
  if (seats.length === 0) return { ok: false, reason: "nobody" };
  await dropReminders(db, { minutesId });
  const sent = await write(db, minutes, seats, { dueAt: now, key: `member-cases-reminder:${minutesId}:${newId()}` });
  await audit(db, { action: "sent", subject: "minutes", id: minutesId, after: { reminded: sent } });
  return { ok: true, sent };
}

export function whoCanAnswer(seats: AskedSeat[]): AskedSeat[] {
  return seats.filter((seat) => seat.votes && Boolean(answererOf(seat)?.email));
}

/** The items that are answered: those without parts, but the opening, which has nothing to answer. */
export async function answerable(db: RegionDb, minutesId: string): Promise<string[]> {
  const { items } = await liveState(db, { id: minutesId, state: "live" });
  const withParts = new Set(items.map(({ parentId }) => parentId));
  return items
    .filter((item) => !withParts.has(item.id) && (item.number !== null || item.parentId !== null))
    .map(({ id }) => id);
}

async function left(db: RegionDb, minutesId: string, seats: AskedSeat[]): Promise<AskedSeat[]> {
  const items = await answerable(db, minutesId);
  return seats.filter(({ answers }) => !items.every((id) => answers.some(({ itemId }) => itemId === id)));
}

async function write(
  db: RegionDb,
  minutes: StoredMinutes & { answerBy: Date | null },
  seats: AskedSeat[],
  { dueAt, key }: { dueAt: Date; key: string },
): Promise<number> {
  const region = await ownRegion(db);
  const count = (await answerable(db, minutes.id)).length;
  const answerBy = minutes.answerBy ?? dueAt;
  const letters = seats.flatMap((seat) => {
    const person = answererOf(seat);
    return person ? [{ ...person, token: newToken() }] : [];
  });
  await makeLinks(
    db,
    letters.map(({ id, token }) => ({
      ...{ token, purpose: "cases" as const, personId: id, subjectId: minutes.id },
      // What was answered can be read for a while after.
      expiresAt: new Date(answerBy.getTime() + 30 * day),
    })),
  );
  const reminder = key.startsWith("member-cases-reminder");
  return queueMessages(
    db,
    letters.map(({ id, name, email, token }) => ({
      key: key === "member-cases" ? `${key}:${minutes.id}:${id}` : `${key}:${id}`,
      message: {
        kind: "member-cases" as const,
        regionName: region.name,
        sender: senderOf(region).name,
        body: minutes.body.name,
        count: Math.max(count, 1),
        answerBy: answerBy.toISOString(),
        zone: region.zone,
        reminder,
      },
      to: { personId: id, name, address: email },
      locale: region.defaultStandard === "nynorsk" ? ("nn" as const) : ("nb" as const),
      secret: token,
      dueAt,
    })),
  );
}
