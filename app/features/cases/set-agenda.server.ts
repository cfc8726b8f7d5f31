import { correctNumber } from "~/domain/cases/numbers";
import { audit } from "~/features/audit/audit.server";
import {
  holdCounter,
  holdMinutes,
  itemsOf,
  numberItems,
  numberTaken,
  saveCounter,
  updateItem,
  updateMinutes,
} from "~/features/cases/agenda.db.server";
import { arrangeAgenda, yearOf } from "~/features/cases/arrange-agenda.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

export type SetAgendaResult =
  | { ok: true; numbers: { itemId: string; number: number; year: number }[] }
  | { ok: false; reason: "gone" | "state" | "empty" };

/**
 * Sets the agenda of a meeting: its cases have their numbers from now on, the next of their body in the meeting's
 * year, in the order of the agenda. Of two who set agendas of a body at once, one waits for the other.
 */
export async function setAgenda(db: RegionDb, { minutesId }: { minutesId: string }): Promise<SetAgendaResult> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes) return { ok: false, reason: "gone" };
  if (minutes.state !== "planned") return { ok: false, reason: "state" };
  const items = await itemsOf(db, minutesId);
  if (!items.some((item) => item.case.kind !== "opening")) return { ok: false, reason: "empty" };
  await updateMinutes(db, minutesId, { state: "agenda" });
  await arrangeAgenda(db, { ...minutes, state: "agenda" });
  const numbers = (await itemsOf(db, minutesId)).flatMap(({ id, number, year }) =>
    number === null || year === null ? [] : [{ itemId: id, number, year }],
  );
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    before: { state: "planned" },
    after: { state: "agenda", numbers: numbers.map(({ number, year }) => `${number}/${year}`) },
  });
  return { ok: true, numbers };
}

export type ReopenAgendaResult = { ok: true } | { ok: false; reason: "gone" | "state" | "told" | "followed" };

/**
 * Takes a set agenda up again: its numbers go back, so that the next to set one gets them. Not when the notice has gone
 * out, and not when later numbers have been given.
 */
export async function reopenAgenda(db: RegionDb, { minutesId }: { minutesId: string }): Promise<ReopenAgendaResult> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes) return { ok: false, reason: "gone" };
  if (minutes.state !== "agenda") return { ok: false, reason: "state" };
  if (minutes.noticeAt) return { ok: false, reason: "told" };
  const year = yearOf(minutes);
  const counter = await holdCounter(db, minutes.bodyId, year);
  const numbered = (await itemsOf(db, minutesId)).filter(({ number }) => number !== null);
  const numbers = numbered.map(({ number }) => number as number);
  if (numbers.length > 0) {
    if (Math.max(counter.last ?? 0, counter.used ?? 0) > Math.max(...numbers)) return { ok: false, reason: "followed" };
    await numberItems(
      db,
      numbered.map(({ id }) => ({ id, number: null })),
      year,
    );
    await saveCounter(db, counter, Math.min(...numbers) - 1);
  }
  await updateMinutes(db, minutesId, { state: "planned" });
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    before: { state: "agenda", numbers: numbers.map((number) => `${number}/${year}`) },
    after: { state: "planned" },
  });
  return { ok: true };
}

export type CorrectNumberResult =
  | { ok: true; number: number; year: number; typed: string }
  | { ok: false; reason: "gone" | "unreadable" | "taken" | "state" };

/**
 * Gives a case on an agenda the number that was typed for it. Its year is the meeting's: where another was typed, that
 * is kept beside it and told.
 */
export async function correctItemNumber(
  db: RegionDb,
  { minutesId, itemId, typed }: { minutesId: string; itemId: string; typed: string },
): Promise<CorrectNumberResult> {
  const minutes = await holdMinutes(db, minutesId);
  const item = (await itemsOf(db, minutesId)).find(({ id }) => id === itemId);
  if (!minutes || !item || item.case.kind === "opening") return { ok: false, reason: "gone" };
  if (minutes.state === "planned" || minutes.state === "approved") return { ok: false, reason: "state" };
  const corrected = correctNumber(typed, yearOf(minutes));
  if (!corrected) return { ok: false, reason: "unreadable" };
  const { number, year } = corrected.number;
  const counter = await holdCounter(db, minutes.bodyId, year);
  if (await numberTaken(db, minutes.bodyId, number, year, itemId)) return { ok: false, reason: "taken" };
  await updateItem(db, itemId, {
    number,
    year,
    typedNumber: corrected.typed,
    changedById: accessFor(db).personId,
  });
  if (number > (counter.last ?? 0)) await saveCounter(db, counter, number);
  await audit(db, {
    action: "updated",
    subject: "agenda-item",
    id: itemId,
    before: { number: item.number, year: item.year, typedNumber: item.typedNumber },
    after: { number, year, typedNumber: corrected.typed },
  });
  return { ok: true, number, year, typed: corrected.typed };
}
