import { keepChoices } from "~/features/documents/documents.db.server";
import type { ImportChoices } from "~/features/documents/import-choices";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Keeps how a staged import's open questions were settled, so that its preview follows them. */
export async function chooseForImport(
  db: RegionDb,
  id: string,
  choices: ImportChoices,
): Promise<{ ok: true } | { ok: false; reason: "closed" }> {
  return (await keepChoices(db, id, choices)) ? { ok: true } : { ok: false, reason: "closed" };
}
