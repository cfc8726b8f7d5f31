import { closedReason, decide, type SignUpVerdict, type Way } from "~/domain/registrations/places";
import type { Answers } from "~/domain/registrations/questions";
import { audit } from "~/features/audit/audit.server";
import { ensureAllNamed } from "~/features/people/ensure-named.server";
import { organizerOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import {
  queueRegistrationLetters,
  type RegistrationLetter,
  stateMessage,
} from "~/features/registrations/registration-messages.server";
import {
  createRegistrations,
  holdEventOf,
  invitedSequences,
  lastNumber,
  registrationsOfPeople,
  saveOrganizer,
  signUpFacts,
  standingOf,
  updateRegistration,
} from "~/features/registrations/registrations.db.server";
import { standingLetter } from "~/features/registrations/standing-letter.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type SignUp = {
  name: string;
  email: string;
  organisation: string;
  municipalityId: string | null;
  way: Way;
  answers: Answers;
  needs: string;
  locale: "nb" | "nn" | "en";
};

export type SignUpResult =
  | { ok: true; state: "registered" | "pending" }
  | { ok: true; state: "waiting"; position: number }
  | Extract<SignUpVerdict, { ok: false }>
  | { ok: false; reason: "gone" | "already" };

/**
 * Signs people up to an event, in their order: each has a place, waits or is looked at, and is told by mail with a
 * link of her own. Who has signed up already keeps what she has and is sent a new link; the answer is what it would
 * have been to anybody else, so that it does not say whether an address is known (L3). Who was out comes in anew, at
 * the end. All of them share one transaction: a thousand who come at once wait a few times for the database, and not
 * each for all before her.
 */
export async function signUpAll(
  db: RegionDb,
  {
    eventId,
    people,
    now,
    byHand = false,
  }: {
    eventId: string;
    people: readonly SignUp[];
    now: Date;
    /** The organiser does it, who may also when it is not open, and is told who has signed up already. */
    byHand?: boolean;
  },
): Promise<SignUpResult[]> {
  const named = await ensureAllNamed(db, people);
  const held = await holdEventOf(db, eventId);
  if (!held) return people.map(() => ({ ok: false, reason: "gone" }));
  const facts = byHand
    ? { ...signUpFacts(held), open: true, registration: "open" as const, registerBy: null }
    : signUpFacts(held);
  const closed = closedReason(facts, now.toISOString());
  if (closed) return people.map(() => ({ ok: false, reason: closed }));
  const region = await ownRegion(db);
  const event = held.organizerAddress ? held : { ...held, ...organizerOf(region) };
  if (event !== held) await saveOrganizer(db, eventId, organizerOf(region));
  // Who was not known until now has nothing to be found.
  const ids = [...named.known.values()];
  const known = new Map((await registrationsOfPeople(db, eventId, ids)).map((one) => [one.personId, one]));
  const sequences = await invitedSequences(db, eventId, ids);
  const standing = await standingOf(db, eventId);
  let number = await lastNumber(db, eventId);
  const results: SignUpResult[] = [];
  const made: Parameters<typeof createRegistrations>[1] = [];
  const letters: RegistrationLetter[] = [];
  const entries: Parameters<typeof audit>[1][] = [];
  for (const one of people) {
    const personId = named.all.get(one.email) ?? "";
    const before = known.get(personId);
    if (byHand && before && !["cancelled", "refused"].includes(before.state)) {
      results.push({ ok: false, reason: "already" });
      continue;
    }
    const verdict = decide(facts, one.way, standing[one.way], now.toISOString());
    if (!verdict.ok) {
      results.push(verdict);
      continue;
    }
    const { state } = verdict;
    const position = standing[one.way].inLine + 1;
    results.push(state === "waiting" ? { ok: true, state, position } : { ok: true, state });
    if (before && before.state !== "cancelled" && !byHand) {
      letters.push(await standingLetter(db, { event, registration: before, regionName: region.name, now }));
      continue;
    }
    number += 1;
    if (state === "registered") standing[one.way].taken += 1;
    if (state === "waiting") standing[one.way].inLine += 1;
    const id = before?.id ?? newId();
    const sequence = (before?.sequence ?? sequences.get(personId) ?? 0) + (state === "registered" ? 1 : 0);
    const version = before ? before.version + 1 : 0;
    const { email, ...typed } = one;
    const data = { ...typed, state, number, sequence, version, offeredUntil: null };
    if (before) await updateRegistration(db, id, data);
    else made.push({ id, eventId, personId, ...data });
    const to = { id, personId, name: one.name, way: one.way, locale: one.locale, person: { email } };
    const told =
      state === "registered" ? { state, sequence, stamp: now } : state === "waiting" ? { state, position } : { state };
    const message = stateMessage(event, to, region.name, told);
    letters.push({ key: `${message.kind}:${id}:${version}`, message, to });
    entries.push({
      action: before ? "updated" : "created",
      subject: "registration",
      id,
      ...(before && { before: { state: before.state } }),
      after: { state },
    });
  }
  if (made.length > 0) await createRegistrations(db, made);
  if (entries.length > 0) await audit(db, ...entries);
  await queueRegistrationLetters(db, event, letters, now);
  return results;
}
