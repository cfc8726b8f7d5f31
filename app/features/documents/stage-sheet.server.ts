import type { ReceivedSheet } from "~/features/documents/receive-sheet.server";
import { stageSheet } from "~/features/documents/sheet-imports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Puts a sheet aside until a person confirms or discards it. Returns the import's id. */
export async function stageReceivedSheet(
  db: RegionDb,
  { fileName, sheet }: Extract<ReceivedSheet, { ok: true }>,
): Promise<string> {
  return stageSheet(db, { fileName, sheet });
}
