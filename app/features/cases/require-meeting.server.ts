import type { Action } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** Who asks for a meeting of a body, and what she may see of its closed cases; 404 for what can be no id. */
export async function requireMeeting(
  request: Request,
  params: { region?: string | undefined; body?: string | undefined; minutes?: string | undefined },
  action: Action,
) {
  const membership = await requireRegion(request, params.region, action);
  const { body: bodyId, minutes: minutesId } = params;
  if (!isUuid(bodyId) || !isUuid(minutesId)) notFound();
  const now = new Date();
  const today = todayIn(membership.region.zone, now);
  const seen = (db: RegionDb) => closedSeenBy(db, { ...membership, today });
  return { ...membership, bodyId, minutesId, now, today, seen };
}
