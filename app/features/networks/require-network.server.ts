import { type Action, can } from "~/domain/auth/permissions";
import { networkActors } from "~/features/networks/network-actors.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/**
 * The network an address names, for somebody who may do this to it: one the region does not have is 404, one that
 * another actor runs is 403 where the role is limited to its own. `actorIds`: its operators and their parents.
 */
export async function requireNetwork(
  request: Request,
  params: { region?: string | undefined; network?: string | undefined },
  action: Action,
) {
  const membership = await requireRegion(request, params.region, "networks.see");
  const networkId = params.network ?? "";
  const actorIds = await withRegion(membership.access, (db) => networkActors(db, networkId));
  if (!actorIds) notFound();
  if (!can(membership.roles, action, { actorIds })) forbidden();
  return { ...membership, networkId, actorIds };
}
