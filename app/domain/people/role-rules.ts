import { overlap, type Span } from "~/domain/people/role-span";

/** Whether a role of a kind is limited to an actor: an editor without one may edit nothing. */
function actorRule(kind: string): "required" | "optional" | "none" {
  if (kind === "network_leader" || kind === "webinar_publisher") return "required";
  return kind === "secretariat" ? "optional" : "none";
}

/** A role as it is held: what, limited to which actor, when. */
export type HeldSpan = { kind: string; actorId: string | null; span: Span };

/**
 * Whether a person may be given one more role. A contact person is named on the page of the municipality, which
 * keeps it to one at a time.
 */
export function mayGive(
  role: HeldSpan,
  held: readonly HeldSpan[],
): { ok: true } | { ok: false; reason: "through-municipality" | "actor-missing" | "already-held" } {
  if (role.kind === "contact_person") return { ok: false, reason: "through-municipality" };
  if (actorRule(role.kind) === "required" && role.actorId === null) return { ok: false, reason: "actor-missing" };
  const twice = held.some(
    ({ kind, actorId, span }) => kind === role.kind && actorId === role.actorId && overlap(span, role.span),
  );
  return twice ? { ok: false, reason: "already-held" } : { ok: true };
}
