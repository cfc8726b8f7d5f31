import { passedFrom } from "~/domain/registrations/places";
import { audit } from "~/features/audit/audit.server";
import { wakeSoon } from "~/features/events/event-wakes.server";
import {
  findRegistration,
  holdEventOf,
  lastNumber,
  renumber,
  waitingUpTo,
} from "~/features/registrations/registrations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Puts somebody who waits first in line; the others keep their order. Who let an offer pass is asked again. False when
 * she does not wait, or is first already.
 */
export async function moveToFront(db: RegionDb, { registrationId }: { registrationId: string }): Promise<boolean> {
  const found = await findRegistration(db, registrationId);
  if (!found || !(await holdEventOf(db, found.eventId))) return false;
  const registration = await findRegistration(db, registrationId);
  if (registration?.state !== "waiting") return false;
  const line = await waitingUpTo(db, registration);
  const passed = registration.number >= passedFrom;
  if (line.length < 2 && !passed) return false;
  const inLine = line.filter(({ number }) => number < passedFrom);
  // Everybody before her takes the number of the next; the last of them a new one where hers is behind the line.
  const numbers = passed
    ? [...inLine.map(({ number }) => number), (await lastNumber(db, registration.eventId)) + 1]
    : inLine.map(({ number }) => number);
  const order = [registration.id, ...inLine.filter(({ id }) => id !== registration.id).map(({ id }) => id)];
  await renumber(
    db,
    order.flatMap((id, at) => {
      const number = numbers[at];
      return number === undefined ? [] : [{ id, number }];
    }),
  );
  await audit(db, { action: "updated", subject: "registration", id: registration.id, after: { changed: ["number"] } });
  await wakeSoon(db, registration.eventId);
  return true;
}
