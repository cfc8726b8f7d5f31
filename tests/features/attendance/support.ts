import { type LiveRegion, makeLiveRegion, startEvent } from "#tests/features/events/thread";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Before, at and after the meeting on 26 May 2027 from nine to eleven in Oslo. */
export const times = {
  invited: new Date("2027-04-01T08:00:00Z"),
  dayBefore: new Date("2027-05-25T08:00:00Z"),
  door: new Date("2027-05-26T06:50:00Z"),
  after: new Date("2027-05-26T10:00:00Z"),
  nextMorning: new Date("2027-05-27T07:00:00Z"),
};

/** A meeting with Voss, Ulvik and Stord invited, and what can be seen and done of who came. */
export async function startAttended(adminUrl: string, names = ["Voss", "Ulvik", "Stord"]) {
  const region = await makeLiveRegion(adminUrl, names);
  const event = await startEvent(region, times.invited);
  await event.invite();
  return { region, event, ticketOf: async (name: string) => (await region.invitationOf(name)).id };
}

/** Signs somebody up as the registration does: one more row of the event. */
export async function register(
  region: LiveRegion,
  eventId: string,
  { name, state = "registered" }: { name: string; state?: "registered" | "waiting" | "cancelled" | "refused" },
) {
  return region.inside(async (db: RegionDb) => {
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.example`;
    const person = await db.person.create({ data: { name, email } });
    const number = (await db.registration.count({ where: { eventId } })) + 1;
    const data = { eventId, personId: person.id, name, way: "room", state, number, locale: "nn" } as const;
    return db.registration.create({ data });
  });
}
