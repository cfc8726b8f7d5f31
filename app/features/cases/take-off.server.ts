import { rootsOf } from "~/domain/cases/agenda-order";
import { numberOfTakenOff } from "~/domain/cases/numbers";
import { audit } from "~/features/audit/audit.server";
import {
  deleteItems,
  type FoundItem,
  holdCounter,
  holdMinutes,
  itemsOf,
  numberItems,
  saveCounter,
  updateItem,
} from "~/features/cases/agenda.db.server";
import { arrangeAgenda, placed, yearOf } from "~/features/cases/arrange-agenda.server";
import { placesOf, updateCases } from "~/features/cases/cases.db.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

export type TakeOffResult =
  /** What became of its number. */
  { ok: true; number: "none" | "freed" | "kept" } | { ok: false; reason: "gone" | "state" };

/** Which items belong to a whole case on an agenda: its own, those of its parts, and of theirs. */
function itemsWithin(items: FoundItem[], item: FoundItem): FoundItem[] {
  const under = items.filter((one) => one.case.parentId === item.caseId);
  return [item, ...under.flatMap((one) => itemsWithin(items, one))];
}

/**
 * Takes a case off an agenda, back to the front of the queue or withdrawn. Where its number has not been told and none
 * has been given after those of this agenda, the cases after it move up and no gap is left; else the case stays on the
 * agenda under its number as not treated, and gets another number the next time.
 */
export async function takeOff(
  db: RegionDb,
  { minutesId, itemId, to }: { minutesId: string; itemId: string; to: "queue" | "withdrawn" },
): Promise<TakeOffResult> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes) return { ok: false, reason: "gone" };
  if (minutes.state !== "planned" && minutes.state !== "agenda") return { ok: false, reason: "state" };
  const items = await itemsOf(db, minutesId);
  const item = items.find(({ id }) => id === itemId);
  const roots = rootsOf(items.map(placed));
  if (!item || !roots.some(({ id }) => id === itemId)) return { ok: false, reason: "gone" };
  const year = yearOf(minutes);
  const within = itemsWithin(items, item);
  const numbers = items.flatMap((one) => (one.number === null || one.year !== year ? [] : [one.number]));
  const highest = Math.max(0, ...numbers);
  const counter = item.number === null ? null : await holdCounter(db, minutes.bodyId, year);
  const number = numberOfTakenOff({
    numbered: item.number !== null,
    noticed: minutes.noticeAt !== null,
    followed: counter !== null && Math.max(counter.last ?? 0, counter.used ?? 0) > highest,
  });
  const caseIds = within.map(({ caseId }) => caseId);
  const { first } = await placesOf(db, { bodyId: minutes.bodyId });
  await updateCases(db, caseIds, { state: to === "queue" ? "queued" : "withdrawn" });
  if (item.case.parentId === null) await updateCases(db, [item.caseId], { position: first - 1 });
  if (number === "kept") {
    const changedById = accessFor(db).personId;
    for (const one of within) await updateItem(db, one.id, { outcome: "not_treated", changedById });
  } else {
    await deleteItems(
      db,
      within.map(({ id }) => id),
    );
    if (counter && item.number !== null) {
      await closeUp(db, items, item, year);
      await saveCounter(db, counter, highest - 1);
    }
    await arrangeAgenda(db, minutes);
  }
  await audit(db, {
    action: "updated",
    subject: "case",
    id: item.caseId,
    before: { minutesId, number: item.number, state: item.case.state },
    after: { state: to === "queue" ? "queued" : "withdrawn", number: number === "kept" ? item.number : null },
  });
  return { ok: true, number };
}

/** Moves the numbers above one that has gone down by one. */
async function closeUp(db: RegionDb, items: FoundItem[], gone: FoundItem, year: number) {
  const above = items.flatMap(({ id, number }) =>
    id !== gone.id && number !== null && number > (gone.number ?? 0) ? [{ id, number: number - 1 }] : [],
  );
  if (above.length > 0) await numberItems(db, above, year);
}

export type MoveItemResult = { ok: true; place: number } | { ok: false; reason: "gone" | "state" };

/** Lets a whole case change places with the one before or after it on the agenda. */
export async function moveItem(
  db: RegionDb,
  { minutesId, itemId, by }: { minutesId: string; itemId: string; by: -1 | 1 },
): Promise<MoveItemResult> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes) return { ok: false, reason: "gone" };
  if (minutes.state !== "planned" && minutes.state !== "agenda") return { ok: false, reason: "state" };
  const order = rootsOf((await itemsOf(db, minutesId)).map(placed));
  const at = order.findIndex(({ id }) => id === itemId);
  if (at < 0) return { ok: false, reason: "gone" };
  const to = Math.min(order.length - 1, Math.max(0, at + by));
  const [one] = order.splice(at, 1);
  if (one) order.splice(to, 0, one);
  await arrangeAgenda(
    db,
    minutes,
    order.map(({ caseId }) => caseId),
  );
  await audit(db, {
    action: "updated",
    subject: "agenda-item",
    id: itemId,
    before: { place: at + 1 },
    after: { place: to + 1 },
  });
  return { ok: true, place: to + 1 };
}
