import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { findByName } from "~/domain/municipalities/find-municipality";
import { findMunicipality } from "~/features/municipalities/municipalities.db.server";
import { municipalityBook } from "~/features/municipalities/municipality-book.view.server";
import { municipalityFacts } from "~/features/municipalities/municipality-facts.view.server";
import { municipalitiesOn, registerOn } from "~/features/municipalities/register.view.server";
import { isMember } from "~/features/municipalities/require-municipality.server";
import { addMunicipalities } from "~/features/regions/add-municipalities.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const today = day("2026-11-22");

/** A region with the municipalities of these numbers, or all of a county, and a way in. */
async function regionOf(numbers: string[] | { county: string }) {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "operator" }, work);
  await inside(async (db) => {
    if (!Array.isArray(numbers)) return void (await addMunicipalities(db, { ...numbers, standardOf: () => null }));
    const found = await db.municipality.findMany({ where: { number: { in: numbers } } });
    await db.regionMunicipality.createMany({ data: found.map(({ id }) => ({ municipalityId: id })) });
  });
  return inside;
}

const asked = ({ rows }: Awaited<ReturnType<typeof registerOn>>, name: string) => {
  const row = rows.find((each) => each.name === name);
  if (!row) return undefined;
  return row.now.kind === "became" ? row.now.to.map((to) => to.name) : row.now.kind;
};

describe("the register", () => {
  it("has the 422 municipalities of 2019 and the 357 of 2024", async () => {
    const inside = await regionOf([]);
    const standing = (on: string) =>
      inside((db) =>
        db.municipalityVersion.count({
          where: {
            AND: [
              { OR: [{ validFrom: null }, { validFrom: { lte: day(on) } }] },
              { OR: [{ validTo: null }, { validTo: { gt: day(on) } }] },
            ],
          },
        }),
      );
    expect(await standing("2019-01-01")).toBe(422);
    expect(await standing("2024-01-01")).toBe(357);
    expect(await inside((db) => db.municipality.count({ where: { endedOn: null } }))).toBe(357);
    expect(await inside((db) => db.registerEdition.findMany({ orderBy: { day: "asc" } }))).toEqual([
      { day: day("2019-01-01"), municipalities: 422 },
      { day: day("2024-01-01"), municipalities: 357 },
    ]);
  });

  it("gives a region its county's municipalities of today, and no ended ones", async () => {
    const inside = await regionOf({ county: "46" });
    expect(await inside((db) => municipalitiesOn(db, today))).toHaveLength(43);
  });
});

describe("a region on a day before the mergers", () => {
  it("has what went into its members, each with its successor", async () => {
    const inside = await regionOf(["3203", "3301", "3903", "3201"]);
    const view = await inside((db) => registerOn(db, { day: day("2017-06-01"), today }));
    expect(view.rows.map(({ name }) => name)).toEqual([
      ...["Asker", "Bærum", "Drammen", "Holmestrand", "Hurum", "Nedre Eiker", "Røyken", "Sande", "Svelvik"],
    ]);
    for (const name of ["Drammen", "Nedre Eiker", "Svelvik"]) expect(asked(view, name)).toEqual(["Drammen"]);
    for (const name of ["Asker", "Røyken", "Hurum"]) expect(asked(view, name)).toEqual(["Asker"]);
    expect(asked(view, "Sande")).toEqual(["Holmestrand"]);
    expect(asked(view, "Bærum")).toBe("renamed");
    expect(view.made.map(({ name, from }) => [name, from.length])).toEqual([
      ["Asker", 3],
      ["Drammen", 3],
      ["Holmestrand", 2],
    ]);
    expect(view).toMatchObject({ beforeFirst: true, first: "2019-01-01" });
  });

  it("shows Vågsøy divided between Kinn and Stad, and nothing of Hornindal, which went out of Vestland", async () => {
    const inside = await regionOf({ county: "46" });
    const view = await inside((db) => registerOn(db, { day: day("2019-06-01"), today }));
    expect(view.beforeFirst).toBe(false);
    expect(asked(view, "Vågsøy")).toEqual(["Kinn", "Stad"]);
    expect(asked(view, "Balestrand")).toEqual(["Høyanger", "Sogndal"]);
    expect(asked(view, "Hornindal")).toBeUndefined();
    expect(asked(view, "Bergen")).toBe("renamed");
    expect(view.rows).toHaveLength(58);
  });

  it("tells that Hornindal went to Volda, outside the region, where it was a member", async () => {
    const inside = await regionOf(["1444", "4649"]);
    const view = await inside((db) => registerOn(db, { day: day("2019-06-01"), today }));
    const hornindal = view.rows.find(({ name }) => name === "Hornindal");
    expect(hornindal?.now).toEqual({
      kind: "became",
      to: [{ number: "1577", name: "Volda", inRegion: false, outside: true }],
    });
  });

  it("says so where what was before is not known", async () => {
    const inside = await regionOf(["3101"]);
    const view = await inside((db) => registerOn(db, { day: day("2019-06-01"), today }));
    expect(view.rows).toEqual([]);
    expect(view.made).toEqual([{ number: "3101", name: "Halden", from: [] }]);
  });

  it("is the region of today today", async () => {
    const inside = await regionOf(["4601", "4621"]);
    const view = await inside((db) => registerOn(db, { day: today, today }));
    expect(view.rows.map(({ name, now }) => [name, now.kind])).toEqual([
      ["Bergen", "same"],
      ["Voss", "same"],
    ]);
    expect(view.made).toEqual([]);
  });
});

describe("looking up a name in a region", () => {
  it("finds the Sande that went into Holmestrand where Holmestrand is a member, else the one in Møre og Romsdal", async () => {
    const sandeIn = async (numbers: string[]) => {
      const inside = await regionOf(numbers);
      const book = await inside((db) => municipalityBook(db, today));
      return findByName("Sande", book.own, book.register);
    };
    expect(await sandeIn(["3903"])).toMatchObject({
      ok: true,
      municipality: { number: "0713", stands: false, member: false, became: [{ name: "Holmestrand" }] },
    });
    expect(await sandeIn(["4621"])).toMatchObject({
      ok: true,
      municipality: { stands: true, county: "Møre og Romsdal" },
    });
  });

  it.each([
    ["1201", "4601"],
    ["Voss herad", "4621"],
    ["Kárášjoga gielda", "5610"],
    ["Raarvikhe – Røyrvik", "5043"],
    ["Snåase", "5041"],
    ["Nes i Buskerud", "3322"],
    ["Deanu gielda", "5628"],
  ])("reads %s", async (words, number) => {
    const inside = await regionOf(["4621"]);
    const { own, register } = await inside((db) => municipalityBook(db, today));
    expect(findByName(words, own, register)).toMatchObject({ ok: true, municipality: { number } });
  });

  it("finds every municipality by its number and by its name with its county", async () => {
    const inside = await regionOf([]);
    const { own, register } = await inside((db) => municipalityBook(db, today));
    for (const one of register.filter(({ stands }) => stands)) {
      expect(findByName(one.number, own, register)).toMatchObject({ ok: true, municipality: { id: one.id } });
      expect(findByName(`${one.name} i ${one.county}`, own, register)).toMatchObject({ municipality: { id: one.id } });
    }
  });
});

describe("a municipality of the region", () => {
  it("is found by every number it has had", async () => {
    const inside = await regionOf(["4601", "0713"]);
    for (const number of ["4601", "1201"])
      expect(await inside((db) => findMunicipality(db, number))).toMatchObject({ name: "Bergen", number: "4601" });
    expect(await inside((db) => findMunicipality(db, "4621"))).toBeNull();
    const sande = await inside((db) => findMunicipality(db, "0713"));
    expect(sande && isMember(sande, today)).toBe(false);
    expect(sande && isMember(sande, day("2019-06-01"))).toBe(true);
  });

  it("tells its numbers, names, mergers and splits in order", async () => {
    const inside = await regionOf(["4602", "0713"]);
    const lineage = (number: string) =>
      inside(async (db) => {
        const municipality = await findMunicipality(db, number);
        return municipality && (await municipalityFacts(db, { municipality, today })).lineage;
      });
    expect(await lineage("4602")).toMatchObject([
      { kind: "came-from", day: "2020-01-01", merged: [{ name: "Flora" }], parts: [{ name: "Vågsøy" }] },
      { kind: "version", number: "4602", day: "2020-01-01", to: null },
    ]);
    expect(await lineage("0713")).toMatchObject([
      { kind: "version", number: "0713", day: null, to: "2020-01-01" },
      { kind: "became", day: "2020-01-01", to: [{ name: "Holmestrand", inRegion: false }], now: [] },
    ]);
  });
});
