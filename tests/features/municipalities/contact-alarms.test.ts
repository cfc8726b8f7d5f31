import { describe, expect, it } from "vitest";
import { asAdmin, type LiveRegion, makeLiveRegion, startEvent, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { handOver } from "~/features/handover/hand-over.server";
import { contactAlarms } from "~/features/municipalities/contact-alarms.view.server";
import { endContactPerson } from "~/features/municipalities/end-contact-person.server";
import { coverage } from "~/features/municipalities/municipalities.view.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const today = new Date("2027-04-01T00:00:00Z");
const after = new Date("2027-05-01T00:00:00Z");

const alarms = (region: LiveRegion, day = today) => region.inside((db) => contactAlarms(db, day));
const named = async (region: LiveRegion, day = today) =>
  (await alarms(region, day)).map(({ name, reason }) => `${name} ${reason}`);

async function contactOf(region: LiveRegion, name: string) {
  const role = await region.inside((db) =>
    db.role.findFirstOrThrow({ where: { kind: "contact_person", person: { email: demoAddress(name) } } }),
  );
  return { personId: role.personId, municipalityId: role.municipalityId ?? "" };
}

/** Events on these days of April, to which all are invited, with the mail sent. */
async function invitedTo(region: LiveRegion, ...days: number[]) {
  const events = [];
  for (const day of days) {
    const event = await startEvent(region, now, { date: `2027-04-${day}`, title: `Møte ${day}` });
    await event.invite();
    events.push(event);
  }
  await post.read(now);
  return events;
}

async function answer(region: LiveRegion, name: string, eventId: string) {
  const invitation = await region.inside((db) =>
    db.invitation.findFirstOrThrow({ where: { eventId, person: { email: demoAddress(name) } } }),
  );
  await region.inside((db) =>
    recordAnswer(db, { invitationId: invitation.id, answer: "declined", answeredBy: "link", now }),
  );
}

describe("the vacancy alarm", () => {
  it("is silent where everybody has a contact person who can be reached", async () => {
    expect(await alarms(await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]))).toEqual([]);
  });

  it("rings for a municipality without a contact person, since the day the last ended", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    const voss = await contactOf(region, "Voss");
    await region.inside((db) => endContactPerson(db, { ...voss, today }));
    expect(await alarms(region)).toMatchObject([
      { name: "Voss", reason: "vacant", since: "2027-04-01", person: null, number: "4621" },
    ]);
    expect(await alarms(region, new Date("2027-03-31"))).toEqual([]);
  });

  it("does not know a day where there never was one, and knows only members of the day", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    await asAdmin(database.url().adminUrl, "DELETE FROM role WHERE region_id = $1 AND kind = 'contact_person'", [
      region.id,
    ]);
    expect((await alarms(region)).map((alarm) => alarm.reason === "vacant" && alarm.since)).toEqual([null, null]);
    await asAdmin(database.url().adminUrl, "UPDATE region_municipality SET valid_to = $1 WHERE region_id = $2", [
      today,
      region.id,
    ]);
    expect(await alarms(region)).toEqual([]);
  });

  it("rings for an address that is held, and why", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    post.smtp().options.refuse = (to) =>
      to === demoAddress("Voss") ? { code: 550, text: "5.1.1 unknown" } : undefined;
    await invitedTo(region, 20);
    expect(await alarms(region)).toMatchObject([
      {
        name: "Voss",
        reason: "held",
        since: "2027-04-01",
        because: "bounced",
        person: { name: "Kontaktperson, Voss" },
      },
    ]);
  });

  it("rings after three invitations without an answer, not after two, and not once one is answered", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    const [first] = await invitedTo(region, 10, 12);
    expect(await named(region, after)).toEqual([]);
    const [, third] = await invitedTo(region, 14, 16);
    expect(await named(region)).toEqual([]);
    expect(await named(region, after)).toEqual(["Ulvik silent", "Voss silent"]);
    await answer(region, "Voss", first?.id ?? "");
    expect(await named(region, after)).toEqual(["Ulvik silent", "Voss silent"]);
    await answer(region, "Voss", third?.id ?? "");
    expect(await named(region, after)).toEqual(["Ulvik silent"]);
  });

  it("counts one whose day for answering is past, but none that is cancelled or was never sent", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const [first] = await invitedTo(region, 10, 12);
    const third = await startEvent(region, now, { date: "2027-06-01", replyBy: "2027-04-25" });
    await third.invite();
    expect(await named(region, after)).toEqual([]);
    await post.read(now);
    expect(await named(region, new Date("2027-04-25"))).toEqual([]);
    expect(await named(region, after)).toEqual(["Voss silent"]);
    await region.inside((db) => cancelEvent(db, { eventId: first?.id ?? "", now }));
    expect(await named(region, after)).toEqual([]);
  });

  it("stands first in the list of contact persons, the gravest first, and only for the area that is shown", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Alver", "Voss", "Ulvik", "Årdal"]);
    await region.inside(async (db) => {
      const held = { heldSince: now, heldReason: "by_hand" as const };
      await db.person.updateMany({ where: { email: demoAddress("Voss") }, data: held });
    });
    const ardal = await contactOf(region, "Årdal");
    await region.inside((db) => endContactPerson(db, { ...ardal, today }));
    const { rows, alarms } = await region.inside((db) => coverage(db, { today, after: null }));
    expect(rows.map(({ name, alarm }) => [name, alarm])).toEqual([
      ["Årdal", "vacant"],
      ["Voss", "held"],
      ["Alver", null],
      ["Ulvik", null],
    ]);
    expect(alarms.map(({ name }) => name)).toEqual(["Årdal", "Voss"]);
    const area = await region.inside(async (db) => {
      const voss = await contactOf(region, "Voss");
      const made = await db.area.create({ data: { name: "Voss", kind: "area", position: 1 } });
      await db.areaMunicipality.create({ data: { areaId: made.id, municipalityId: voss.municipalityId } });
      return made.id;
    });
    const within = await region.inside((db) => coverage(db, { today, after: null, area }));
    expect(within.alarms.map(({ name }) => name)).toEqual(["Voss"]);
  });

  it("begins anew with a new contact person", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    await invitedTo(region, 10, 12, 14);
    const { personId, municipalityId } = await contactOf(region, "Voss");
    const to = { name: "Ny", email: "ny@voss.example" };
    const at = new Date("2027-04-30T08:00:00Z");
    const day = new Date("2027-04-30T00:00:00Z");
    expect(await named(region, after)).toEqual(["Voss silent"]);
    await region.inside((db) => handOver(db, { municipalityId, ...to, today: day, replaces: personId, now: at }));
    expect(await named(region, after)).toEqual([]);
  });
});
