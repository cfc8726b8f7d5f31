import { readDocument } from "~/domain/documents/read-document";
import type { ReadResult } from "~/domain/documents/types";
import { type Comparison, compareDocument, targetOf } from "~/features/documents/compare-document";
import { productRows } from "~/features/documents/documents.db.server";
import type { ImportChoices } from "~/features/documents/import-choices";
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
  return { read, comparison: compareDocument(read, await productRows(db, read.tables.map(targetOf), lock)) };
}
