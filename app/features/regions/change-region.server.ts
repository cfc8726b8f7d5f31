import { audit } from "~/features/audit/audit.server";
import { difference, versionOf } from "~/features/regions/region-version.server";
import { findOwnRegion, type RegionRow, saveRegion } from "~/features/regions/regions.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What the page about the region sets. Office hours in minutes after midnight, local time. */
export type RegionSettings = Pick<
  RegionRow,
  | "name"
  | "programme"
  | "initials"
  | "accent"
  | "languages"
  | "defaultStandard"
  | "officeOpens"
  | "officeCloses"
  | "easterClosed"
  | "substituteWords"
>;

export function regionSettings(region: RegionRow): RegionSettings {
  const { name, programme, initials, accent, languages, defaultStandard } = region;
  const { officeOpens, officeCloses, easterClosed, substituteWords } = region;
  return {
    name,
    programme,
    initials,
    accent,
    languages,
    defaultStandard,
    officeOpens,
    officeCloses,
    easterClosed,
    substituteWords,
  };
}

/** Saves the region's own settings. `seen` is the version the form was filled from. */
export async function changeRegion(
  db: RegionDb,
  { settings, seen }: { settings: RegionSettings; seen: string },
): Promise<{ ok: true } | { ok: false; reason: "changed-meanwhile" }> {
  await lockRegion(db, "settings");
  const region = await findOwnRegion(db);
  const before = regionSettings(region);
  if (versionOf(before) !== seen) return { ok: false, reason: "changed-meanwhile" };
  const changed = difference(before, settings);
  if (!changed) return { ok: true };
  await saveRegion(db, region.id, settings);
  await audit(db, { action: "updated", subject: "region", id: region.id, ...changed });
  return { ok: true };
}
