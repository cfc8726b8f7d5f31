import { redirect } from "@remix-run/node";
import { type Action, can } from "~/domain/auth/permissions";
import { holds } from "~/domain/municipalities/lineage";
import { isoDay } from "~/domain/shared/days";
import { type FoundMunicipality, findMunicipality } from "~/features/municipalities/municipalities.db.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/**
 * The municipality an address names, for somebody who may do this there: a number no municipality of the region has
 * had is 404, a municipality that is not one's own where the role is limited to that is 403. A page asked for by a
 * number it had before is at its number now. `today` is the day in the region's zone; `member` tells whether it is in
 * the region that day.
 */
export async function requireMunicipality(
  request: Request,
  params: { region?: string | undefined; number?: string | undefined },
  action: Action,
) {
  const membership = await requireRegion(request, params.region, "overview.see");
  const asked = params.number ?? "";
  const municipality = await withRegion(membership.access, (db) => findMunicipality(db, asked));
  if (!municipality) notFound();
  if (!can(membership.roles, action, { municipalityId: municipality.id })) forbidden();
  const { slug, zone } = membership.region;
  if (asked !== municipality.number && request.method === "GET") {
    const edits = /\/edit(\.data)?$/.test(new URL(request.url).pathname);
    throw redirect((edits ? paths.editMunicipality : paths.municipality)(slug, municipality.number));
  }
  const today = new Date(todayIn(zone, new Date()));
  return { ...membership, municipality, today, member: isMember(municipality, today) };
}

export type MunicipalityAccess = Awaited<ReturnType<typeof requireMunicipality>>;

/** Whether it is in the region and stands on a day. */
export function isMember({ validFrom, validTo, endedOn }: FoundMunicipality, day: Date): boolean {
  const span = { validFrom: isoDay(validFrom), validTo: isoDay(validTo) };
  return holds(span, isoDay(day)) && (endedOn === null || endedOn > day);
}
