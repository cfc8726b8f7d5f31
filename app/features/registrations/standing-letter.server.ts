import {
  type Registrant,
  type RegistrationLetter,
  stateMessage,
  type ToldEvent,
} from "~/features/registrations/registration-messages.server";
import { countBefore, type RegistrationState } from "~/features/registrations/registrations.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/**
 * What somebody who has signed up is told again, with a new link: where she stands, with the calendar entry as it was
 * last made.
 */
export async function standingLetter(
  db: RegionDb,
  {
    event,
    registration,
    regionName,
    now,
  }: {
    event: ToldEvent;
    registration: Registrant & {
      eventId: string;
      state: RegistrationState;
      number: number;
      sequence: number;
      offeredUntil: Date | null;
    };
    regionName: string;
    now: Date;
  },
): Promise<RegistrationLetter> {
  const { state, sequence, offeredUntil } = registration;
  const message = stateMessage(event, registration, regionName, await standing());
  return { key: `${message.kind}:${registration.id}:again:${newId()}`, message, to: registration };

  async function standing(): Promise<Parameters<typeof stateMessage>[3]> {
    if (state === "registered") return { state, sequence, stamp: now };
    if (state === "offered") return { state, until: offeredUntil ?? event.startsAt };
    if (state === "waiting") return { state, position: (await countBefore(db, registration)) + 1 };
    if (state === "cancelled") return { state, by: "self", hadEntry: false, sequence, stamp: now };
    return { state };
  }
}
