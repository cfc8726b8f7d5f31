import { type Action, can } from "~/domain/auth/permissions";
import { eventActors } from "~/features/events/event-actors.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/**
 * The event an address names, for somebody who may do this to it: one the region does not have is 404, one that
 * another actor holds is 403 where the role is limited to its own.
 */
export async function requireEvent(
  request: Request,
  params: { region?: string | undefined; event?: string | undefined },
  action: Action,
) {
  const membership = await requireRegion(request, params.region, "events.see");
  const eventId = params.event ?? "";
  // Whose it is matters to those alone who may not edit every event.
  const all = can(membership.roles, "events.edit") && can(membership.roles, "events.invite");
  const actorIds = await withRegion(membership.access, (db) => eventActors(db, eventId, { all }));
  if (!actorIds) notFound();
  if (!can(membership.roles, action, { actorIds })) forbidden();
  return { ...membership, eventId, actorIds };
}

/** What somebody may do to an event of these actors, beside looking at it. */
export const rightsTo = (roles: Parameters<typeof can>[0], actorIds: readonly string[]) => ({
  edit: can(roles, "events.edit", { actorIds }),
  invite: can(roles, "events.invite", { actorIds }),
  deliveries: can(roles, "deliveries.see"),
  members: can(roles, "members.edit"),
});

/** Somebody who may make events: all, or those of her own actors (`own`). */
export async function requireEventMaker(request: Request, slug: string | undefined) {
  const { roles } = await requireRegion(request, slug, "events.see");
  const own = roles.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  return { ...(await requireRegion(request, slug, "events.edit", { actorIds: own })), own };
}
