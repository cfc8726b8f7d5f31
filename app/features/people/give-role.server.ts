import type { RoleKind } from "~/domain/auth/permissions";
import { type HeldSpan, mayGive } from "~/domain/people/role-rules";
import { type Span, spanOf } from "~/domain/people/role-span";
import { audit } from "~/features/audit/audit.server";
import { inviteToRole } from "~/features/auth/invite-to-role.server";
import { actorChoices, createRole, personWithRoles } from "~/features/people/people.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What is asked of a role: which, limited to whom, from and to which day ("YYYY-MM-DD", both included). */
export type RoleWish = { kind: RoleKind; actorId: string | null; first: string; last: string | null };

export type RoleRefusal =
  | "no-such-person"
  | "no-such-actor"
  | "end-before-start"
  | "through-municipality"
  | "actor-missing"
  | "already-held";

/** Whether somebody who holds these roles may be given this one, and for which days. */
export async function judgeRole(
  db: RegionDb,
  { kind, actorId, first, last }: RoleWish,
  held: readonly HeldSpan[],
): Promise<{ ok: true; span: Span } | { ok: false; reason: Exclude<RoleRefusal, "no-such-person"> }> {
  const asked = spanOf(first, last);
  if (!asked.ok) return asked;
  const verdict = mayGive({ kind, actorId, span: asked.span }, held);
  if (!verdict.ok) return verdict;
  const known = actorId === null || (await actorChoices(db)).some(({ id }) => id === actorId);
  return known ? asked : { ok: false, reason: "no-such-actor" };
}

/** Gives somebody one more role, and sends the invitation to take it. */
export async function giveRole(
  db: RegionDb,
  { personId, now, ...wish }: RoleWish & { personId: string; now: Date },
): Promise<{ ok: true; roleId: string } | { ok: false; reason: RoleRefusal }> {
  await lockRegion(db, "people");
  const person = await personWithRoles(db, personId);
  if (!person) return { ok: false, reason: "no-such-person" };
  const verdict = await judgeRole(db, wish, person.roles);
  if (!verdict.ok) return verdict;
  const { kind, actorId } = wish;
  const { from, to } = verdict.span;
  const validTo = to === null ? null : new Date(to);
  const role = await createRole(db, { personId, kind, actorId, validFrom: new Date(from), validTo });
  await audit(db, {
    action: "created",
    subject: "role",
    id: role.id,
    after: { personId, kind, actorId, validFrom: from, validTo: to },
  });
  await inviteToRole(db, { personId, roleId: role.id, now });
  return { ok: true, roleId: role.id };
}
