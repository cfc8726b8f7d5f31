import type { Action } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** Who asks for a case, and what she may see of closed ones; 404 for what can be no id. */
export async function requireCase(
  request: Request,
  params: { region?: string | undefined; case?: string | undefined },
  action: Action,
) {
  const membership = await requireRegion(request, params.region, action);
  if (!isUuid(params.case)) notFound();
  const today = todayIn(membership.region.zone, new Date());
  const seen = (db: RegionDb) => closedSeenBy(db, { ...membership, today });
  return { ...membership, caseId: params.case, today, seen };
}
