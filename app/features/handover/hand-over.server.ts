import { revokeLinks } from "~/features/auth/links.server";
import { handoverParts, type Passed } from "~/features/handover/parts.server";
import { queueWelcome } from "~/features/handover/queue-welcome.server";
import {
  type AssignInput,
  type AssignResult,
  assignContactPerson,
} from "~/features/municipalities/assign-contact-person.server";
import { lastContactPerson } from "~/features/municipalities/contact-persons.view.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type HandOverResult =
  | (Extract<AssignResult, { ok: true }> & { passed: Passed[] })
  | Extract<AssignResult, { ok: false }>;

/**
 * Makes somebody a municipality's contact person, passes on to her everything that is open for the municipality, and
 * sends her a welcome that says what it is: all in one transaction. Where nobody has been since, what the last contact
 * person left open passes.
 */
export async function handOver(db: RegionDb, input: AssignInput & { now: Date }): Promise<HandOverResult> {
  const { municipalityId, now } = input;
  await lockRegion(db, "people");
  const last = await lastContactPerson(db, municipalityId, input.today);
  const assigned = await assignContactPerson(db, input);
  if (!assigned.ok) return assigned;
  await revokeLinks(db, { purpose: "handover", subjectId: municipalityId, now });
  const handover = { municipalityId, from: assigned.ended ?? last, to: assigned.personId, now };
  const passed: Passed[] = [];
  for (const part of handoverParts) passed.push(...(await part.pass(db, handover)));
  await queueWelcome(db, { municipalityId, personId: assigned.personId, roleId: assigned.roleId, passed, now });
  return { ...assigned, passed };
}
