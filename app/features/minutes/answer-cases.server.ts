import { longest } from "~/domain/minutes/item-fields";
import { audit } from "~/features/audit/audit.server";
import { answerable } from "~/features/minutes/ask-members.server";
import { dropReminders, keepAnswer } from "~/features/minutes/electronic.db.server";
import { seatByToken } from "~/features/minutes/member-cases.view.server";
import { holdMinutes, updatePresence } from "~/features/minutes/minutes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Answered = { ok: true; left: number } | { ok: false; reason: "gone" | "closed" };

/** Takes a member's answers to the cases of an electronic meeting, until the moment they are due. */
export async function answerCases(
  db: RegionDb,
  input: { token: string; answers: { itemId: string; agrees: boolean; comment: string }[]; now: Date },
): Promise<Answered> {
  const found = await seatByToken(db, input.token, input.now);
  if (!found) return { ok: false, reason: "gone" };
  const { minutes, seat, personId } = found;
  const held = await holdMinutes(db, minutes.id, "share");
  if (!found.open || held?.state !== "live") return { ok: false, reason: "closed" };
  const items = await answerable(db, minutes.id);
  const answers = input.answers.filter(({ itemId }) => items.includes(itemId));
  for (const { itemId, agrees, comment } of answers) {
    const before = seat.answers.find((one) => one.itemId === itemId);
    const kept = comment.trim().slice(0, longest.notes);
    if (before?.agrees === agrees && before.comment === kept) continue;
    await keepAnswer(db, { itemId, presenceId: seat.id, agrees, comment: kept, answeredAt: input.now });
    await audit(db, {
      action: "answered",
      subject: "agenda-item",
      id: itemId,
      ...(before && { before: { agrees: before.agrees } }),
      after: { presence: seat.id, agrees },
    });
  }
  // Who answers takes part.
  if (answers.length > 0 && seat.state !== "present") await updatePresence(db, seat.id, { state: "present" });
  const done = new Set([...seat.answers, ...answers].map(({ itemId }) => itemId));
  const left = items.filter((id) => !done.has(id)).length;
  if (left === 0) await dropReminders(db, { minutesId: minutes.id, personId });
  return { ok: true, left };
}
