import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { allItems, type MinutesContent } from "~/domain/minutes/minutes-content";
import { readMinutes } from "~/domain/minutes/read-minutes";
import { minutesContent } from "~/features/minutes/minutes-content.view.server";
import { placeNames } from "~/features/minutes/minutes-import.db.server";
import { takeInMinutes } from "~/features/minutes/take-in-minutes.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const text = (name: string) => readFileSync(`prisma/seed/vestregionen-minutes-2017-${name}.txt`, "utf8");
const ended = new Date("2020-01-01");

/** A region with the municipalities of 2017 and the three bodies; Lier and Drammen have a seat. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const bodyId = await inside(async (db) => {
    const found = await db.municipality.findMany({ where: { name: { in: ["Lier", "Drammen", "Svelvik"] } } });
    await db.regionMunicipality.createMany({ data: found.map(({ id }) => ({ municipalityId: id, validTo: ended })) });
    const body = await db.governingBody.create({ data: { position: 1, name: "Rådmannsgruppen" } });
    await db.governingBody.create({ data: { position: 2, name: "Styringsgruppen" } });
    await db.bodyMember.createMany({
      data: ["Lier", "Drammen"].map((name, position) => ({
        ...{ bodyId: body.id, position, office: "Rådmann" },
        municipalityId: found.find((each) => each.name === name)?.id ?? null,
      })),
    });
    return body.id;
  });
  const takeIn = (content: MinutesContent) => inside((db) => takeInMinutes(db, { bodyId, content, importId: null }));
  const read = async (name: string) =>
    readMinutes(text(name), { places: await inside(placeNames), bodies: ["Rådmannsgruppen", "Styringsgruppen"] })
      .content;
  return { bodyId, inside, read, takeIn };
}

describe("minutes that are taken in", () => {
  it("are read back as they were, every case, part, decision and person", async () => {
    const { inside, read, takeIn } = await setUp();
    for (const name of ["02-23", "06-01"]) {
      const content = await read(name);
      const taken = await takeIn(content);
      if (!taken.ok) throw new Error(taken.reason);
      expect(await inside((db) => minutesContent(db, taken.minutesId, { closed: true }))).toEqual(content);
    }
  });

  it("give their numbers to the body, give each her seat, and put nothing in a queue", async () => {
    const { bodyId, inside, read, takeIn } = await setUp();
    const taken = await takeIn(await read("06-01"));
    if (!taken.ok) throw new Error(taken.reason);
    expect(taken.cases).toBe(9);
    await inside(async (db) => {
      const numbers = await db.agendaItem.findMany({ where: { bodyId, year: 2017 }, orderBy: { number: "asc" } });
      expect(numbers.map(({ number }) => number)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20]);
      expect(numbers.filter(({ typedNumber }) => typedNumber !== "").map(({ typedNumber }) => typedNumber)).toEqual([
        "18/2016",
        "19/2016",
        "20/2016",
      ]);
      const seated = await db.presence.findMany({ where: { memberId: { not: null } }, orderBy: { position: "asc" } });
      expect(seated.map(({ represents, substitute }) => [represents, substitute])).toEqual([
        ["Drammen", "Kommunalsjef"],
        ["Lier", "Kommunalsjef"],
      ]);
      expect(await db.case.count({ where: { state: { not: "treated" } } })).toBe(0);
    });
  });

  it("approve and freeze the earlier ones they name", async () => {
    const { inside, read, takeIn } = await setUp();
    const first = await takeIn(await read("02-23"));
    const second = await takeIn(await read("06-01"));
    if (!first.ok || !second.ok) throw new Error("not taken in");
    expect(second.approved).toEqual([first.minutesId]);
    const kept = await inside((db) => db.minutes.findFirstOrThrow({ where: { id: first.minutesId } }));
    expect(kept.state).toBe("approved");
    expect(kept.frozen).toEqual(await read("02-23"));
  });

  it("are refused a second time, and where a number is another meeting's, and nothing is saved", async () => {
    const { inside, read, takeIn } = await setUp();
    const content = await read("02-23");
    await takeIn(content);
    expect(await takeIn(content)).toMatchObject({ ok: false, reason: "exists" });
    expect(await takeIn({ ...content, day: "2017-02-24" })).toEqual({
      ok: false,
      reason: "number-used",
      number: "01/2017",
    });
    const twice = { ...content, day: "2016-02-24", items: [...content.items, ...content.items] };
    expect(await takeIn(twice)).toMatchObject({ ok: false, reason: "number-used" });
    expect(await inside((db) => db.minutes.count())).toBe(1);
  });
});

describe("the content for those outside", () => {
  it("holds a closed case's number and legal basis, and nothing else of it or of its parts", async () => {
    const { inside, read, takeIn } = await setUp();
    const content = await read("02-23");
    const secret = content.items.map((item) => (item.number === "08/2017" ? { ...item, closed: "§ 13" } : item));
    const taken = await takeIn({ ...content, items: secret });
    if (!taken.ok) throw new Error(taken.reason);
    const outside = await inside((db) => minutesContent(db, taken.minutesId, { closed: false }));
    const closed = outside?.items.find(({ number }) => number === "08/2017");
    expect(closed).toMatchObject({
      closed: "§ 13",
      title: "",
      presentation: "",
      decision: "",
      parts: [],
      outcome: null,
    });
    const inner = allItems(content.items.filter(({ number }) => number === "08/2017"));
    const told = inner.flatMap(({ presentation }) => (presentation.length > 40 ? [presentation] : []));
    expect(told).toHaveLength(12);
    for (const words of told) expect(JSON.stringify(outside)).not.toContain(words);
  });
});
