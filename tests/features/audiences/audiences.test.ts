import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import type { Whom } from "~/domain/audiences/rule";
import {
  audiencesView,
  audienceToEdit,
  audienceView,
  resolveAudience,
  resolveContactPersons,
} from "~/features/audiences/audience.view.server";
import { audienceWordsFor, audienceWordsView } from "~/features/audiences/audience-words.view.server";
import { bindWords, forgetWords } from "~/features/audiences/bind-words.server";
import { addPart, movePart, removePart } from "~/features/audiences/change-rule.server";
import { editAudience, newAudience, removeAudience } from "~/features/audiences/keep-audience.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = "2026-05-26";
const day = new Date(today);

/** A region with Alver, Bergen (nynorsk), Solund and Voss; all but Solund have a contact person. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const names = ["Alver", "Bergen", "Solund", "Voss"];
  const places = await inside(async (db) => {
    const found = await db.municipality.findMany({ where: { name: { in: names }, endedOn: null } });
    await db.regionMunicipality.createMany({
      data: found.map(({ id, name }) => ({
        municipalityId: id,
        ...(name === "Bergen" && { writtenStandard: "nynorsk" as const }),
      })),
    });
    return new Map(found.map(({ id, name }) => [name, id]));
  });
  const id = (name: string) => places.get(name) ?? "";
  const person = (name: string, more: object = {}) =>
    inside((db) => db.person.create({ data: { name, email: `${name.toLowerCase()}@samvirk.example`, ...more } }));
  const people = new Map<string, string>();
  for (const name of names.filter((each) => each !== "Solund")) {
    const made = await person(`Kontakt-${name}`);
    people.set(name, made.id);
    await inside((db) =>
      db.role.create({
        data: {
          personId: made.id,
          kind: "contact_person",
          municipalityId: id(name),
          validFrom: new Date("2026-01-01"),
        },
      }),
    );
  }
  const audience = async (name: string, ...parts: [boolean, Whom][]) => {
    const made = await inside((db) => newAudience(db, { name, description: "" }));
    if (!made.ok) throw new Error(made.reason);
    for (const [version, [excludes, whom]] of parts.entries()) {
      const added = await inside((db) => addPart(db, { audienceId: made.id, version, excludes, whom }));
      if (!added.ok) throw new Error(added.reason);
    }
    return made.id;
  };
  const reached = async (audienceId: string) =>
    (await inside((db) => resolveAudience(db, audienceId, day))).people.map(({ name }) => name);
  return { inside, id, person, people, audience, reached };
}

const all: [boolean, Whom] = [false, { kind: "contact_persons" }];

describe("an audience", () => {
  it("reaches the contact persons, and names the municipality that has none", async () => {
    const { inside, audience, id, people } = await setUp();
    const found = await inside(async (db) => resolveAudience(db, await audience("Alle", all), day));
    expect(found.people).toMatchObject([
      { name: "Kontakt-Alver", municipalityName: "Alver", writtenStandard: null },
      { personId: people.get("Bergen"), municipalityId: id("Bergen"), writtenStandard: "nynorsk" },
      { name: "Kontakt-Voss" },
    ]);
    expect(found.vacant).toMatchObject([{ name: "Solund", number: "4636", guest: false }]);
    expect((await inside((db) => resolveContactPersons(db, day))).people).toHaveLength(3);
    expect((await inside((db) => resolveContactPersons(db, new Date("2025-12-31")))).people).toEqual([]);
  });

  it("goes by areas with guests, networks, groups within groups, actors with their units, persons and addresses", async () => {
    const { inside, audience, reached, id, person } = await setUp();
    const [one, two, three, four] = [
      await person("Ein"),
      await person("To"),
      await person("Tre"),
      await person("Fire"),
    ];
    const made = await inside(async (db) => {
      const stavanger = await db.municipality.findFirstOrThrow({ where: { name: "Stavanger", endedOn: null } });
      const area = await db.area.create({ data: { name: "Sunnhordland", position: 1 } });
      await db.areaMunicipality.createMany({
        data: [id("Voss"), id("Solund"), stavanger.id].map((municipalityId) => ({ areaId: area.id, municipalityId })),
      });
      const usht = await db.actor.create({ data: { name: "USHT", position: 1 } });
      const unit = await db.actor.create({ data: { name: "USHT Hordaland", position: 2, parentId: usht.id } });
      await db.actorPerson.create({ data: { actorId: unit.id, personId: one.id } });
      await db.actorPerson.create({ data: { actorId: unit.id, personId: four.id, validTo: day } });
      const outer = await db.group.create({ data: { name: "Ytre", position: 1 } });
      const inner = await db.group.create({ data: { name: "Indre", position: 2 } });
      await db.groupMember.create({ data: { groupId: outer.id, memberGroupId: inner.id } });
      await db.groupMember.create({ data: { groupId: inner.id, personId: two.id } });
      await db.groupMember.create({ data: { groupId: inner.id, actorId: usht.id } });
      const network = await db.network.create({ data: { name: "Nett", position: 1 } });
      const joinedOn = new Date("2026-01-01");
      await db.networkMember.create({ data: { networkId: network.id, groupId: outer.id, joinedOn } });
      await db.networkMember.create({ data: { networkId: network.id, municipalityId: id("Alver"), joinedOn } });
      await db.networkMember.create({ data: { networkId: network.id, personId: three.id, joinedOn, leftOn: day } });
      return { area, usht, outer, network };
    });
    const area = await audience("Område", [false, { kind: "area", areaId: made.area.id }]);
    expect(await reached(area)).toEqual(["Kontakt-Voss"]);
    expect(
      (await inside((db) => resolveAudience(db, area, day))).vacant.map(({ name, guest }) => [name, guest]),
    ).toEqual([
      ["Solund", false],
      ["Stavanger", true],
    ]);
    expect(await reached(await audience("Nett", [false, { kind: "network", networkId: made.network.id }]))).toEqual([
      "To",
      "Ein",
      "Kontakt-Alver",
    ]);
    const mixed = await audience(
      "Ymse",
      [false, { kind: "group", groupId: made.outer.id }],
      [true, { kind: "actor", actorId: made.usht.id }],
      [false, { kind: "person", personId: three.id }],
      [false, { kind: "address", name: "Same", address: "tre@samvirk.example" }],
      [false, { kind: "address", name: "Framand", address: "framand@ks.example" }],
    );
    expect(await reached(mixed)).toEqual(["To", "Tre", "Framand"]);
    const list = await inside((db) => audiencesView(db, { today, after: null }));
    expect(list.audiences.map(({ name, people }) => [name, people])).toEqual([
      ["Nett", 3],
      ["Område", 1],
      ["Ymse", 3],
    ]);
  });

  it("puts held addresses and those who have opted out apart, with the reason", async () => {
    const { inside, audience, people, reached } = await setUp();
    await inside(async (db) => {
      const hold = { heldSince: new Date(), heldReason: "bounced" as const };
      await db.person.updateMany({ where: { id: people.get("Alver") ?? "" }, data: hold });
      await db.person.updateMany({ where: { id: people.get("Voss") ?? "" }, data: { optedOut: ["newsletters"] } });
    });
    const id = await audience("Alle", all);
    expect(await reached(id)).toEqual(["Kontakt-Bergen"]);
    const view = await inside((db) => audienceView(db, { id, today, after: null }));
    expect(view?.held).toMatchObject([{ name: "Kontakt-Alver", held: "bounced" }]);
    expect(view?.optedOut).toMatchObject([{ name: "Kontakt-Voss", optedOut: ["newsletters"] }]);
    expect(view?.counts).toMatchObject({ people: 1, nynorsk: 1 });
    const invited = await inside((db) => resolveAudience(db, id, day, "invitations"));
    expect(invited.people.map(({ name }) => name)).toEqual(["Kontakt-Bergen", "Kontakt-Voss"]);
  });

  it("is changed part by part, by one at a time, and written down without names or addresses", async () => {
    const { inside, audience, id } = await setUp();
    const voss: Whom = { kind: "municipality", municipalityId: id("Voss") };
    const address: Whom = { kind: "address", name: "Nokon", address: "nokon@ks.example" };
    const audienceId = await audience("Alle", all, [true, voss], [false, address]);
    const at = (version: number) => ({ audienceId, version });
    const parts = async () => (await inside((db) => audienceToEdit(db, { id: audienceId, today })))?.parts ?? [];
    const [first, second, third] = (await parts()).map((part) => part.id);
    expect(await inside((db) => addPart(db, { ...at(3), excludes: false, whom: voss }))).toMatchObject({
      reason: "already",
    });
    expect(
      await inside((db) =>
        addPart(db, { ...at(2), excludes: false, whom: { kind: "municipality", municipalityId: id("Alver") } }),
      ),
    ).toMatchObject({
      reason: "changed-meanwhile",
    });
    expect(await inside((db) => movePart(db, { ...at(3), partId: third ?? "", by: -1 }))).toEqual({ ok: true });
    expect((await parts()).map((part) => part.id)).toEqual([first, third, second]);
    expect(await inside((db) => movePart(db, { ...at(4), partId: first ?? "", by: -1 }))).toEqual({ ok: true });
    expect(await inside((db) => removePart(db, { ...at(4), partId: second ?? "" }))).toEqual({ ok: true });
    expect((await parts()).map(({ kind, gives }) => [kind, gives])).toEqual([
      ["contact_persons", 3],
      ["address", 1],
    ]);
    const log = await inside((db) => db.auditEvent.findMany());
    expect(JSON.stringify(log)).not.toMatch(/Nokon|ks\.example/);
  });

  it("refuses a name that is taken, a part of another region, and to be saved over another's", async () => {
    const { inside, audience } = await setUp();
    const other = await setUp();
    const [one] = [await audience("Alle", all), await audience("Nokre")];
    const rename = { id: one, version: 1, name: "nokre", description: "" };
    expect(await inside((db) => editAudience(db, rename))).toMatchObject({ reason: "name-taken" });
    expect(await inside((db) => editAudience(db, { ...rename, version: 0, name: "Ny" }))).toMatchObject({
      reason: "changed-meanwhile",
    });
    const foreign: Whom = { kind: "person", personId: other.people.get("Voss") ?? "" };
    expect(
      await inside((db) => addPart(db, { audienceId: one, version: 1, excludes: false, whom: foreign })),
    ).toMatchObject({
      reason: "nobody",
    });
    expect(await other.inside((db) => audienceView(db, { id: one, today, after: null }))).toBeNull();
    expect((await other.inside((db) => resolveAudience(db, one, day))).people).toEqual([]);
  });

  it("is not removed while a network or words are bound to it, and says which", async () => {
    const { inside, audience } = await setUp();
    const id = await audience("Alle", all);
    await inside((db) => db.network.create({ data: { name: "Nett", position: 1, audienceId: id } }));
    await inside((db) => bindWords(db, { words: "Tilsette", audienceId: id }));
    expect(await inside((db) => removeAudience(db, id))).toMatchObject({
      reason: "in-use",
      networks: [{ name: "Nett" }],
      words: ["Tilsette"],
    });
    await inside((db) => db.network.deleteMany());
    await inside((db) => forgetWords(db, { words: "TILSETTE" }));
    expect(await inside((db) => removeAudience(db, id))).toEqual({ ok: true });
  });

  it("is paged by fifty, also when it reaches five thousand", async () => {
    const { inside, audience } = await setUp();
    const group = await inside((db) => db.group.create({ data: { name: "Alle tilsette", position: 1 } }));
    const id = await audience("Gruppa", [false, { kind: "group", groupId: group.id }]);
    await inside(async (db) => {
      const made = Array.from({ length: 5000 }, (_, at) => ({ name: `Person ${at}`, email: `p${at}@samvirk.example` }));
      const people = await db.person.createManyAndReturn({ data: made, select: { id: true } });
      await db.groupMember.createMany({ data: people.map((each) => ({ groupId: group.id, personId: each.id })) });
    });
    const began = performance.now();
    const first = await inside((db) => audienceView(db, { id, today, after: null }));
    console.log(`an audience of 5,000: ${Math.round(performance.now() - began)} ms`);
    expect([first?.people.length, first?.counts.people]).toEqual([50, 5000]);
    const second = await inside((db) => audienceView(db, { id, today, after: first?.next ?? null }));
    expect(second?.people[0]?.name).not.toBe(first?.people.at(-1)?.name);
    expect(second?.start).toBe(50);
  });
});

describe("the words of an audience", () => {
  it("stay words until somebody binds them, once for the region", async () => {
    const { inside, audience } = await setUp();
    await inside(async (db) => {
      const plan = await db.communicationsPlan.create({
        data: { from: new Date("2026-01-01"), to: new Date("2026-12-31") },
      });
      const row = { planId: plan.id, goal: "", theme: "", timing: "", responsible: "" };
      await db.planRow.create({
        data: { ...row, position: 1, channel: "Nyheitsbrev", audience: "Tilsette, eldreråd" },
      });
      await db.planRow.create({ data: { ...row, position: 2, channel: "Webinar", audience: "TILSETTE" } });
      await db.network.create({ data: { name: "Nett", position: 1, audience: "Frivillige" } });
    });
    const view = () => inside((db) => audienceWordsView(db, { after: null }));
    expect((await view()).unbound.map(({ words, at }) => [words, at.length])).toEqual([
      ["Tilsette", 2],
      ["eldreråd", 1],
      ["Frivillige", 1],
    ]);
    expect((await view()).unbound[0]?.at[0]).toMatchObject({ kind: "plan-row", period: "2026", name: "Nyheitsbrev" });
    const id = await audience("Tilsette i kommunane", all);
    await inside((db) => bindWords(db, { words: " tilsette ", audienceId: id }));
    await inside((db) => bindWords(db, { words: "eldreråd", audienceId: null }));
    const bound = await inside((db) => audienceWordsFor(db));
    expect([...bound]).toEqual([
      ["eldreråd", { audienceId: null, name: null }],
      ["tilsette", { audienceId: id, name: "Tilsette i kommunane" }],
    ]);
    expect((await view()).unbound.map(({ words }) => words)).toEqual(["Frivillige"]);
    await inside((db) => bindWords(db, { words: "Tilsette", audienceId: null }));
    expect((await view()).bound.map(({ key, at, audience: to }) => [key, at.length, to])).toEqual([
      ["eldreråd", 1, null],
      ["tilsette", 2, null],
    ]);
    await inside((db) => forgetWords(db, { words: "tilsette" }));
    expect((await view()).unbound.map(({ words }) => words)).toContain("Tilsette");
    const other = await setUp();
    expect(await other.inside((db) => bindWords(db, { words: "x", audienceId: id }))).toMatchObject({
      reason: "no-such-audience",
    });
  });
});

describe("an audience's name", () => {
  it("is taken by the same name alone, not by one that a pattern would fit", async () => {
    const { inside } = await setUp();
    const make = (name: string) => inside((db) => newAudience(db, { name, description: "" }));
    expect(await make("Leiarar i helse")).toMatchObject({ ok: true });
    expect(await make("%")).toMatchObject({ ok: true });
    expect(await make("leiarar i HELSE")).toEqual({ ok: false, reason: "name-taken" });
  });
});
