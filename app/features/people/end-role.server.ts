import { endSpan, leavesGap, standing } from "~/domain/people/role-span";
import { audit } from "~/features/audit/audit.server";
import { coordinatorRoles, findRole, setRoleEnd } from "~/features/people/people.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type EndRefusal =
  | "no-such-role"
  | "through-municipality"
  | "already-ended"
  | "end-before-start"
  | "last-coordinator";

/**
 * Ends a role after its last day, or now. A region is never left without a coordinator on a day that has one.
 *
 * @param last "YYYY-MM-DD", or "now": the role is not held from today on
 * @param today the day in the region's zone
 */
export async function endRole(
  db: RegionDb,
  { roleId, last, today }: { roleId: string; last: string | "now"; today: string },
): Promise<{ ok: true } | { ok: false; reason: EndRefusal }> {
  await lockRegion(db, "people");
  const role = await findRole(db, roleId);
  if (!role) return { ok: false, reason: "no-such-role" };
  if (role.kind === "contact_person") return { ok: false, reason: "through-municipality" };
  if (standing(role.span, today) === "ended") return { ok: false, reason: "already-ended" };
  const ended = endSpan(role.span, last, today);
  if (!ended.ok) return ended;
  if (role.kind === "coordinator") {
    const others = (await coordinatorRoles(db, new Date(today))).filter(({ id }) => id !== roleId);
    const spans = others.map(({ span }) => span);
    if (leavesGap(role.span, ended.span, spans, today)) return { ok: false, reason: "last-coordinator" };
  }
  await setRoleEnd(db, roleId, ended.span.to === null ? null : new Date(ended.span.to));
  await audit(db, {
    action: "updated",
    subject: "role",
    id: roleId,
    before: { personId: role.personId, kind: role.kind, validTo: role.span.to },
    after: { personId: role.personId, kind: role.kind, validTo: ended.span.to },
  });
  return { ok: true };
}
