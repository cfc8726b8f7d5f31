import { type Action, can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { findMinutes } from "~/features/minutes/minutes.db.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/** The meeting an address names, of the body it names, for somebody who may do this: any other is 404. */
export async function requireMinutes(
  request: Request,
  params: { region?: string | undefined; body?: string | undefined; minutes?: string | undefined },
  action: Action,
) {
  const membership = await requireRegion(request, params.region, "bodies.see");
  const minutesId = params.minutes ?? "";
  if (!isUuid(minutesId)) notFound();
  const minutes = await withRegion(membership.access, (db) => findMinutes(db, minutesId));
  if (!minutes || minutes.bodyId !== params.body) notFound();
  if (!can(membership.roles, action)) forbidden();
  return { ...membership, minutesId, minutes };
}
