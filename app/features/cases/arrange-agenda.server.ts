import { readingOrder, rootsOf } from "~/domain/cases/agenda-order";
import { dealNumbers, nextNumbers } from "~/domain/cases/numbers";
import { isoDay } from "~/domain/shared/days";
import {
  createItems,
  type FoundItem,
  type FoundMinutes,
  holdCounter,
  itemsOf,
  numberItems,
  partsWithin,
  placeItems,
  saveCounter,
} from "~/features/cases/agenda.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** The year of a meeting's cases. */
export const yearOf = (minutes: { day: Date }) => Number(isoDay(minutes.day).slice(0, 4));

/** An item as the order of an agenda sees it. */
export const placed = (item: FoundItem) => ({
  id: item.id,
  caseId: item.caseId,
  parentId: item.case.parentId,
  place: item.position,
  number: item.number,
  kind: item.case.kind,
});

/**
 * Brings the agenda of a held record into order: every part of its cases has its item, the items stand as they are
 * read, by `order` of the whole cases where one is given, and once the agenda is set each has its number: as told where
 * the notice has gone out, else by the order.
 */
export async function arrangeAgenda(
  db: RegionDb,
  minutes: Pick<FoundMinutes, "id" | "bodyId" | "day" | "state" | "noticeAt">,
  order?: string[],
): Promise<void> {
  await addMissingParts(db, minutes);
  const items = (await itemsOf(db, minutes.id)).map((item) => ({
    ...placed(item),
    // A part stands by its place in the case, a whole case by its place on the agenda.
    part: item.case.position,
  }));
  const there = new Set(items.map(({ caseId }) => caseId));
  const all = items.map((item) =>
    item.parentId !== null && there.has(item.parentId) ? { ...item, place: item.part } : item,
  );
  const found = rootsOf(all);
  const place = new Map(order?.map((caseId, at) => [caseId, at]));
  const roots = order
    ? [...found].sort((a, b) => (place.get(a.caseId) ?? order.length) - (place.get(b.caseId) ?? order.length))
    : found;
  await placeItems(
    db,
    readingOrder(all, roots).map(({ id }) => id),
  );
  if (minutes.state !== "planned") await giveNumbers(db, minutes, roots);
}

async function giveNumbers(
  db: RegionDb,
  minutes: Pick<FoundMinutes, "bodyId" | "day" | "state" | "noticeAt">,
  roots: { id: string; number: number | null; kind: string }[],
) {
  const numbered = roots.filter(({ kind }) => kind !== "opening");
  const current = numbered.map(({ number }) => number);
  const missing = current.filter((number) => number === null).length;
  const year = yearOf(minutes);
  let fresh: number[] = [];
  if (missing > 0) {
    const counter = await holdCounter(db, minutes.bodyId, year);
    fresh = nextNumbers(counter, missing);
    await saveCounter(db, counter, Math.max(...fresh));
  }
  const told = minutes.noticeAt !== null || minutes.state !== "agenda";
  const numbers = dealNumbers(current, fresh, { told });
  const changed = numbered
    .map(({ id, number }, at) => ({ id, before: number, number: numbers[at] ?? null }))
    .filter(({ before, number }) => before !== number);
  if (changed.length > 0) await numberItems(db, changed, year);
}

async function addMissingParts(db: RegionDb, minutes: Pick<FoundMinutes, "id" | "bodyId">) {
  const items = await itemsOf(db, minutes.id);
  const there = new Set(items.map(({ caseId }) => caseId));
  const missing = (await partsWithin(db, [...there])).filter(({ id }) => !there.has(id));
  if (missing.length === 0) return;
  await createItems(
    db,
    missing.map(({ id }) => ({
      id: newId(),
      minutesId: minutes.id,
      caseId: id,
      bodyId: minutes.bodyId,
      position: 200_000,
    })),
  );
}
