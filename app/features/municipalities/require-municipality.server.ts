import { type Action, can } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { findMunicipality } from "~/features/municipalities/municipalities.db.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/**
 * The municipality an address names, for somebody who may do this there: a number the region does not have is 404, a
 * municipality that is not one's own where the role is limited to that is 403. `today` is the day in the region's zone.
 */
export async function requireMunicipality(
  request: Request,
  params: { region?: string | undefined; number?: string | undefined },
  action: Action,
) {
  const membership = await requireRegion(request, params.region, "overview.see");
  const municipality = await withRegion(membership.access, (db) => findMunicipality(db, params.number ?? ""));
  if (!municipality) notFound();
  if (!can(membership.roles, action, { municipalityId: municipality.id })) forbidden();
  const today = new Date(instantToLocal(new Date().toISOString(), membership.region.zone).date);
  return { ...membership, municipality, today };
}

export type MunicipalityAccess = Awaited<ReturnType<typeof requireMunicipality>>;
