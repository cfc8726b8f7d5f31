import { findHeldRole, findLink } from "~/features/auth/auth.db.server";
import { withRegion } from "~/platform/db/region-db.server";
import { hashToken } from "~/platform/tokens.server";

/** What a role's link is about: the role and whose it is; null when the link or the role has ended. */
export async function roleLinkView(regionId: string, token: string, now: Date) {
  return withRegion({ regionId, personId: null, via: "link" }, async (db) => {
    const link = await findLink(db, hashToken(token), "role", now);
    const role = link && (await findHeldRole(db, link.subjectId, now));
    return role ? { role: role.kind, email: link.person.email } : null;
  });
}
