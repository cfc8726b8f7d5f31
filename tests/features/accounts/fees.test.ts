import { beforeAll, describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { answerFeeForm, answerSchemesForm } from "~/features/accounts/answer-fees-form.server";
import { feeView } from "~/features/accounts/fee.view.server";
import {
  changeRate,
  changeScheme,
  fixFee,
  makeScheme,
  makeYear,
  removeScheme,
  removeYear,
  sayPopulations,
} from "~/features/accounts/keep-fees.server";
import { feeSheet } from "~/features/documents/fee-sheet.server";
import { readSheetFile } from "~/features/documents/read-sheet.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const now = new Date("2020-03-01T09:00:00Z");

let inside: <T>(work: (db: RegionDb) => Promise<T>) => Promise<T>;
let schemeId: string;
const ids = new Map<string, string>();

const view = async (year: number, id = schemeId) => {
  const found = await inside((db) => feeView(db, id, year));
  if (!found) throw new Error("There is no such fee");
  return found;
};
const row = async (year: number, name: string) => (await view(year)).rows.find((one) => one.name === name);
const version = async (year: number) => (await view(year)).version;
const say = async (year: number, said: Record<string, number | null>, counted = year) => {
  const named = new Map(Object.entries(said).map(([name, population]) => [ids.get(name) ?? "", population]));
  const input = { schemeId, year, version: await version(year), said: named, counted };
  return inside((db) => sayPopulations(db, input));
};
const fix = async (year: number) => {
  const { version: seen, sum } = await view(year);
  return inside((db) => fixFee(db, { schemeId, year, version: seen, sum, now }));
};

beforeAll(async () => {
  const { id } = await makeRegion(database.url().adminUrl);
  inside = (work) => withRegion({ regionId: id, personId: null, via: "operator" }, work);
  const merged = new Date("2020-01-01");
  await inside(async (db) => {
    const add = async (name: string, number: string, more: object) => {
      const one = await db.municipality.findFirstOrThrow({ where: { number } });
      ids.set(name, one.id);
      await db.regionMunicipality.create({ data: { municipalityId: one.id, ...more } });
    };
    await add("Hurum", "0628", { validTo: merged });
    await add("Røyken", "0627", { validTo: merged });
    await add("Old Asker", "0220", { validTo: merged });
    await add("Asker", "3203", { validFrom: merged, population: 94_442, populationYear: 2020 });
    await add("Lier", "3312", { population: 26_811, populationYear: 2020 });
    await add("Svelvik", "0711", { validTo: merged, population: 6_685, populationYear: 2019 });
  });
  const made = await inside((db) =>
    makeScheme(db, { name: "Samarbeid", areaId: null, guests: false, year: 2019, rate: 200 }),
  );
  schemeId = made.ok ? made.id : "";
}, 60_000);

describe("a fee", () => {
  it("is paid by those who stood in the region on 1 January, by the names they had, and asks for what is not known", async () => {
    const { rows, unknown, sum } = await view(2019);
    expect(rows.map(({ name, number, amount }) => [name, number, amount])).toEqual([
      ["Asker", "0220", null],
      ["Hurum", "0628", null],
      ["Lier", "0626", "5362200"],
      ["Røyken", "0627", null],
      ["Svelvik", "0711", "1337000"],
    ]);
    expect([unknown, sum]).toEqual([3, "6699200"]);
    expect(await fix(2019)).toEqual({ ok: false, reason: "unknown" });
  });

  it("takes a population that is said for it alone", async () => {
    expect(await say(2019, { Hurum: 9_574, Røyken: 23_083, "Old Asker": 61_523, Svelvik: null })).toEqual({ ok: true });
    expect(await row(2019, "Hurum")).toMatchObject({ said: true, populationYear: 2019, amount: "1914800" });
    const own = await inside((db) =>
      db.regionMunicipality.findFirst({ where: { municipalityId: ids.get("Hurum") ?? "" } }),
    );
    expect(own?.population).toBeNull();
    const stale = { schemeId, year: 2019, version: 0, said: new Map(), counted: 2019 };
    expect(await inside((db) => sayPopulations(db, stale))).toEqual({ ok: false, reason: "changed-meanwhile" });
  });

  it("follows its rate until it is fixed, and nothing afterwards", async () => {
    const before = await version(2019);
    expect(await inside((db) => changeRate(db, { schemeId, year: 2019, version: before, rate: 50 }))).toEqual({
      ok: true,
    });
    expect(await row(2019, "Hurum")).toMatchObject({ amount: "478700" });
    const seen = await version(2019);
    const wrong = { schemeId, year: 2019, version: seen, sum: "1", now };
    expect(await inside((db) => fixFee(db, wrong))).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await fix(2019)).toEqual({ ok: true });
    const fixed = await view(2019);
    await inside((db) => db.regionMunicipality.updateMany({ data: { population: 1 } }));
    await inside((db) =>
      db.regionMunicipality.updateMany({
        where: { municipalityId: ids.get("Asker") ?? "" },
        data: { population: 94_442 },
      }),
    );
    await inside((db) =>
      db.regionMunicipality.updateMany({
        where: { municipalityId: ids.get("Lier") ?? "" },
        data: { population: 26_811 },
      }),
    );
    expect(await view(2019)).toEqual(fixed);
    const refused = { ok: false, reason: "fixed" };
    const year = { schemeId, year: 2019, version: fixed.version };
    expect(await inside((db) => changeRate(db, { ...year, rate: 1 }))).toEqual(refused);
    expect(await inside((db) => removeYear(db, year))).toEqual(refused);
    expect(await inside((db) => removeScheme(db, schemeId))).toEqual(refused);
    expect(await say(2019, { Hurum: 1 })).toEqual(refused);
    expect(await fix(2019)).toEqual(refused);
  });

  it("is compared with what those who became one paid the year before", async () => {
    expect(await inside((db) => makeYear(db, { schemeId, year: 2020, rate: 100 }))).toEqual({ ok: true });
    expect(await inside((db) => makeYear(db, { schemeId, year: 2020, rate: 100 }))).toMatchObject({ reason: "taken" });
    expect(await row(2020, "Asker")).toMatchObject({
      ...{ number: "3025", amount: "9444200", before: String((9_574 + 23_083 + 61_523) * 50) },
      ...{ beforeOf: expect.arrayContaining(["Asker", "Hurum", "Røyken"]), difference: "4735200" },
    });
    expect((await view(2020)).gone.map(({ name }) => name)).toEqual(["Svelvik"]);
  });

  it("comes out as a sheet with a line to each municipality", async () => {
    const { bytes, name } = await feeSheet(await view(2019), { name: "Vestland", slug: "vestland" });
    expect(name).toBe("samarbeid-2019-vestland.xlsx");
    const read = await readSheetFile(Buffer.from(bytes));
    const lines = read.ok ? read.rows.map((cells) => cells.map(String)) : [];
    expect(lines).toHaveLength(6);
    expect(lines.find((cells) => cells.includes("Hurum"))).toEqual(expect.arrayContaining(["0628", "9574", "4787"]));
  });

  it("has a name of its own", async () => {
    const again = { name: "samarbeid", areaId: null, guests: false, year: 2021, rate: 1 };
    expect(await inside((db) => makeScheme(db, again))).toEqual({ ok: false, reason: "taken" });
    const change = { id: schemeId, version: 7, name: "Annet", areaId: null, guests: false };
    expect(await inside((db) => changeScheme(db, change))).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await inside((db) => changeScheme(db, { ...change, version: 0 }))).toEqual({ ok: true });
  });

  it("is frozen by the database itself", async () => {
    const fixed = await view(2019);
    const frozen = /fixed/;
    await expect(inside((db) => db.feeLine.updateMany({ data: { amount: 1n } }))).rejects.toThrow(frozen);
    await expect(inside((db) => db.feeLine.deleteMany({}))).rejects.toThrow(frozen);
    await expect(inside((db) => db.feeYear.updateMany({ data: { rate: 1 } }))).rejects.toThrow(frozen);
    await expect(inside((db) => db.feeScheme.deleteMany({ where: { id: schemeId } }))).rejects.toThrow(frozen);
    expect(await view(2019)).toEqual(fixed);
  });

  it("is paid by the guests of a circle where that is said, of what is said of them", async () => {
    const lier = ids.get("Lier") ?? "";
    const guest = await inside((db) => db.municipality.findFirstOrThrow({ where: { number: "4601" } }));
    const areaId = await inside(async (db) => {
      const { id } = await db.area.create({ data: { name: "Krinsen", kind: "circle", position: 0 } });
      await db.areaMunicipality.createMany({
        data: [lier, guest.id].map((municipalityId) => ({ areaId: id, municipalityId })),
      });
      return id;
    });
    const scheme = { name: "Krins", areaId, guests: false };
    const made = await inside((db) => makeScheme(db, { ...scheme, year: 2021, rate: 50 }));
    const id = made.ok ? made.id : "";
    expect((await view(2021, id)).guests).toEqual(["Bergen"]);
    await inside((db) => changeScheme(db, { ...scheme, id, version: 0, guests: true }));
    const { rows, guests, version: seen } = await view(2021, id);
    expect([rows.map(({ name, amount }) => [name, amount]), guests]).toEqual([
      [
        ["Bergen", null],
        ["Lier", "1340550"],
      ],
      [],
    ]);
    const people = new FormData();
    for (const [name, value] of Object.entries({ intent: "populations", version: String(seen), counted: "2020" }))
      people.set(name, value);
    people.set(`population.${guest.id}`, "283 929");
    const place = { schemeId: id, year: 2021, slug: "vestland", now };
    expect(await inside((db) => answerFeeForm(db, people, place))).toMatchObject({ ok: true });
    const { sum, version: last } = await view(2021, id);
    expect(await inside((db) => fixFee(db, { schemeId: id, year: 2021, version: last, sum, now }))).toEqual({
      ok: true,
    });
    expect(sum).toBe(String(1_340_550 + 283_929 * 50));
  });

  it("says what is wrong in a form, field by field, and keeps what was typed", async () => {
    const filled = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return form;
    };
    const scheme = filled({ intent: "new", name: "Kultur", areaId: "", year: "20", rate: "0,505" });
    expect(await inside((db) => answerSchemesForm(db, scheme, "vestland"))).toMatchObject({
      ...{ ok: false, about: "new", values: { name: "Kultur", rate: "0,505" } },
      errors: { year: expect.any(String), rate: expect.any(String) },
    });
    const field = `population.${ids.get("Lier")}`;
    const people = filled({ intent: "populations", version: "0", counted: "2050", [field]: "mange" });
    const place = { schemeId, year: 2020, slug: "vestland", now };
    expect(await inside((db) => answerFeeForm(db, people, place))).toMatchObject({
      ...{ ok: false, about: "populations", values: { [field]: "mange" } },
      errors: { counted: expect.any(String), [field]: expect.any(String) },
    });
    expect(await inside((db) => answerFeeForm(db, filled({ intent: "else" }), place))).toBeNull();
  });
});
