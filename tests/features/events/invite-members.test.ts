import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { inviteAudience } from "~/features/events/invite.server";
import { inviteView } from "~/features/events/invite.view.server";
import { networkMembers } from "~/features/events/invite-whom";
import { demoAddress } from "../../../prisma/seed/demo";
import { makeLiveRegion, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");

describe("inviting to a network's gathering", () => {
  /** A gathering of a network of Voss and one person, in a region that has Ulvik too. */
  async function setUp() {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    const event = await startEvent(region, now);
    const networkId = await region.inside(async (db) => {
      const { id } = await db.network.create({ data: { name: "Matnettverket", position: 1 } });
      await db.event.updateMany({ where: { id: event.id }, data: { networkId: id } });
      return id;
    });
    const join = () =>
      region.inside(async (db) => {
        const person = await db.person.create({ data: { name: "Kokk, Voss", email: "kokk@voss.example" } });
        const voss = await db.municipality.findFirstOrThrow({ where: { name: "Voss", regions: { some: {} } } });
        const joinedOn = new Date("2027-01-01");
        await db.networkMember.create({ data: { networkId, personId: person.id, joinedOn } });
        await db.networkMember.create({ data: { networkId, municipalityId: voss.id, joinedOn } });
      });
    const view = (asked?: string | null) => region.inside((db) => inviteView(db, event.id, now, asked));
    const invite = (audienceId: string | null) =>
      region.inside((db) => inviteAudience(db, { eventId: event.id, audienceId, now }));
    return { region, networkId, event, join, view, invite };
  }

  it("is first of all inviting its members, and all contact persons where that is asked for", async () => {
    const { join, view, invite } = await setUp();
    expect(await view()).toMatchObject({ chosen: networkMembers, recipients: [], already: 0 });
    expect(await invite(networkMembers)).toEqual({ ok: false, reason: "nobody" });
    await join();
    const shown = await view();
    expect(shown?.members?.name).toBe("Matnettverket");
    expect(shown?.recipients.map(({ name }) => name).sort()).toEqual(["Kokk, Voss", "Kontaktperson, Voss"]);
    expect((await view(null))?.recipients.map(({ municipalityName }) => municipalityName)).toEqual(["Ulvik", "Voss"]);
    expect(await invite(networkMembers)).toEqual({ ok: true, invited: 2 });
    expect((await post.read(now)).map(({ to }) => to).sort()).toEqual(["kokk@voss.example", demoAddress("Voss")]);
    expect(await view()).toMatchObject({ recipients: [], already: 2 });
  });

  it("stands in the change log with the network", async () => {
    const { region, networkId, join, invite } = await setUp();
    await join();
    await invite(networkMembers);
    const [line] = await region.inside((db) => db.auditEvent.findMany({ where: { action: "invited" } }));
    expect(line?.after).toMatchObject({ networkId, invited: 2 });
  });

  it("has no members to choose where no network holds the event", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const event = await startEvent(region, now);
    expect(await region.inside((db) => inviteView(db, event.id, now, networkMembers))).toBeNull();
  });
});
