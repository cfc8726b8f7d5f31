import { stageMinutes } from "~/features/documents/minutes-imports.db.server";
import type { ReceivedMinutes } from "~/features/documents/receive-minutes.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Puts minutes that were received aside until a person confirms or discards them. Returns the import's id. */
export async function stageReceivedMinutes(
  db: RegionDb,
  { fileName, text }: Extract<ReceivedMinutes, { ok: true }>,
): Promise<string> {
  return stageMinutes(db, { fileName, text });
}
