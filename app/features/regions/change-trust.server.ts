import { type Trust, trusts } from "~/domain/automation/rules";
import { audit } from "~/features/audit/audit.server";
import { findOwnRegion, saveRegion } from "~/features/regions/regions.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export const isTrust = (text: string): text is Trust => trusts.some((trust) => trust === text);

/** Says how far the region's rules go by themselves. `seen` is the level the form was filled from. */
export async function changeTrust(
  db: RegionDb,
  { trust, seen }: { trust: Trust; seen: string },
): Promise<{ ok: true } | { ok: false; reason: "changed-meanwhile" }> {
  await lockRegion(db, "settings");
  const region = await findOwnRegion(db);
  if (region.trust === trust) return { ok: true };
  if (region.trust !== seen) return { ok: false, reason: "changed-meanwhile" };
  await saveRegion(db, region.id, { trust });
  await audit(db, {
    ...{ action: "updated", subject: "region", id: region.id },
    ...{ before: { trust: region.trust }, after: { trust } },
  });
  return { ok: true };
}
