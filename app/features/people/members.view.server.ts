import type { RoleKind } from "~/domain/auth/permissions";
import { actorChoices, endedRoles, membersPage } from "~/features/people/people.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const page = 50;
const endedShown = 20;

/** People with roles now or later, by name; the roles that ended last; what a new role can be limited to. */
export async function membersView(
  db: RegionDb,
  asked: { today: string; after: string | null; search: string; kind: RoleKind | null },
) {
  const today = new Date(asked.today);
  const found = await membersPage(db, { ...asked, today });
  const first = asked.after === null;
  return {
    members: found.slice(0, page),
    next: found.length > page ? (found[page - 1]?.id ?? null) : null,
    ended: first ? await endedRoles(db, today, endedShown) : [],
    actors: await actorChoices(db),
  };
}
