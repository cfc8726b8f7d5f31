import { findHeldRole } from "~/features/auth/auth.db.server";
import { openLink } from "~/features/auth/links.server";
import { withRegion } from "~/platform/db/region-db.server";

/** What a role's link is about: the role and whose it is; null when the link or the role has ended. */
export async function roleLinkView(regionId: string, token: string, now: Date) {
  return withRegion({ regionId, personId: null, via: "link" }, async (db) => {
    const link = await openLink(db, token, "role", now);
    const role = link && (await findHeldRole(db, link.subjectId, now));
    return role ? { role: role.kind, email: link.person.email } : null;
  });
}
