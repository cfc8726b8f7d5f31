import { audit } from "~/features/audit/audit.server";
import { insertMunicipalities } from "~/features/regions/new-region.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Adds the municipalities of a county (its two-digit number) from the register to the region, each with the written
 * standard it has decided on where that is known. Those in the region already stay as they are.
 */
export async function addMunicipalities(
  db: RegionDb,
  { county, standardOf }: { county: string; standardOf: (number: string) => "bokmal" | "nynorsk" | "neutral" | null },
): Promise<{ ok: true; added: number; found: number } | { ok: false; reason: "no-such-county" }> {
  const { found, added } = await insertMunicipalities(db, county, standardOf);
  if (found === 0) return { ok: false, reason: "no-such-county" };
  if (added.length > 0) {
    await audit(db, ...added.map((id) => ({ action: "created" as const, subject: "municipality" as const, id })));
  }
  return { ok: true, added: added.length, found };
}
