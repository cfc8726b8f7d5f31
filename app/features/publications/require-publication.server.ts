import { can } from "~/domain/auth/permissions";
import { publicationActors } from "~/features/publications/publication-actors.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/**
 * The publication an address names, for somebody who may edit it: one the region does not have is 404, one of another
 * actor is 403 where the role is limited to its own.
 */
export async function requirePublication(
  request: Request,
  params: { region?: string | undefined; publication?: string | undefined },
) {
  const membership = await requireRegion(request, params.region, "publications.see");
  const publicationId = params.publication ?? "";
  const actorIds = await withRegion(membership.access, (db) => publicationActors(db, publicationId));
  if (!actorIds) notFound();
  if (!can(membership.roles, "publications.edit", { actorIds })) forbidden();
  return { ...membership, publicationId };
}

/** Somebody who may log publications: all, or those of her own actors (`own`). */
export async function requirePublicationMaker(request: Request, slug: string | undefined) {
  const { roles } = await requireRegion(request, slug, "publications.see");
  const own = roles.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  return { ...(await requireRegion(request, slug, "publications.edit", { actorIds: own })), own };
}
