/**
 * The invitations that count, as a filter for the database. A seat counts once: a substitute's answer stands in for
 * that of the one she meets for, until the one or the other is withdrawn (C11).
 */
export const countedInvitations = { withdrawnAt: null, substitutes: { none: { withdrawnAt: null } } } as const;

/** The same rule for invitations that are read, each with the substitutes it has standing. */
export function isCounted({ substitutes }: { substitutes: readonly unknown[] }): boolean {
  return substitutes.length === 0;
}

export type SubstituteRefusal =
  | "herself"
  | "invited"
  | "declined"
  | "standing"
  | "is-substitute"
  | "held"
  | "opted-out";

export type Candidate = {
  personId: string;
  held: boolean;
  optedOut: boolean;
  /** Her own invitation to the event, where she has or has had one. */
  invitation: { withdrawn: boolean; declined: boolean } | null;
};

/** The invitation somebody else is to meet for. */
export type First = {
  id: string;
  personId: string;
  substituteForId: string | null;
  /** Who meets for her as it stands. */
  substitute: { personId: string; declined: boolean } | null;
};

/**
 * Whether this person may meet for the first. One person has one seat, so who is invited herself cannot, and a
 * substitute names nobody in turn: she says no, and the first chooses anew. Naming the same one twice is one naming.
 */
export function judgeSubstitute(
  first: First,
  candidate: Candidate,
): { ok: true; already: boolean } | { ok: false; reason: SubstituteRefusal } {
  const no = (reason: SubstituteRefusal) => ({ ok: false, reason }) as const;
  if (first.substituteForId !== null) return no("is-substitute");
  if (candidate.personId === first.personId) return no("herself");
  const { substitute } = first;
  if (substitute?.personId === candidate.personId)
    return substitute.declined ? no("declined") : { ok: true, already: true };
  if (substitute && !substitute.declined) return no("standing");
  if (candidate.invitation && !candidate.invitation.withdrawn) return no("invited");
  if (candidate.held) return no("held");
  if (candidate.optedOut) return no("opted-out");
  return { ok: true, already: false };
}

/**
 * The deputy to call up: the first who can be reached, is not invited and has not said no to this event; null when
 * nobody is left.
 */
export function nextDeputy<C extends Candidate>(first: First, deputies: readonly C[]): C | null {
  const isFree = (deputy: C) => {
    const verdict = judgeSubstitute(first, deputy);
    return verdict.ok && !verdict.already && !deputy.invitation?.declined;
  };
  return deputies.find(isFree) ?? null;
}
