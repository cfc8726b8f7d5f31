import type { WrittenStandard } from "~/domain/municipalities/written-locale";
import { audit } from "~/features/audit/audit.server";
import { findMunicipality, saveWrittenStandard } from "~/features/municipalities/municipalities.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Writes down what a municipality has decided about its written standard; null is not known. */
export async function chooseWrittenStandard(
  db: RegionDb,
  { number, standard }: { number: string; standard: WrittenStandard | null },
): Promise<{ ok: true } | { ok: false; reason: "not-found" }> {
  const municipality = await findMunicipality(db, number);
  if (!municipality) return { ok: false, reason: "not-found" };
  if (municipality.writtenStandard === standard) return { ok: true };
  await saveWrittenStandard(db, municipality.id, standard);
  await audit(db, {
    action: "updated",
    subject: "municipality",
    id: municipality.id,
    before: { writtenStandard: municipality.writtenStandard },
    after: { writtenStandard: standard },
  });
  return { ok: true };
}
