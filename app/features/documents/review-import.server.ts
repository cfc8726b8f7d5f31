import { readDocument } from "~/domain/documents/read-document";
import type { Period, Problem, ReadResult } from "~/domain/documents/types";
import { type Comparison, compareDocument, deedOf, targetOf } from "~/features/documents/compare-document";
import { plannedPeriods, productRows } from "~/features/documents/documents.db.server";
import type { ImportChoices } from "~/features/documents/import-choices";
import { periodFigures } from "~/features/documents/import-fields";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Review = { read: ReadResult; comparison: Comparison | null };

/** Reads a document's text with the choices made. */
export function readWith(text: string, { joins, period }: Omit<ImportChoices, "conflicts">): ReadResult {
  return readDocument(text, { joins, ...(period && { period }) });
}

/**
 * Reads a document and compares it with the region; changes nothing. With a problem nothing is compared. `lock` holds
 * the region's rows until the transaction ends.
 */
export async function reviewImport(db: RegionDb, text: string, choices: ImportChoices, lock = false): Promise<Review> {
  const read = readWith(text, choices);
  if (read.problems.length > 0) return { read, comparison: null };
  const plans = read.tables.some(({ period }) => period) ? await plannedPeriods(db) : [];
  const overlaps = overlapProblems(read, plans);
  if (overlaps.length > 0) return { read: { ...read, problems: overlaps }, comparison: null };
  const comparison = compareDocument(read, await productRows(db, read.tables.map(targetOf), lock));
  const closed = closedProblems(comparison, { plans, choices });
  return closed.length > 0 ? { read: { ...read, problems: closed }, comparison: null } : { read, comparison };
}

type Planned = Period & { closed: boolean };

const isSame = (one: Period, other: Period) => one.from === other.from && one.to === other.to;

function problem(code: Problem["code"], table: number, params: Problem["params"]): Problem {
  return { code, table, kind: "communications-plan", row: null, cell: null, line: null, params };
}

/** The plans of a document that would share days with another plan, of the region or of the document. */
function overlapProblems({ tables }: ReadResult, planned: Planned[]): Problem[] {
  const plans = tables.flatMap((table) => {
    const { period } = targetOf(table);
    return period ? [{ ...period, number: table.number }] : [];
  });
  return plans.flatMap((plan) => {
    const others = [...planned, ...plans.filter(({ number }) => number < plan.number)];
    const other = others.find((one) => !isSame(one, plan) && one.from <= plan.to && one.to >= plan.from);
    const params = { period: periodFigures(plan), other: other ? periodFigures(other) : "" };
    return other ? [problem("period_overlaps", plan.number, params)] : [];
  });
}

/** The tables of a document that would change a plan that is closed. */
function closedProblems({ tables }: Comparison, told: { plans: Planned[]; choices: ImportChoices }): Problem[] {
  return tables.flatMap(({ number, target: { period }, rows }) => {
    const closed = period && told.plans.some((plan) => plan.closed && isSame(plan, period));
    const changes = rows.some((row) => ["created", "updated"].includes(deedOf(row, told.choices)));
    return closed && changes ? [problem("plan_closed", number, { period: periodFigures(period) })] : [];
  });
}
