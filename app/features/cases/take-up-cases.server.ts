import { rootsOf } from "~/domain/cases/agenda-order";
import { audit } from "~/features/audit/audit.server";
import { createItems, holdMinutes, itemsOf, partsWithin } from "~/features/cases/agenda.db.server";
import { arrangeAgenda, placed } from "~/features/cases/arrange-agenda.server";
import { queuedOf, updateCases } from "~/features/cases/cases.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type TakeUpResult = { ok: true; taken: number } | { ok: false; reason: "gone" | "state" };

/**
 * Takes cases of the queue up on an agenda, in the order given: last, before what is said at the end ("other"), or at a
 * place. Those that are not in the queue of the body are left out. An agenda that is set gives them numbers at once.
 */
export async function takeUpCases(
  db: RegionDb,
  { minutesId, caseIds, at }: { minutesId: string; caseIds: string[]; at?: number },
): Promise<TakeUpResult> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes) return { ok: false, reason: "gone" };
  if (!["planned", "agenda", "live"].includes(minutes.state)) return { ok: false, reason: "state" };
  const queued = new Set((await queuedOf(db, minutes.bodyId)).map(({ id }) => id));
  const items = await itemsOf(db, minutesId);
  const there = new Set(items.map(({ caseId }) => caseId));
  const taken = [...new Set(caseIds)].filter((id) => queued.has(id) && !there.has(id));
  if (taken.length === 0) return { ok: true, taken: 0 };
  await createItems(
    db,
    taken.map((caseId, place) => ({
      id: newId(),
      minutesId,
      caseId,
      bodyId: minutes.bodyId,
      position: 100_000 + place,
    })),
  );
  const parts = (await partsWithin(db, taken)).map(({ id }) => id);
  await updateCases(db, [...taken, ...parts], { state: "on_agenda" });
  const roots = rootsOf(items.map(placed));
  const last = roots.findLastIndex(({ kind }) => kind !== "other") + 1;
  const order = roots.map(({ caseId }) => caseId);
  order.splice(at ?? last, 0, ...taken);
  await arrangeAgenda(db, minutes, order);
  await audit(db, { action: "updated", subject: "minutes", id: minutesId, after: { takenUp: taken } });
  return { ok: true, taken: taken.length };
}
