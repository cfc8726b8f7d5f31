import { audit } from "~/features/audit/audit.server";
import { askAnswerer } from "~/features/minutes/ask-members.server";
import { answererOf, askedSeats, dropReminders } from "~/features/minutes/electronic.db.server";
import { deputiesOf, seatByToken } from "~/features/minutes/member-cases.view.server";
import { holdMinutes, holdPresence, updatePresence } from "~/features/minutes/minutes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type HandedOver = { ok: true } | { ok: false; reason: "gone" | "closed" | "no-deputy" };

/**
 * Lets a deputy answer the cases of an electronic meeting for a member, who gets them by a link; or takes that back.
 * One who has a seat in the meeting, or meets for another in it, is refused. What has been answered stays until it is
 * changed.
 */
export async function handOverCases(
  db: RegionDb,
  { token, deputyId, now }: { token: string; deputyId: string | null; now: Date },
): Promise<HandedOver> {
  const first = await seatByToken(db, token, now);
  if (!first?.own) return { ok: false, reason: "gone" };
  const held = await holdMinutes(db, first.minutes.id, "share");
  await holdPresence(db, first.minutes.id, first.seat.id);
  const found = await seatByToken(db, token, now);
  if (!found?.own) return { ok: false, reason: "gone" };
  const { minutes, seat, seats, answerBy } = found;
  if (!found.running || held?.state !== "live") return { ok: false, reason: "closed" };
  const deputies = deputyId === null ? [] : await deputiesOf(db, minutes, seat, seats);
  const deputy = deputies.find(({ id }) => id === deputyId);
  if (deputyId !== null && !deputy) return { ok: false, reason: "no-deputy" };
  const before = answererOf(seat);
  if ((deputy?.personId ?? null) === (seat.substitutePerson?.id ?? null) && (deputy || seat.substitute === ""))
    return { ok: true };
  await updatePresence(db, seat.id, { substitute: deputy?.name ?? "", substituteId: deputy?.personId ?? null });
  if (before) await dropReminders(db, { minutesId: minutes.id, personId: before.id });
  const changed = (await askedSeats(db, minutes.id)).find(({ id }) => id === seat.id);
  if (deputy && changed) await askAnswerer(db, { ...minutes, answerBy }, changed, now);
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutes.id,
    after: { presence: seat.id, substituteId: deputy?.personId ?? null },
  });
  return { ok: true };
}
