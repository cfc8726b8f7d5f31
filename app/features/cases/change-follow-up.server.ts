import { isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { holdFollowUp, updateFollowUp } from "~/features/cases/follow-ups.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ChangeFollowUpResult = { ok: true } | { ok: false; reason: "gone" | "changed-meanwhile" };

/** Marks what was to be done after a decision as done, with a note, or as not done after all. */
export async function markFollowUp(
  db: RegionDb,
  { id, done, note, version, now }: { id: string; done: boolean; note: string; version: number; now: Date },
): Promise<ChangeFollowUpResult> {
  const before = await holdFollowUp(db, id);
  if (!before) return { ok: false, reason: "gone" };
  if (before.version !== version) return { ok: false, reason: "changed-meanwhile" };
  await updateFollowUp(db, id, { doneAt: done ? now : null, doneNote: note });
  await audit(db, {
    action: "updated",
    subject: "follow-up",
    id,
    before: { done: before.doneAt !== null },
    after: { done },
  });
  return { ok: true };
}

/** Changes what is to be done, by whom in words, and by when. Who is a person or an actor of the register stays. */
export async function changeFollowUp(
  db: RegionDb,
  input: { id: string; words: string; responsible: string; dueOn: string | null; version: number },
): Promise<ChangeFollowUpResult> {
  const before = await holdFollowUp(db, input.id);
  if (!before) return { ok: false, reason: "gone" };
  if (before.version !== input.version) return { ok: false, reason: "changed-meanwhile" };
  const bound = before.personId !== null || before.actorId !== null;
  await updateFollowUp(db, input.id, {
    words: input.words,
    ...(!bound && { responsible: input.responsible }),
    dueOn: input.dueOn ? new Date(input.dueOn) : null,
  });
  await audit(db, {
    action: "updated",
    subject: "follow-up",
    id: input.id,
    before: { dueOn: isoDay(before.dueOn) },
    after: { dueOn: input.dueOn },
  });
  return { ok: true };
}
