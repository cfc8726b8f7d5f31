import type { HoldReason } from "~/domain/delivery/hold";
import { isoDay } from "~/domain/shared/days";
import { alarmRows } from "~/features/municipalities/contact-alarms.db.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import { oncePerRequest } from "~/platform/request-context.server";

/**
 * A municipality that needs a person to look: vacant (nobody, since a day when there has been one), held (nothing is
 * sent to the contact person's address), silent (no answer to the last three invitations). Days are "YYYY-MM-DD".
 */
export type ContactAlarm = { municipalityId: string; number: string; name: string } & (
  | { reason: "vacant"; since: string | null; person: null }
  | { reason: "held"; since: string; because: HoldReason; person: { id: string; name: string } }
  | { reason: "silent"; person: { id: string; name: string } }
);

const order = ["vacant", "held", "silent"];

/**
 * The vacancy alarm on a day (midnight UTC): one entry per municipality, the gravest reason, vacancies first, by name.
 * Looked up once for a page and the frame around it.
 */
export function contactAlarms(db: RegionDb, today: Date): Promise<ContactAlarm[]> {
  return oncePerRequest(`alarms:${accessFor(db).regionId}:${isoDay(today)}`, () => findAlarms(db, today));
}

async function findAlarms(db: RegionDb, today: Date): Promise<ContactAlarm[]> {
  const rows = await alarmRows(db, today);
  return rows
    .map(({ personId, personName, vacantSince, heldSince, heldReason, ...municipality }): ContactAlarm => {
      if (personId === null)
        return { ...municipality, reason: "vacant", since: vacantSince && isoDay(vacantSince), person: null };
      const person = { id: personId, name: personName ?? "" };
      if (heldSince === null) return { ...municipality, reason: "silent", person };
      return { ...municipality, reason: "held", since: isoDay(heldSince), because: heldReason ?? "by_hand", person };
    })
    .sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason) || a.name.localeCompare(b.name, "nb"));
}
