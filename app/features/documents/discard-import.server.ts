import { audit } from "~/features/audit/audit.server";
import { closeImport } from "~/features/documents/documents.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Ends a staged import without saving it, and forgets its text. */
export async function discardImport(db: RegionDb, id: string): Promise<{ ok: true } | { ok: false; reason: "closed" }> {
  if (!(await closeImport(db, id, { state: "discarded" }))) return { ok: false, reason: "closed" };
  await audit(db, { action: "removed", subject: "import", id });
  return { ok: true };
}
