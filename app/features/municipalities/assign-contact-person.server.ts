import { isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { endContactRole, openContactRoles } from "~/features/municipalities/municipalities.db.server";
import { nameForRole } from "~/features/people/name-person.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type AssignInput = {
  municipalityId: string;
  name: string;
  email: string;
  /** The day in the region's zone, at midnight UTC. */
  today: Date;
  /** The contact person the reader has been asked about and said yes to; null when she has not been asked. */
  replaces: string | null;
};

export type AssignResult =
  | { ok: true; roleId: string; personId: string; ended: string | null }
  /** There is one already: shall the new one take over? Asked again when it is another than `replaces`. */
  | { ok: false; reason: "has-contact-person"; current: { personId: string; name: string } }
  | { ok: false; reason: "already"; current: { personId: string; name: string } };

/**
 * Makes somebody a municipality's contact person from today. Where there is one, her role ends today (the end is
 * exclusive) in the same transaction, and only when `replaces` names her. One who is to begin later keeps her day.
 * Two at once are taken one after the other, so that the second is asked about the first.
 */
export async function assignContactPerson(db: RegionDb, input: AssignInput): Promise<AssignResult> {
  const { municipalityId, today, replaces } = input;
  await lockRegion(db, "people");
  const open = await openContactRoles(db, municipalityId, today);
  const held = open.find(({ validFrom }) => validFrom <= today);
  const next = open.find(({ validFrom }) => validFrom > today);
  const email = input.email.trim().toLowerCase();
  if (held) {
    const current = { personId: held.personId, name: held.person.name };
    if (held.person.email === email) return { ok: false, reason: "already", current };
    if (held.personId !== replaces) return { ok: false, reason: "has-contact-person", current };
    await endContactRole(db, held.id, today);
    await audit(db, {
      action: "updated",
      subject: "role",
      id: held.id,
      before: { kind: "contact_person", personId: held.personId, municipalityId, validTo: isoDay(held.validTo) },
      after: { kind: "contact_person", personId: held.personId, municipalityId, validTo: isoDay(today) },
    });
  }
  const named = await nameForRole(
    db,
    { name: input.name, email },
    { kind: "contact_person", municipalityId, validFrom: today, validTo: next?.validFrom ?? null },
  );
  return { ok: true, ...named, ended: held?.personId ?? null };
}
