import { can } from "~/domain/auth/permissions";
import { noteView } from "~/features/newsletters/notes.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/** Somebody who may write notes: for all actors, or for her own. */
export async function requireNoteWriter(request: Request, slug: string | undefined) {
  const { roles } = await requireRegion(request, slug, "newsletters.see");
  const own = roles.flatMap(({ actorId }) => actorId ?? []);
  return requireRegion(request, slug, "notes.edit", { actorIds: own });
}

/**
 * The note an address names, for somebody who may see it, or change it (`edit`): one the region does not have is 404, one
 * of another's actor is 403.
 */
export async function requireNote(
  request: Request,
  params: { region?: string | undefined; note?: string | undefined },
  { edit }: { edit: boolean },
) {
  const membership = await requireRegion(request, params.region, "newsletters.see");
  const note = await withRegion(membership.access, (db) => noteView(db, params.note ?? ""));
  if (!note) notFound();
  const mayEdit = can(membership.roles, "notes.edit", { actorIds: note.actorIds });
  if (edit && !mayEdit) forbidden();
  return { ...membership, note, mayEdit: mayEdit && note.usedAt === null };
}
