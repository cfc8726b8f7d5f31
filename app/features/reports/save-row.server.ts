import { missing } from "~/domain/reports/row-changes";
import { audit } from "~/features/audit/audit.server";
import { findRound, findRow, lockRound, updateRow } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type RowInput = {
  id: string;
  version: number;
  /** By column key; what the form does not ask for is left as it is. */
  answers: Readonly<Record<string, string>>;
  /** Whether it is delivered, and not kept as a draft. */
  deliver: boolean;
};

export type SavedRow =
  | { ok: true; state: "empty" | "draft" | "delivered" }
  | { ok: false; reason: "not-found" | "frozen" | "delivered" | "changed-meanwhile" }
  /** The keys of the columns that must be filled in. */
  | { ok: false; reason: "missing"; keys: string[] };

/** Saves the answers of a row, as a draft or delivered. One that is delivered is taken back before it is changed. */
export async function saveRow(db: RegionDb, input: RowInput, now: Date): Promise<SavedRow> {
  const { id, version, deliver } = input;
  const row = await findRow(db, id);
  if (!row) return { ok: false, reason: "not-found" };
  await lockRound(db, row.roundId);
  const round = await findRound(db, row.roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (row.version !== version) return { ok: false, reason: "changed-meanwhile" };
  if (row.state === "delivered") return { ok: false, reason: "delivered" };
  const { columns } = round.form;
  const asked = columns.flatMap(({ key }) =>
    Object.hasOwn(input.answers, key) ? [[key, (input.answers[key] ?? "").trim()] as const] : [],
  );
  const answers = { ...row.answers, ...Object.fromEntries(asked) };
  const lacks = deliver ? missing(columns, answers) : [];
  if (lacks.length > 0) return { ok: false, reason: "missing", keys: lacks.map(({ key }) => key) };
  const isEmpty = columns.every(({ key }) => !answers[key]);
  const state = deliver ? "delivered" : isEmpty ? "empty" : "draft";
  const change = { answers, state, deliveredAt: deliver ? now : null } as const;
  if (!(await updateRow(db, { id, version }, change))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "report-row", id },
    before: { state: row.state, ...row.answers },
    after: { state, ...answers },
  });
  return { ok: true, state };
}

/** Takes a delivered row back, so that it can be changed; its answers stay. */
export async function takeBackRow(db: RegionDb, { id, version }: { id: string; version: number }): Promise<SavedRow> {
  const row = await findRow(db, id);
  if (!row) return { ok: false, reason: "not-found" };
  await lockRound(db, row.roundId);
  const round = await findRound(db, row.roundId);
  if (round?.state === "submitted") return { ok: false, reason: "frozen" };
  if (row.state !== "delivered") return { ok: false, reason: "changed-meanwhile" };
  if (!(await updateRow(db, { id, version }, { state: "draft", deliveredAt: null })))
    return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "report-row", id },
    before: { state: "delivered" },
    after: { state: "draft" },
  });
  return { ok: true, state: "draft" };
}
