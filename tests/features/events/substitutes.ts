import { deliverAll, type LiveRegion, makeLiveRegion, type ReadMail, startEvent } from "#tests/features/events/thread";
import { type NamedSubstitute, nameSubstitute } from "~/features/events/name-substitute.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { demoAddress } from "../../../prisma/seed/demo";

export const adviser = { name: "Rådgjevar, Voss", email: "radgjevar@voss.example" };
export const leader = { name: "Einingsleiar, Voss", email: "leiar@voss.example" };

/** What a mail does to a calendar, in short. */
export const entry = ({ to, method, sequence, status }: ReadMail) => [to, method ?? null, sequence, status ?? null];

/** An event that contact persons are invited to, and what they and their substitutes do. */
export async function invitedRegion(adminUrl: string, now: Date, names = ["Voss", "Ulvik", "Eidfjord"]) {
  const region = await makeLiveRegion(adminUrl, names);
  const event = await startEvent(region, now);
  await event.invite();
  return { region, event, ...steps(region, event.id, now) };
}

export function steps(region: LiveRegion, eventId: string, now: Date) {
  const { inside } = region;
  const invitationOf = (email: string) =>
    inside((db) => db.invitation.findFirstOrThrow({ where: { eventId, person: { email } } }));
  const of = (municipality: string) => invitationOf(demoAddress(municipality));
  const name = async (first: string, who: NamedSubstitute, at = now, note = "") => {
    const { id } = await invitationOf(first.includes("@") ? first : demoAddress(first));
    return inside((db) => nameSubstitute(db, { invitationId: id, who, note, answeredBy: "link", now: at }));
  };
  const answer = async (who: string, given: "accepted" | "declined" | "tentative", at = now) => {
    const { id } = await invitationOf(who.includes("@") ? who : demoAddress(who));
    return inside((db) => recordAnswer(db, { invitationId: id, answer: given, answeredBy: "link", now: at }));
  };
  const callsDeputies = () =>
    inside((db) => db.event.updateMany({ where: { id: eventId }, data: { callsDeputies: true } }));
  /** Names deputies of whoever is a municipality's contact person, in this order. */
  const deputise = async (municipality: string, people: { name: string; email: string }[]) => {
    const { municipalityId } = await of(municipality);
    await inside(async (db) => {
      for (const [position, person] of people.entries()) {
        const { id } =
          (await db.person.findFirst({ where: { email: person.email } })) ?? (await db.person.create({ data: person }));
        await db.deputy.create({ data: { municipalityId, deputyId: id, position } });
      }
    });
  };
  return { invitationOf, of, name, answer, callsDeputies, deputise, deliverAll };
}
