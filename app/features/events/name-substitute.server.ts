import { judgeAnswer } from "~/domain/events/answer";
import { type Candidate, type First, judgeSubstitute, type SubstituteRefusal } from "~/domain/events/seats";
import { audit } from "~/features/audit/audit.server";
import { deputiesFor } from "~/features/events/deputies-for.server";
import { findInvitation, holdEvent } from "~/features/events/events.db.server";
import { type FoundInvitation, invitationsTo, saveStepAside } from "~/features/events/substitutes.db.server";
import { putSubstitute } from "~/features/events/substitution.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { personByAddress, personById } from "~/features/people/person.view.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type Person = { id: string; name: string; email: string; heldSince: Date | null; optedOut: string[] };

export type NameSubstituteRefusal = SubstituteRefusal | "cancelled" | "over" | "gone" | "passed-on" | "deputy-gone";
export type NameSubstituteResult = { ok: true; name: string } | { ok: false; reason: NameSubstituteRefusal };

/** One of the deputies named in advance, by the id of that row, or somebody by name and address. */
export type NamedSubstitute = { deputy: string } | { name: string; email: string };

/** An invitation as the rules of substitutes see it. */
export function firstOf({ id, personId, substituteForId, substitutes }: FoundInvitation): First {
  const [one] = substitutes;
  const substitute = one ? { personId: one.personId, declined: one.answer === "declined" } : null;
  return { id, personId, substituteForId, substitute };
}

/** People as the rules of substitutes see them, with what each has been invited to. */
export async function candidatesFor<P extends Person>(
  db: RegionDb,
  eventId: string,
  people: P[],
): Promise<(Candidate & { person: P })[]> {
  const invitations = await invitationsTo(
    db,
    eventId,
    people.map(({ id }) => id),
  );
  return people.map((person) => {
    const has = invitations.find(({ personId }) => personId === person.id);
    return {
      person,
      personId: person.id,
      held: person.heldSince !== null,
      optedOut: person.optedOut.includes("invitations"),
      invitation: has ? { withdrawn: has.withdrawnAt !== null, declined: has.answer === "declined" } : null,
    };
  });
}

/**
 * Somebody who cannot come names who meets for her (C11): she stands as declined, her calendar's entry is cancelled
 * for her alone, and who is named gets an invitation of her own. Twice at once is one naming.
 */
export async function nameSubstitute(
  db: RegionDb,
  input: {
    invitationId: string;
    who: NamedSubstitute;
    note: string;
    answeredBy: "link" | "signed_in" | "on_behalf";
    /** Who says it on her behalf. */
    answeredForId?: string;
    now: Date;
  },
): Promise<NameSubstituteResult> {
  const { who, note, answeredBy, now } = input;
  // People before events, as a handover takes them.
  await lockRegion(db, "people");
  const found = await findInvitation(db, input.invitationId);
  const event = found && (await holdEvent(db, found.eventId));
  const first = event && (await findInvitation(db, found.id));
  if (!first) return { ok: false, reason: "gone" };
  if (first.withdrawnAt) return { ok: false, reason: "passed-on" };
  const open = judgeAnswer(event, now);
  if (!open.ok) return open;
  if (first.substituteForId) return { ok: false, reason: "is-substitute" };
  const known = await personOf(db, who, first);
  if (known === undefined) return { ok: false, reason: "deputy-gone" };
  const [candidate = newcomer] = known ? await candidatesFor(db, event.id, [known]) : [];
  const verdict = judgeSubstitute(firstOf(first), candidate);
  if (!verdict.ok) return verdict;
  const person = known ?? ("email" in who ? await personById(db, (await ensureNamed(db, who)).personId) : null);
  if (!person) throw new Error("The person who is named is gone");
  if (verdict.already) return { ok: true, name: person.name };
  await saveStepAside(db, first.id, {
    answeredAt: now,
    answeredBy,
    answeredForId: input.answeredForId ?? null,
    answeredVersion: event.askedVersion,
    comment: note || first.comment,
  });
  await audit(db, {
    action: "answered",
    subject: "invitation",
    id: first.id,
    before: { answer: first.answer },
    after: { answer: "declined", substituteId: person.id },
  });
  await putSubstitute(db, { event, first, person, note, calledUp: false, now });
  return { ok: true, name: person.name };
}

/** Nobody's address yet. */
const newcomer: Candidate = { personId: "", held: false, optedOut: false, invitation: null };

/** Who is named: null for an address that is nobody's yet, undefined for a deputy that is none. */
async function personOf(
  db: RegionDb,
  who: NamedSubstitute,
  first: FoundInvitation,
): Promise<Person | null | undefined> {
  if ("email" in who) return personByAddress(db, who.email);
  return (await deputiesFor(db, first)).find(({ id }) => id === who.deputy)?.deputy;
}
