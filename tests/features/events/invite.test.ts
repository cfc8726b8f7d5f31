import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { addPart } from "~/features/audiences/change-rule.server";
import { newAudience } from "~/features/audiences/keep-audience.server";
import { inviteAudience, inviteContactPersons } from "~/features/events/invite.server";
import { inviteView } from "~/features/events/invite.view.server";
import { assignContactPerson } from "~/features/municipalities/assign-contact-person.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { hashToken } from "~/platform/tokens.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { seedDemo } from "../../../prisma/seed/regions";
import { asAdmin, type LiveRegion, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

describe("inviting the contact persons of Vestland", () => {
  let region: LiveRegion;
  beforeAll(async () => {
    await seedDemo();
    const [row] = await asAdmin(database.url().adminUrl, "SELECT id FROM region WHERE slug = 'vestland'");
    const id = row?.id ?? "";
    const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
      withRegion({ regionId: id, personId: null, via: "session" }, work);
    const coordinatorId = (await inside((db) => db.role.findFirstOrThrow({ where: { kind: "coordinator" } }))).personId;
    const invitationOf = () => Promise.reject(new Error("not here"));
    region = { id, slug: "vestland", inside, coordinatorId, invitationOf };
  });

  it("sends all 43 one mail each, in the municipality's written standard, with an entry of their own", async () => {
    const event = await startEvent(region, now, { replyBy: "2027-05-10", link: "https://video.example/rom" });
    expect(await event.invite()).toEqual({ ok: true, invited: 43 });
    expect((await event.row()).state).toBe("published");
    const mails = await post.read(now);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(43);
    expect(mails).toHaveLength(43);
    expect(new Set(mails.map(({ uid }) => uid)).size).toBe(1);
    expect(new Set(mails.map(({ link }) => link)).size).toBe(43);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(43);
    expect(mails.every(({ html, text }) => /lang="nn"/.test(html) && /kl\. 0?9\.00/.test(text))).toBe(true);
    for (const mail of mails) {
      expect(mail).toMatchObject({ method: "REQUEST", partMethod: "REQUEST", sequence: 0, status: "CONFIRMED" });
      expect(mail).toMatchObject({ rsvp: "TRUE", answer: "NEEDS-ACTION", attendees: [`mailto:${mail.to}`] });
      expect([mail.organizer, mail.replyTo]).toEqual(["mailto:svar@vestland.example", ["svar@vestland.example"]]);
      expect([mail.from, mail.starts, mail.tzid]).toEqual([
        "post@vestland.example",
        "2027-05-26T09:00:00",
        "Europe/Oslo",
      ]);
      expect(mail.subject).toMatch(/Vestland.*Dialogmøte|Dialogmøte.*Vestland/);
      expect(mail.link).toMatch(/^[\w-]{32}$/);
      expect(mail.ics).not.toContain(mail.link);
      for (const other of mails) if (other.to !== mail.to) expect(mail.ics + mail.text).not.toContain(other.to);
      expect(mail.ics.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    }
    const kept = await region.inside((db) => db.linkToken.findMany({ where: { purpose: "answer" } }));
    expect(kept.map(({ hash }) => hash).sort()).toEqual(mails.map(({ link }) => hashToken(link)).sort());
  });

  it("changes nothing the second time, and sends no mail", async () => {
    const event = await startEvent(region, now);
    await event.invite();
    await post.read(now);
    const before = await region.inside((db) => db.invitation.findMany({ where: { eventId: event.id } }));
    expect(await event.invite(later(minute))).toEqual({ ok: false, reason: "nobody" });
    expect(await region.inside((db) => db.invitation.findMany({ where: { eventId: event.id } }))).toEqual(before);
    expect(await post.read(later(minute))).toEqual([]);
  });

  it("invites each once when two coordinators press the button at the same moment", async () => {
    const event = await startEvent(region, now);
    const results = await Promise.all([event.invite(), event.invite()]);
    expect(results).toContainEqual({ ok: true, invited: 43 });
    expect(results).toContainEqual({ ok: false, reason: "nobody" });
    expect(await post.read(now)).toHaveLength(43);
  });
});

describe("the language of an invitation", () => {
  it.each([
    ["nynorsk", "nn"],
    ["bokmal", "nb"],
  ] as const)("is the decision's, and the region's %s for a neutral or unknown one", async (standard, fallback) => {
    const names = ["Bergen", "Voss", "Ulvik", "Eidfjord"];
    const region = await makeLiveRegion(database.url().adminUrl, names, standard);
    const decide = (name: string, decision: string) =>
      asAdmin(
        database.url().adminUrl,
        `UPDATE region_municipality SET written_standard = $1::written_standard WHERE region_id = $2
           AND municipality_id = (SELECT id FROM municipality WHERE name = $3 AND ended_on IS NULL)`,
        [decision, region.id, name],
      );
    await decide("Bergen", "neutral");
    await decide("Voss", "nynorsk");
    await decide("Ulvik", "bokmal");
    const event = await startEvent(region, now);
    await event.invite();
    const mails = new Map((await post.read(now)).map((mail) => [mail.to, mail]));
    const language = (name: string) => /<html[^>]* lang="(\w+)"/.exec(mails.get(demoAddress(name))?.html ?? "")?.[1];
    expect(names.map(language)).toEqual([fallback, "nn", "nb", fallback]);
    expect(mails.get(demoAddress("Voss"))?.ics).toContain("LANGUAGE=nn");
  });
});

describe("who is invited", () => {
  it("leaves a vacant municipality out, and invites the one who comes later alone", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    const ulvik = await region.inside((db) =>
      db.role.findFirstOrThrow({ where: { person: { email: demoAddress("Ulvik") } } }),
    );
    await region.inside((db) =>
      db.role.updateMany({ where: { id: ulvik.id }, data: { validTo: new Date("2027-04-01") } }),
    );
    const event = await startEvent(region, now);
    const view = await region.inside((db) => inviteView(db, event.id, now));
    expect([view?.recipients.map((one) => one.municipalityName), view?.vacant.map((one) => one.name)]).toEqual([
      ["Voss"],
      ["Ulvik"],
    ]);
    expect(await event.invite()).toEqual({ ok: true, invited: 1 });
    expect((await post.read(now)).map(({ to }) => to)).toEqual([demoAddress("Voss")]);
    const uid = (await region.invitationOf("Voss")).eventId;
    await region.inside((db) =>
      assignContactPerson(db, {
        municipalityId: ulvik.municipalityId ?? "",
        name: "Kontaktperson, Ulvik",
        email: "ny@ulvik.example",
        today: new Date("2027-04-01"),
        replaces: null,
      }),
    );
    expect(await event.invite(later(minute))).toEqual({ ok: true, invited: 1 });
    const mails = (await post.read(later(minute))).filter((mail) => mail.ics);
    expect(mails).toMatchObject([{ to: "ny@ulvik.example", uid: `${uid}@samvirk`, sequence: 0 }]);
  });

  it("sends one mail to a person who speaks for two municipalities", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    await region.inside(async (db) => {
      const person = await db.person.findFirstOrThrow({ where: { email: demoAddress("Voss") } });
      await db.role.updateMany({
        where: { person: { email: demoAddress("Ulvik") } },
        data: { personId: person.id },
      });
    });
    const event = await startEvent(region, now);
    const view = await region.inside((db) => inviteView(db, event.id, now));
    expect([view?.recipients.length, view?.already]).toEqual([1, 0]);
    expect(await event.invite()).toEqual({ ok: true, invited: 1 });
    expect(await post.read(now)).toHaveLength(1);
  });

  it("is nobody when the event has begun, is cancelled or is another region's", async () => {
    const [one, other] = [
      await makeLiveRegion(database.url().adminUrl, ["Voss"]),
      await makeLiveRegion(database.url().adminUrl, ["Ulvik"]),
    ];
    const event = await startEvent(one, now);
    expect(await event.invite(new Date("2027-05-26T07:00:00Z"))).toEqual({ ok: false, reason: "over" });
    expect(await other.inside((db) => inviteContactPersons(db, { eventId: event.id, now }))).toMatchObject({
      ok: false,
    });
    expect(await post.read(now)).toEqual([]);
  });
});

describe("inviting an audience", () => {
  /** A region with three contact persons, and an audience of all but Voss, with a single address. */
  async function setUp() {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik", "Eidfjord"]);
    const audienceId = await region.inside(async (db) => {
      const made = await newAudience(db, { name: "Utan Voss", description: "" });
      if (!made.ok) throw new Error(made.reason);
      const voss = await db.municipality.findFirstOrThrow({ where: { name: "Voss", regions: { some: {} } } });
      const at = { audienceId: made.id };
      const name = { name: "Rettleiar, KS", address: "Rettleiar@ks.example" };
      await addPart(db, { ...at, version: 0, excludes: false, whom: { kind: "contact_persons" } });
      await addPart(db, { ...at, version: 1, excludes: true, whom: { kind: "municipality", municipalityId: voss.id } });
      await addPart(db, { ...at, version: 2, excludes: false, whom: { kind: "address", ...name } });
      return made.id;
    });
    const event = await startEvent(region, now);
    const view = () => region.inside((db) => inviteView(db, event.id, now, audienceId));
    const invite = (at = now) => region.inside((db) => inviteAudience(db, { eventId: event.id, audienceId, now: at }));
    return { region, audienceId, event, view, invite };
  }

  it("sends each it reaches one mail, makes a person of a single address, and leaves the rest alone", async () => {
    const { region, view, invite, event } = await setUp();
    const shown = await view();
    expect(shown?.audience?.name).toBe("Utan Voss");
    expect(shown?.recipients.map(({ name, personId }) => [name, personId !== null])).toEqual([
      ["Kontaktperson, Eidfjord", true],
      ["Rettleiar, KS", false],
      ["Kontaktperson, Ulvik", true],
    ]);
    expect(await invite()).toEqual({ ok: true, invited: 3 });
    const sent = (await post.read(now)).map(({ to }) => to).sort();
    expect(sent).toEqual([demoAddress("Eidfjord"), demoAddress("Ulvik"), "rettleiar@ks.example"].sort());
    const made = await region.inside((db) => db.person.findFirst({ where: { email: "rettleiar@ks.example" } }));
    expect(made?.name).toBe("Rettleiar, KS");
    expect(await invite(later(minute))).toEqual({ ok: false, reason: "nobody" });
    expect(await event.invite(later(minute))).toEqual({ ok: true, invited: 1 });
    expect((await post.read(later(minute))).map(({ to }) => to)).toEqual([demoAddress("Voss")]);
  });

  it("never sends to a held address, nor to one who wants no invitations, and says so", async () => {
    const { region, view, invite, event } = await setUp();
    await region.inside(async (db) => {
      const held = { heldSince: now, heldReason: "bounced" as const };
      await db.person.updateMany({ where: { email: demoAddress("Ulvik") }, data: held });
      await db.person.updateMany({ where: { email: demoAddress("Eidfjord") }, data: { optedOut: ["invitations"] } });
      await db.person.updateMany({ where: { email: demoAddress("Voss") }, data: { optedOut: ["newsletters"] } });
    });
    const shown = await view();
    expect(shown?.held).toMatchObject([{ municipalityName: "Ulvik", reason: "bounced" }]);
    expect(shown?.optedOut).toMatchObject([{ municipalityName: "Eidfjord" }]);
    expect(await invite()).toEqual({ ok: true, invited: 1 });
    expect(await event.invite(later(minute))).toEqual({ ok: true, invited: 1 });
    const sent = [...(await post.read(later(minute)))].map(({ to }) => to).sort();
    expect(sent).toEqual(["rettleiar@ks.example", demoAddress("Voss")].sort());
  });

  it("is not there for another region", async () => {
    const { audienceId } = await setUp();
    const other = await setUp();
    const { event, region } = other;
    expect(await region.inside((db) => inviteView(db, event.id, now, audienceId))).toBeNull();
    expect(await region.inside((db) => inviteAudience(db, { eventId: event.id, audienceId, now }))).toMatchObject({
      ok: false,
    });
  });
});
