import { createImport } from "~/features/documents/documents.db.server";
import { type ImportChoices, noChoices } from "~/features/documents/import-choices";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/** Puts a document aside until a person confirms or discards it. Returns the import's id. */
export async function stageImport(
  db: RegionDb,
  { fileName, text, period = null }: { fileName: string; text: string; period?: ImportChoices["period"] },
): Promise<string> {
  return createImport(db, { fileName, text, choices: { ...noChoices, period }, personId: accessFor(db).personId });
}
