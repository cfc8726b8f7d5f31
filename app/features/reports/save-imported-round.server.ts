import { type AuditEntry, audit } from "~/features/audit/audit.server";
import {
  type ComparedRow,
  compareRound,
  type ImportVerdict,
  roundOfReport,
} from "~/features/reports/compare-round.server";
import { type ImportedRound, keptFigure } from "~/features/reports/imported-round";
import { caseByNumber, figuresKept, insertFigures, setCaseRound } from "~/features/reports/imported-round.db.server";
import { setTexts } from "~/features/reports/report-content.db.server";
import {
  createRound,
  createRows,
  listRoundPlans,
  lockRound,
  type NewRow,
  planActivities,
  updateRound,
  updateRow,
} from "~/features/reports/reports.db.server";
import { setBesides } from "~/features/reports/row-activities.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** `caseId` is the case that is now about the round. */
export type SavedRound = {
  roundId: string;
  name: string;
  created: number;
  updated: number;
  unchanged: number;
  kept: number;
  asks: number;
  caseId: string | null;
};

type SaveRoundOutcome =
  | { ok: true; result: SavedRound }
  | { ok: false; reason: "submitted" | "changed-meanwhile" }
  | { ok: false; reason: "taken"; name: string };

/** What saving does to a row or a text. */
export function deedOf({ kind }: ImportVerdict, taken: boolean): "created" | "updated" | "unchanged" | "kept" {
  return kind === "asks" ? (taken ? "updated" : "kept") : kind;
}

/**
 * Saves a report from outside as the round of its period: a new one, or what the round does not say yet laid over the
 * one that is there. What the round says otherwise is kept, unless `take` has the row's or the text's id. A round that
 * is submitted is not changed. The case that the report was put before a body as is made to be about it.
 */
export async function saveImportedRound(
  db: RegionDb,
  input: ImportedRound,
  { importId, take, now }: { importId: string | null; take: ReadonlySet<string>; now: Date },
): Promise<SaveRoundOutcome> {
  await lockRegion(db, "report-rounds");
  // What is written in the round follows its lock, so that nothing is laid over words that came meanwhile.
  const standing = await roundOfReport(db, input);
  if (standing) await lockRound(db, standing);
  const compared = await compareRound(db, input);
  if (compared.taken !== null) return { ok: false, reason: "taken", name: compared.taken };
  const { round, merged, previousId } = compared;
  const rowDeeds = compared.rows.map(({ verdict, existing }) => deedOf(verdict, take.has(existing?.id ?? "")));
  const textDeeds = compared.texts.map(({ key, verdict }) => deedOf(verdict, take.has(key)));
  const changes = [...rowDeeds, ...textDeeds].some((deed) => deed === "created" || deed === "updated");
  if (round?.state === "submitted" && changes) return { ok: false, reason: "submitted" };

  const entries: AuditEntry[] = [];
  const plan = (await listRoundPlans(db)).find(({ year }) => year === Number(input.from.slice(0, 4)));
  const { name, kind, from, to } = input;
  const base = { name, kind, from, to, rowsBy: null, submitBy: null, planId: plan?.id ?? null, previousId };
  const roundId = round?.id ?? (await createRound(db, { ...base, form: merged.form, importId }));
  if (!round)
    entries.push({ action: "created", subject: "report-round", id: roundId, after: { name, kind, from, to } });
  const changed = { ...(round?.texts ?? {}) };
  for (const [at, { key, body }] of compared.texts.entries())
    if (textDeeds[at] === "created" || textDeeds[at] === "updated") changed[key] = body;
  if (!round) await setTexts(db, roundId, changed);
  else if (changes) {
    const { id, version } = round;
    if (!(await updateRound(db, { id, version }, { form: merged.form, texts: changed })))
      return { ok: false, reason: "changed-meanwhile" };
    entries.push({ action: "updated", subject: "report-round", id, before: round.texts, after: changed });
  }

  const owners = new Map((plan ? await planActivities(db, plan.id) : []).map((one) => [one.activityId, one.ownerId]));
  const last = round ? compared.rows.length : 0;
  const fresh = compared.rows.flatMap((one, at): NewRow[] =>
    rowDeeds[at] === "created" ? [{ ...newRow(one, owners, now), position: last + at }] : [],
  );
  await createRows(db, roundId, fresh);
  for (const [at, { existing, answers, row }] of compared.rows.entries()) {
    if (rowDeeds[at] !== "updated" || !existing) continue;
    const after = { ...existing.answers, ...answers };
    const settled = existing.asks && !row.asks ? { activityId: row.activityId, asks: false } : {};
    const { id, version } = existing;
    const change = { answers: after, ...settled, state: "delivered" as const, deliveredAt: now };
    if (!(await updateRow(db, { id, version }, change))) throw new Error("A locked round was changed");
    if (settled.activityId) await setBesides(db, id, row.besides);
    entries.push({ action: "updated", subject: "report-row", id, before: existing.answers, after });
  }
  await addFigures(db, roundId, input, merged.figures);
  const caseId = input.putBefore ? await caseByNumber(db, input.putBefore) : null;
  if (caseId !== null) {
    await setCaseRound(db, caseId, roundId);
    entries.push({ action: "updated", subject: "case", id: caseId, before: { roundId: null }, after: { roundId } });
  }
  await audit(db, ...entries);
  const count = (deed: string) => rowDeeds.filter((one) => one === deed).length;
  const counts = {
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    kept: count("kept"),
  };
  const asks = compared.rows.filter(({ row, existing }) => row.asks && (existing?.asks ?? true)).length;
  return { ok: true, result: { roundId, name: round?.name ?? name, ...counts, asks, caseId } };
}

function newRow({ row, answers }: ComparedRow, owners: ReadonlyMap<string, string | null>, now: Date) {
  const { area, focusArea, strategy, measure, activity, timing, activityId, besides, asks } = row;
  const said = Object.keys(answers).length > 0;
  return {
    ...{ area, focusArea, strategy, measure, activity, timing, activityId, besides, asks, answers },
    ownerId: activityId === null ? null : (owners.get(activityId) ?? null),
    state: said ? ("delivered" as const) : ("empty" as const),
    deliveredAt: said ? now : null,
  };
}

/** Figures the round has already are left as they are. */
async function addFigures(
  db: RegionDb,
  roundId: string,
  { figures }: ImportedRound,
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const kept = await figuresKept(db, roundId);
  const fresh = figures.flatMap(({ label, value, source }, position) => {
    const definition = keptFigure(keys.get(label) ?? label);
    return kept.has(definition) ? [] : [{ position, definition, label, value, source }];
  });
  await insertFigures(db, roundId, fresh);
}
