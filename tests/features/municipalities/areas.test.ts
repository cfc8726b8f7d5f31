import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import type { AreaInput } from "~/features/municipalities/area-form.schema";
import { areaChoices, areaDetail, areasView, areaToEdit } from "~/features/municipalities/areas.view.server";
import { coverage } from "~/features/municipalities/municipalities.view.server";
import { removeArea } from "~/features/municipalities/remove-area.server";
import { saveArea } from "~/features/municipalities/save-area.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = new Date("2026-11-22");

/** A region with Voss, Bergen and Etne, and a way in. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const ids = await inside(async (db) => {
    const found = await db.municipality.findMany({ where: { number: { in: ["4601", "4611", "4621"] } } });
    await db.regionMunicipality.createMany({ data: found.map(({ id }) => ({ municipalityId: id })) });
    return new Map(found.map(({ name, id }) => [name, id]));
  });
  const own = (...names: string[]) => names.map((name) => ids.get(name) ?? "");
  const save = (input: Partial<AreaInput>, id: string | null = null) =>
    inside((db) =>
      saveArea(db, {
        id,
        today,
        input: {
          version: 0,
          name: "Helse Fonna",
          kind: "area",
          description: "",
          counties: [],
          own: [],
          others: [],
          ...input,
        },
      }),
    );
  const made = async (input: Partial<AreaInput>) => {
    const result = await save(input);
    if (!result.ok) throw new Error(result.reason);
    return result.id;
  };
  const detail = (id: string) => inside((db) => areaDetail(db, { id, today }));
  return { inside, own, save, made, detail };
}

describe("an area", () => {
  it("holds the region's own and guests of other regions, and says where the guests are from", async () => {
    const { own, made, detail, inside } = await setUp();
    const id = await made({ own: own("Etne"), others: ["Haugesund kommune", "1149"] });
    expect(await detail(id)).toMatchObject({
      guests: 2,
      members: 1,
      municipalities: [
        { name: "Etne", member: true, hasPage: true },
        { name: "Haugesund", member: false, county: "Rogaland", hasPage: false },
        { name: "Karmøy", member: false, county: "Rogaland" },
      ],
    });
    expect(await inside(areaChoices)).toEqual([{ id, name: "Helse Fonna", kind: "area" }]);
  });

  it("may overlap with another and hold one that is no more, with its successors", async () => {
    const { own, made, detail, inside } = await setUp();
    const fonna = await made({ own: own("Etne", "Voss") });
    const old = await made({ name: "LSU 2017", own: own("Voss"), others: ["Vågsøy"] });
    const view = await inside((db) => areasView(db, today));
    expect(view).toMatchObject([
      { id: fonna, count: 2, guests: 0, ended: 0, overlaps: [{ id: old, shared: 1 }] },
      { id: old, count: 2, guests: 0, ended: 1, overlaps: [{ id: fonna, shared: 1 }] },
    ]);
    const vagsoy = (await detail(old))?.municipalities.find(({ name }) => name === "Vågsøy");
    expect(vagsoy).toMatchObject({ stands: false, became: [{ name: "Kinn" }, { name: "Stad" }] });
  });

  it("sums people only when all are known", async () => {
    const { inside, own, made, detail } = await setUp();
    const id = await made({ own: own("Etne", "Voss") });
    const people = (name: string, population: number) =>
      inside((db) =>
        db.regionMunicipality.updateMany({
          where: { municipalityId: own(name)[0] ?? "" },
          data: { population, populationYear: 2026 },
        }),
      );
    await people("Etne", 4000);
    expect(await detail(id)).toMatchObject({ unknownPopulations: 1, standing: 2 });
    await people("Voss", 16_000);
    expect(await detail(id)).toMatchObject({ unknownPopulations: 0, population: 20_000 });
  });

  it("is not saved while a line names nothing or several, and tells each", async () => {
    const { own, save, inside } = await setUp();
    expect(await save({ own: own("Voss"), others: ["Atlantis", "Våler", "Haugesund"] })).toMatchObject({
      ok: false,
      reason: "unread-lines",
      lines: [
        { words: "Atlantis", among: [] },
        { words: "Våler", among: [{ number: "3114" }, { number: "3419" }] },
      ],
    });
    expect(await inside(areaChoices)).toEqual([]);
  });

  it("has a name of its own and something in it", async () => {
    const { own, save, made } = await setUp();
    await made({ own: own("Voss") });
    expect(await save({ name: "helse fonna", own: own("Etne") })).toEqual({ ok: false, reason: "name-taken" });
    expect(await save({ name: "Tom" })).toEqual({ ok: false, reason: "empty" });
    expect(await save({ name: "Fylke", kind: "circle", counties: ["Akershus fylkeskommune"] })).toMatchObject({
      ok: true,
    });
  });

  it("opens in its form as it was saved, and saving that changes nothing", async () => {
    const { inside, own, made, save } = await setUp();
    const id = await made({ own: own("Voss"), others: ["Haugesund", "Vågsøy"], counties: ["Rogaland"] });
    const form = await inside((db) => areaToEdit(db, { id, today }));
    expect(form).toMatchObject({ chosen: own("Voss"), others: "1106 Haugesund\n1439 Vågsøy", counties: "Rogaland" });
    const others = form?.others.split("\n") ?? [];
    expect(await save({ own: own("Voss"), others, counties: ["Rogaland"] }, id)).toEqual({ ok: true, id });
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectKind: "area" } }));
    expect(log.map(({ action }) => action)).toEqual(["created"]);
  });

  it("is not saved over somebody else's change", async () => {
    const { own, made, save, detail } = await setUp();
    const id = await made({ own: own("Voss") });
    expect(await save({ own: own("Etne") }, id)).toEqual({ ok: true, id });
    expect(await save({ own: own("Bergen") }, id)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await detail(id)).toMatchObject({
      version: 1,
      municipalities: [{ name: "Etne" }],
      history: [
        { did: "Endret område", changes: [{ field: "Kommuner", before: "4621 Voss", after: "4611 Etne" }] },
        { did: "La til område", changes: [] },
      ],
    });
  });

  it("stays while an audience is made of it", async () => {
    const { inside, own, made, detail } = await setUp();
    const id = await made({ own: own("Voss") });
    await inside(async (db) => {
      const audience = await db.audience.create({ data: { name: "Leiarar" } });
      await db.audienceRule.create({ data: { audienceId: audience.id, position: 0, kind: "area", areaId: id } });
    });
    expect(await inside((db) => removeArea(db, id))).toMatchObject({
      reason: "used",
      audiences: [{ name: "Leiarar" }],
    });
    expect(await detail(id)).not.toBeNull();
    await inside((db) => db.audience.deleteMany());
    expect(await inside((db) => removeArea(db, id))).toEqual({ ok: true, name: "Helse Fonna" });
    expect(await detail(id)).toBeNull();
  });

  it("is of one region: another's and a garbled id are nowhere", async () => {
    const [mine, other] = [await setUp(), await setUp()];
    const id = await mine.made({ own: mine.own("Voss") });
    for (const garbled of [id, "x", "' OR 1=1"]) {
      expect(await other.detail(garbled)).toBeNull();
      expect(await other.inside((db) => areaToEdit(db, { id: garbled, today }))).toBeNull();
      expect(await other.save({ own: other.own("Voss") }, garbled)).toEqual({ ok: false, reason: "not-found" });
      expect(await other.inside((db) => removeArea(db, garbled))).toEqual({ ok: false, reason: "not-found" });
    }
  });

  it("narrows the coverage to its own municipalities", async () => {
    const { inside, own, made } = await setUp();
    const id = await made({ own: own("Voss"), others: ["Haugesund"] });
    const view = await inside((db) => coverage(db, { today, after: null, area: id }));
    expect(view).toMatchObject({ total: 1, inRegion: 3, covered: 0, rows: [{ name: "Voss" }], area: id });
    expect(view.tiles).toHaveLength(1);
    const all = await inside((db) => coverage(db, { today, after: null, area: "garbled" }));
    expect(all).toMatchObject({ total: 3, area: null });
  });
});

describe("an area's name", () => {
  it("is taken by the same name alone, not by one that a pattern would fit", async () => {
    const { save, own } = await setUp();
    expect(await save({ name: "Krins A", own: own("Voss") })).toMatchObject({ ok: true });
    expect(await save({ name: "Krins_A", own: own("Voss") })).toMatchObject({ ok: true });
    expect(await save({ name: "%", own: own("Voss") })).toMatchObject({ ok: true });
    expect(await save({ name: "KRINS A", own: own("Voss") })).toEqual({ ok: false, reason: "name-taken" });
  });
});
