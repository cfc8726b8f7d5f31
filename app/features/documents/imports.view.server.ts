import { importPage } from "~/features/documents/documents.db.server";
import type { ImportResult } from "~/features/documents/save-import.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ImportEntry = {
  id: string;
  fileName: string;
  state: "staged" | "saved" | "discarded";
  /** ISO instant: when it was saved, else when it came. */
  at: string;
  created: number;
  updated: number;
};

/** Earlier imports, newest first, fifty at a time; `next` is where the following page begins. */
export async function importsView(db: RegionDb, after: string | null) {
  const found = await importPage(db, after);
  const imports = found.slice(0, 50).map(({ id, fileName, state, result, createdAt, savedAt }): ImportEntry => {
    const { tables } = (result as ImportResult | null) ?? { tables: [] };
    return {
      id,
      fileName,
      state,
      at: (savedAt ?? createdAt).toISOString(),
      created: tables.reduce((sum, { created }) => sum + created, 0),
      updated: tables.reduce((sum, { updated }) => sum + updated, 0),
    };
  });
  return { imports, next: found.length > 50 ? (imports.at(-1)?.id ?? null) : null };
}
