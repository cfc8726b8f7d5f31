import { standing } from "~/domain/people/role-span";
import { audit } from "~/features/audit/audit.server";
import { inviteToRole } from "~/features/auth/invite-to-role.server";
import { findRole } from "~/features/people/people.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Sends a new link to a role that is held or coming. */
export async function inviteAgain(
  db: RegionDb,
  { roleId, personId, today, now }: { roleId: string; personId: string; today: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "no-such-role" | "already-ended" }> {
  const role = await findRole(db, roleId);
  if (role?.personId !== personId) return { ok: false, reason: "no-such-role" };
  if (standing(role.span, today) === "ended") return { ok: false, reason: "already-ended" };
  await inviteToRole(db, { personId, roleId, now });
  await audit(db, { action: "invited", subject: "role", id: roleId, after: { personId, kind: role.kind } });
  return { ok: true };
}
