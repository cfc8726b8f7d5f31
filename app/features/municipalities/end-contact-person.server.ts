import { audit } from "~/features/audit/audit.server";
import { revokeLinks } from "~/features/auth/links.server";
import { endContactRole, openContactRoles } from "~/features/municipalities/municipalities.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type EndContactPersonResult = { ok: true } | { ok: false; reason: "not-contact-person" };

/** Ends a contact person's role today (the end is exclusive) without a successor: the municipality is vacant. */
export async function endContactPerson(
  db: RegionDb,
  { municipalityId, personId, today }: { municipalityId: string; personId: string; today: Date },
): Promise<EndContactPersonResult> {
  await lockRegion(db, "people");
  const open = await openContactRoles(db, municipalityId, today);
  const held = open.find((role) => role.validFrom <= today && role.personId === personId);
  if (!held) return { ok: false, reason: "not-contact-person" };
  await endContactRole(db, held.id, today);
  await revokeLinks(db, { purpose: "handover", subjectId: municipalityId, now: today });
  const role = { kind: "contact_person", personId, municipalityId };
  await audit(db, {
    action: "updated",
    subject: "role",
    id: held.id,
    before: { ...role, validTo: held.validTo?.toISOString().slice(0, 10) ?? null },
    after: { ...role, validTo: today.toISOString().slice(0, 10) },
  });
  return { ok: true };
}
