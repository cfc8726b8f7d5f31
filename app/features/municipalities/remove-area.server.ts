import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import { deleteArea, findArea } from "~/features/municipalities/areas.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type RemoveAreaResult =
  | { ok: true; name: string }
  | { ok: false; reason: "not-found" }
  /** Audiences are made of it, or these schemes say that its municipalities pay. */
  | { ok: false; reason: "used"; audiences: { id: string; name: string }[]; fees: string[] };

/** Removes an area or circle that no audience is made of and nobody pays by. */
export async function removeArea(db: RegionDb, id: string): Promise<RemoveAreaResult> {
  await lockRegion(db, "areas");
  const area = isUuid(id) ? await findArea(db, id) : null;
  if (!area) return { ok: false, reason: "not-found" };
  const used = new Map(area.audienceRules.map(({ audience }) => [audience.id, audience]));
  const fees = area.feeSchemes.map(({ name }) => name);
  if (used.size + fees.length > 0) return { ok: false, reason: "used", audiences: [...used.values()], fees };
  await deleteArea(db, id);
  const { name, kind, description, counties } = area;
  await audit(db, { action: "removed", subject: "area", id, before: { name, kind, description, counties } });
  return { ok: true, name };
}
