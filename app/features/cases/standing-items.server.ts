import { addDays, isoDay } from "~/domain/shared/days";
import { holdMinutes, itemsOf, minutesElsewhere, unapprovedBefore } from "~/features/cases/agenda.db.server";
import { caseTitles } from "~/features/cases/case-titles.server";
import { queueCase } from "~/features/cases/queue-case.server";
import { takeUpCases } from "~/features/cases/take-up-cases.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Puts what an agenda of the body begins with on it where it is missing: the approval of the notice and the agenda, and
 * of each earlier meeting's minutes that nobody has approved. Returns how many were added.
 */
export async function addStandingItems(db: RegionDb, minutesId: string): Promise<number> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes?.body.opening) return 0;
  const titles = await caseTitles(db);
  const items = await itemsOf(db, minutesId);
  const added: string[] = [];
  const queue = async (input: Omit<Parameters<typeof queueCase>[1], "bodyId">) => {
    const result = await queueCase(db, { bodyId: minutes.bodyId, ...input });
    if (result.ok) added.push(result.id);
  };
  if (!minutes.electronic && !items.some((item) => item.case.kind === "opening"))
    await queue({ kind: "opening", title: titles.opening, proposal: titles.approved });
  for (const { id, day, electronic } of await unapprovedBefore(db, minutes.bodyId, minutes.day)) {
    const title = titles.minutes(isoDay(day), electronic);
    await queue({ kind: "minutes", title, proposal: titles.minutesApproved, aboutMinutesId: id });
  }
  if (added.length === 0) return 0;
  const lead = items.filter((item) => item.case.kind === "opening" || item.case.kind === "minutes").length;
  await takeUpCases(db, { minutesId, caseIds: added, at: lead });
  return added.length;
}

/** How far back minutes of other bodies are offered. Days. */
const recent = 200;

/** The minutes of other bodies that may be laid before a meeting, to be noted. */
export async function minutesToLay(db: RegionDb, { bodyId, day }: { bodyId: string; day: string }) {
  const found = await minutesElsewhere(db, bodyId, new Date(day), new Date(addDays(day, -recent)));
  return found.map((one) => ({ id: one.id, body: one.body.name, day: isoDay(one.day) }));
}

/** Lays the minutes of another body before a meeting, after what its agenda begins with; false for those it may not. */
export async function layMinutes(
  db: RegionDb,
  { minutesId, aboutId }: { minutesId: string; aboutId: string },
): Promise<boolean> {
  const minutes = await holdMinutes(db, minutesId);
  if (!minutes) return false;
  const laid = (await minutesToLay(db, { bodyId: minutes.bodyId, day: isoDay(minutes.day) })).find(
    ({ id }) => id === aboutId,
  );
  if (!laid) return false;
  const titles = await caseTitles(db);
  const made = await queueCase(db, {
    bodyId: minutes.bodyId,
    kind: "minutes",
    title: titles.minutesOf(laid.body, laid.day),
    proposal: titles.minutesNoted,
    aboutMinutesId: laid.id,
  });
  if (!made.ok) return false;
  const items = await itemsOf(db, minutesId);
  const lead = items.filter((item) => item.case.kind === "opening" || item.case.kind === "minutes").length;
  const taken = await takeUpCases(db, { minutesId, caseIds: [made.id], at: lead });
  return taken.ok;
}
