import { writtenLocale } from "~/domain/municipalities/written-locale";
import { audit } from "~/features/audit/audit.server";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { holdOf, municipalityOf } from "~/features/handover/handover.db.server";
import { contactPersonOf } from "~/features/municipalities/contact-persons.view.server";
import { senderOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";
import { newToken } from "~/platform/tokens.server";

/** How long the link to a handover is good. Days. */
export const handoverDays = 14;

export type AskResult = { ok: true; name: string } | { ok: false; reason: "vacant" | "held" };

/**
 * Asks the contact person of a municipality to name her successor: a mail with a link of her own, good for fourteen
 * days, once, and only while she is contact person. To a held address nothing is sent, so nothing is asked.
 */
export async function askToHandOver(
  db: RegionDb,
  { municipalityId, now }: { municipalityId: string; now: Date },
): Promise<AskResult> {
  const region = await ownRegion(db);
  const person = await contactPersonOf(db, municipalityId, new Date(todayIn(region.zone, now)));
  if (!person) return { ok: false, reason: "vacant" };
  const { personId } = person;
  if ((await holdOf(db, personId))?.heldSince) return { ok: false, reason: "held" };
  const municipality = await municipalityOf(db, municipalityId);
  const token = newToken();
  const expiresAt = new Date(now.getTime() + handoverDays * 24 * 3_600_000);
  await makeLinks(db, [{ token, purpose: "handover", personId, subjectId: municipalityId, expiresAt }]);
  await queueMessages(db, [
    {
      key: `handover-request:${municipalityId}:${newId()}`,
      message: {
        kind: "handover-request",
        regionName: region.name,
        sender: senderOf(region).name,
        municipality: municipality.name,
        validUntil: expiresAt.toISOString(),
        zone: region.zone,
      },
      to: { personId, name: person.name, address: person.email },
      locale: writtenLocale(municipality.writtenStandard, region.defaultStandard),
      secret: token,
      dueAt: now,
    },
  ]);
  await audit(db, { action: "sent", subject: "role", id: person.roleId, after: { personId, municipalityId } });
  return { ok: true, name: person.name };
}
