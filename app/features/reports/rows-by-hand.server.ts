import { audit } from "~/features/audit/audit.server";
import {
  createRows,
  findRound,
  findRow,
  listRowOwners,
  listRows,
  lockRound,
  planActivities,
  type StoredRow,
} from "~/features/reports/reports.db.server";
import { deleteRow, moveRowsFrom } from "~/features/reports/row-activities.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Words = Pick<StoredRow, "area" | "focusArea" | "strategy" | "measure" | "activity" | "timing">;

export type RowToAdd = Words & { ownerId: string | null; activityId: string | null };

export type AddedRow =
  | { ok: true; id: string }
  | { ok: false; reason: "not-found" | "frozen" | "nameless" | "owner-gone" | "activity-gone" }
  /** The row of the round that says the same, or reports on the same activity. */
  | { ok: false; reason: "taken"; id: string };

/**
 * Adds a row to a round that is open, last under its focus area. What is not said of it is as the plan says of its
 * activity, its owner too.
 */
export async function addRow(
  db: RegionDb,
  { roundId, today, ...asked }: RowToAdd & { roundId: string; today: string },
): Promise<AddedRow> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  const { activityId } = asked;
  const activities = activityId && round.planId ? await planActivities(db, round.planId) : [];
  const planned = activities.find((one) => one.activityId === activityId);
  if (activityId && !planned) return { ok: false, reason: "activity-gone" };
  const said = (key: keyof Words) => asked[key].trim() || planned?.[key] || "";
  const words: Words = {
    ...{ area: said("area"), focusArea: said("focusArea"), strategy: said("strategy") },
    ...{ measure: said("measure"), activity: said("activity"), timing: said("timing") },
  };
  if (words.activity === "" && words.measure === "") return { ok: false, reason: "nameless" };
  if (asked.ownerId && !(await listRowOwners(db, today)).some(({ id }) => id === asked.ownerId))
    return { ok: false, reason: "owner-gone" };
  const ownerId = asked.ownerId ?? planned?.ownerId ?? null;
  const rows = await listRows(db, roundId);
  const same = rows.find(
    (row) => (activityId !== null && aboutOf(row).includes(activityId)) || plain(row) === plain(words),
  );
  if (same) return { ok: false, reason: "taken", id: same.id };
  const position = placeOf(words, rows);
  await moveRowsFrom(db, roundId, position);
  const [id = ""] = await createRows(db, roundId, [{ ...words, ownerId, activityId, position }]);
  await audit(db, { action: "created", subject: "report-row", id, after: { ...words, ownerId, activityId } });
  return { ok: true, id };
}

const aboutOf = ({ activityId, besides }: StoredRow) => [activityId, ...besides];

const plain = ({ area, focusArea, measure, activity }: Words) =>
  JSON.stringify([area, focusArea, measure, activity].map((words) => words.toLowerCase().replace(/\s+/g, " ").trim()));

/** After the last row of its focus area, else of its area, else of them all. */
function placeOf({ area, focusArea }: Words, rows: readonly StoredRow[]): number {
  const ofArea = rows.filter((row) => row.area === area);
  const last = ofArea.findLast((row) => row.focusArea === focusArea) ?? ofArea.at(-1) ?? rows.at(-1);
  return last ? last.position + 1 : 0;
}

export type RemovedRow =
  | { ok: true }
  | { ok: false; reason: "not-found" | "frozen" | "changed-meanwhile" }
  /** Something is said in it, and nobody has said that it is removed all the same. */
  | { ok: false; reason: "said" };

/** Removes a row from a round that is open. What was said in it stands in the change log. */
export async function removeRow(
  db: RegionDb,
  { id, version, sure }: { id: string; version: number; sure: boolean },
): Promise<RemovedRow> {
  const found = await findRow(db, id);
  if (!found) return { ok: false, reason: "not-found" };
  await lockRound(db, found.roundId);
  const [round, row] = [await findRound(db, found.roundId), await findRow(db, id)];
  if (!round || !row) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (row.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const { area, focusArea, strategy, measure, activity, timing, ownerId, activityId, answers, state } = row;
  const isSaid = state !== "empty" || Object.values(answers).some((words) => words !== "");
  if (isSaid && !sure) return { ok: false, reason: "said" };
  if (!(await deleteRow(db, { id, version }))) return { ok: false, reason: "changed-meanwhile" };
  const label = new Map(round.form.columns.map((column) => [column.key, column.label]));
  const saidWords = Object.fromEntries(Object.entries(answers).map(([key, words]) => [label.get(key) ?? key, words]));
  await audit(db, {
    ...{ action: "removed", subject: "report-row", id },
    before: { area, focusArea, strategy, measure, activity, timing, ownerId, activityId, state, ...saidWords },
  });
  return { ok: true };
}
