import type { ReadResult } from "~/domain/documents/types";
import { type AuditEntry, audit } from "~/features/audit/audit.server";
import {
  type Cells,
  type ComparedRow,
  type Comparison,
  countTables,
  deedOf,
  type TableCount,
  type Target,
  targetKey,
} from "~/features/documents/compare-document";
import {
  closeImport,
  createRows,
  ensurePlan,
  findImport,
  noteImported,
  updateRow,
} from "~/features/documents/documents.db.server";
import type { ImportChoices } from "~/features/documents/import-choices";
import { reviewImport } from "~/features/documents/review-import.server";
import { stageImport } from "~/features/documents/stage-import.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type ImportResult = { tables: TableCount[]; missing: number };

type SaveOutcome =
  | { ok: true; importId: string; result: ImportResult; read: ReadResult; comparison: Comparison }
  | { ok: false; reason: "closed" }
  | { ok: false; reason: "problems"; read: ReadResult };

/**
 * Saves a staged import, or a text at once. One import at a time in a region: a second waits and then sees what the
 * first saved. With any problem nothing is saved. Rows that ask are kept as they are unless the choices take the
 * file's words; rows the file does not have are left alone. An import saved or discarded before is `closed`.
 */
export async function saveImport(
  db: RegionDb,
  source: { importId: string } | { fileName: string; text: string },
  choices: ImportChoices,
  { now }: { now: Date },
): Promise<SaveOutcome> {
  await lockRegion(db, "import");
  const staged = "importId" in source ? await findImport(db, source.importId) : null;
  if ("importId" in source && staged?.state !== "staged") return { ok: false, reason: "closed" };
  const text = "text" in source ? source.text : (staged?.text ?? "");
  const { read, comparison } = await reviewImport(db, text, choices, true);
  if (!comparison) return { ok: false, reason: "problems", read };

  const importId = "importId" in source ? source.importId : await stageImport(db, source);
  const result = {
    tables: countTables(read, comparison, choices),
    missing: comparison.missing.length,
  };
  const entries: AuditEntry[] = [];
  for (const [target, rows] of byTarget(comparison)) entries.push(...(await saveRows(db, target, rows, choices)));
  await audit(db, { action: "imported", subject: "import", id: importId, after: result }, ...entries);
  await closeImport(db, importId, { state: "saved", savedAt: now, choices, result });
  return { ok: true, importId, result, read, comparison };
}

function byTarget({ tables }: Comparison): [Target, ComparedRow[]][] {
  const targets = new Map<string, [Target, ComparedRow[]]>();
  for (const { target, rows } of tables) {
    const known = targets.get(targetKey(target));
    if (known) known[1].push(...rows);
    else targets.set(targetKey(target), [target, [...rows]]);
  }
  return [...targets.values()];
}

const subjects = { actors: "actor", networks: "network", "communications-plan": "plan-row" } as const;

async function saveRows(db: RegionDb, { kind, period }: Target, rows: ComparedRow[], choices: ImportChoices) {
  const subject = subjects[kind];
  const entries: AuditEntry[] = [];
  const plan = period && (await ensurePlan(db, period));
  if (period && plan?.created) {
    entries.push({ action: "created", subject: "communications-plan", id: plan.id, after: period });
  }

  const fresh = rows.filter((row) => deedOf(row, choices) === "created");
  if (fresh.length > 0) {
    const made = fresh.map(({ position, cells }) => ({ position: position ?? 0, cells }));
    for (const { id, imported } of await createRows(db, kind, plan?.id ?? null, made)) {
      entries.push({ action: "created", subject, id, after: Object(imported ?? {}) });
    }
  }
  for (const row of rows) {
    const { existing, cells, position } = row;
    if (!existing) continue;
    const { id, current, imported } = existing;
    if (deedOf(row, choices) === "updated") {
      await updateRow(db, kind, { id, position, cells });
      entries.push({ action: "updated", subject, id, ...difference(current, cells) });
    } else if (row.verdict.kind === "unchanged" && !(imported && sameCells(imported, cells))) {
      await noteImported(db, kind, existing, cells);
    }
  }
  return entries;
}

function difference(before: Cells, after: Cells): { before: Cells; after: Cells } {
  const changed = Object.keys(after).filter((column) => before[column] !== after[column]);
  const pick = (cells: Cells) => Object.fromEntries(changed.map((column) => [column, cells[column] ?? ""]));
  return { before: pick(before), after: pick(after) };
}

function sameCells(a: Cells, b: Cells): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}
