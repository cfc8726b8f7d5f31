import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { readSheet, type Sheet } from "~/domain/documents/sheet-columns";
import { answerSheet } from "~/features/documents/answer-sheet.server";
import { reviewContacts } from "~/features/documents/contact-sheet.view.server";
import { readSheetFile } from "~/features/documents/read-sheet.server";
import { saveContactSheet } from "~/features/documents/save-contact-sheet.server";
import { saveMunicipalitySheet } from "~/features/documents/save-municipality-sheet.server";
import { sheetFile } from "~/features/documents/sheet-files.server";
import { findSheetImport } from "~/features/documents/sheet-imports.db.server";
import { stageReceivedSheet } from "~/features/documents/stage-sheet.server";
import { contactPersonsOn } from "~/features/municipalities/contact-persons.view.server";
import "~/i18n/locale.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { inRequest } from "~/platform/request-context.server";

const database = useDatabase();
const now = new Date("2026-05-26T08:00:00Z");
const today = new Date("2026-05-26");
const days = { today, now };

const sheetOf = (rows: string[][]): Sheet => {
  const read = readSheet(rows, () => false);
  if (!read.ok) throw new Error(read.reason);
  return read.sheet;
};
const contacts = (...rows: string[][]) => sheetOf([["Kommune", "Namn", "E-post"], ...rows]);

/** A region of Voss, Vik, Kåfjord and Fedje, where Voss has a contact person. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  await inside(async (db) => {
    const found = await db.municipality.findMany({ where: { number: { in: ["4621", "4639", "5540", "4633"] } } });
    await db.regionMunicipality.createMany({ data: found.map(({ id }) => ({ municipalityId: id })) });
  });
  const save = (sheet: Sheet, ticked: Parameters<typeof saveContactSheet>[1]["ticked"] = "all") =>
    inside((db) => saveContactSheet(db, { source: { fileName: "ark", sheet }, ticked, ...days }));
  const verdicts = async (sheet: Sheet) =>
    (await inside((db) => reviewContacts(db, sheet, today))).rows.map(({ verdict }) =>
      verdict.kind === "problem" ? verdict.problem : verdict.kind,
    );
  const people = async () =>
    (await inside((db) => contactPersonsOn(db, today))).map((one) => [one.municipalityName, one.name, one.email]);
  await save(contacts(["Voss", "Kari", "kari@voss.example"]));
  return { region, inside, save, verdicts, people };
}

describe("a sheet of contact persons", () => {
  it("gives one verdict a row", async () => {
    const { verdicts } = await setUp();
    const rows: [string[], string][] = [
      [["Voss herad", "Kari", "KARI@voss.example"], "same"],
      [["Gáivuona suohkan", "Ola", "ola@kafjord.example"], "new"],
      [["Fedje kommune", "", ""], "vacant"],
      [["Drammen", "Per", "per@drammen.example"], "municipality-outside"],
      [["Atlantis", "Per", "per@x.example"], "municipality-unknown"],
      [["", "Per", "per@x.example"], "municipality-missing"],
      [["Våler", "Per", "per@x.example"], "municipality-ambiguous"],
      [["Vik", "", "ola@vik.example"], "name-missing"],
    ];
    expect(await verdicts(contacts(...rows.map(([row]) => row)))).toEqual(rows.map(([, verdict]) => verdict));
    const also: [string[], string][] = [
      [["Voss", "Ny", "ny@voss.example"], "takes-over"],
      [["Vik", "Ola", "ola-vik"], "email-invalid"],
      [["Fedje", "Ola", ""], "email-missing"],
      [["Kåfjord", "x".repeat(201), "x@kafjord.example"], "name-long"],
    ];
    expect(await verdicts(contacts(...also.map(([row]) => row)))).toEqual(also.map(([, verdict]) => verdict));
    expect(await verdicts(contacts(["Voss", "Kari Ny", "kari@voss.example"]))).toEqual(["renamed"]);
    expect(await verdicts(contacts(["Vik", "A", "a@vik.example"], ["4639 Vik", "B", "b@vik.example"]))).toEqual([
      "municipality-doubled",
      "municipality-doubled",
    ]);
    expect(await verdicts(contacts(["Vik", "A", "a@x.example"], ["Fedje", "B", "a@x.example"]))).toEqual([
      "new",
      "name-differs",
    ]);
  });

  it("saves what is ticked and nothing else, leaves the rest alone and forgets its text", async () => {
    const { inside, people, region } = await setUp();
    const sheet = contacts(
      ["Voss", "Ny", "ny@voss.example"],
      ["Vik", "Ola", "ola@x.example"],
      ["Fedje", "Ola", "ola@x.example"],
    );
    const id = await inside((db) => stageReceivedSheet(db, { ok: true, fileName: "ark.xlsx", sheet }));
    const form = new FormData();
    form.append("intent", "save");
    form.append("take[]", "3:new");
    form.append("take[]", "4:new");
    expect(await inside((db) => answerSheet(db, id, form, days))).toEqual({ ok: true, done: "saved", rows: 2 });
    expect(await people()).toEqual([
      ["Fedje", "Ola", "ola@x.example"],
      ["Vik", "Ola", "ola@x.example"],
      ["Voss", "Kari", "kari@voss.example"],
    ]);
    const kept = await inside((db) => db.import.findFirstOrThrow({ where: { id } }));
    expect(kept).toMatchObject({ kind: "contact_persons", state: "saved", text: "" });
    expect(JSON.stringify(kept.result)).not.toMatch(/Ola|x\.example/);
    expect(kept.result).toMatchObject({
      absent: ["Kåfjord"],
      rows: [{ done: "left" }, { done: "new" }, { done: "new" }],
    });
    expect(await inside((db) => answerSheet(db, id, form, days))).toMatchObject({ reason: "closed" });
    const other = await makeRegion(database.url().adminUrl);
    const elsewhere = withRegion({ regionId: other.id, personId: null, via: "session" }, (db) =>
      findSheetImport(db, id),
    );
    expect([await elsewhere, region.id === other.id]).toEqual([null, false]);
  });

  it("lets one take over from another only when that is ticked, with the name that was seen", async () => {
    const { inside, save, people } = await setUp();
    const sheet = contacts(["Voss", "Ny", "ny@voss.example"], ["Vik", "Ola", "ola@vik.example"]);
    const [row] = (await inside((db) => reviewContacts(db, sheet, today))).rows;
    await save(contacts(["Voss", "Mellom", "mellom@voss.example"]));
    const ticked = new Map([
      [2, row?.seen ?? ""],
      [3, "new"],
    ]);
    expect(await save(sheet, ticked)).toEqual({ ok: false, reason: "changed", lines: [2] });
    expect(await people()).toEqual([["Voss", "Mellom", "mellom@voss.example"]]);
    const again = (await inside((db) => reviewContacts(db, sheet, today))).rows;
    expect(await save(sheet, new Map(again.map(({ line, seen }) => [line, seen])))).toMatchObject({ ok: true });
    expect(await people()).toEqual([
      ["Vik", "Ola", "ola@vik.example"],
      ["Voss", "Ny", "ny@voss.example"],
    ]);
  });

  it("changes a name, and saves nothing when nothing is ticked", async () => {
    const { inside, save, people } = await setUp();
    await save(contacts(["Voss", "Kari Ny", "kari@voss.example"]));
    expect(await people()).toEqual([["Voss", "Kari Ny", "kari@voss.example"]]);
    const sheet = contacts(["Vik", "Ola", "ola@vik.example"]);
    const id = await inside((db) => stageReceivedSheet(db, { ok: true, fileName: "ark", sheet }));
    const form = new FormData();
    form.append("intent", "save");
    expect(await inside((db) => answerSheet(db, id, form, days))).toMatchObject({ reason: "none-ticked" });
    form.set("intent", "discard");
    expect(await inside((db) => answerSheet(db, id, form, days))).toEqual({ ok: true, done: "discarded" });
    expect(await inside((db) => db.import.findFirstOrThrow({ where: { id } }))).toMatchObject({
      state: "discarded",
      text: "",
    });
  });

  it.each([
    ["xlsx", "nn"],
    ["csv", "nb"],
    ["csv", "en"],
  ] as const)("goes out as %s in %s, vacant ones with it, and comes in again unchanged", async (format, locale) => {
    const { inside, save, verdicts } = await setUp();
    await save(contacts(["Kåfjord", "=Åse Øvre-Ærøy", "ase@kafjord.example"], ["Vik", "@Čáhppes", "c@vik.example"]));
    const file = await inRequest(locale, () =>
      inside((db) => sheetFile(db, { kind: "contacts", format }, { region: "r", day: today })),
    );
    const raw = await readSheetFile(file.bytes);
    if (!raw.ok) throw new Error(raw.reason);
    expect(raw.rows.flat().every((cell) => !/^[=+\-@]/.test(cell))).toBe(true);
    expect(await verdicts(sheetOf(raw.rows))).toEqual(["vacant", "same", "same", "same"]);
  });
});

describe("a sheet of facts", () => {
  const facts = (...rows: string[][]) =>
    sheetOf([["Kommune", "Innbyggjarar", "År", "Målform", "Område", "Krins"], ...rows]);

  it("saves the cells that differ, makes the areas that are ticked, and takes guests into areas alone", async () => {
    const { inside } = await setUp();
    const save = (sheet: Sheet, make: ReadonlySet<string>) =>
      inside((db) => saveMunicipalitySheet(db, { source: { fileName: "ark", sheet }, ticked: "all", make, ...days }));
    const sheet = facts(
      ["Voss", "16 200", "2025", "nynorsk", "Indre; krins: Heradet", ""],
      ["Vik", "", "", "", "Indre; Ukjend", ""],
      ["Haugesund", "", "", "", "Indre", ""],
      ["Bergen", "290000", "2025", "", "", ""],
      ["Fedje", "få", "2025", "", "", ""],
      ["Kåfjord", "2000", "", "", "", ""],
    );
    const saved = await save(sheet, new Set(["Indre", "Heradet"]));
    expect(saved.ok && saved.result.rows.map(({ done }) => done)).toEqual([
      "saved",
      "saved",
      "saved",
      "problem",
      "problem",
      "problem",
    ]);
    const known = await inside((db) => db.regionMunicipality.findMany({ where: { population: { not: null } } }));
    expect(known).toMatchObject([{ population: 16200, populationYear: 2025, writtenStandard: "nynorsk" }]);
    const areas = () =>
      inside(async (db) =>
        (
          await db.area.findMany({
            include: { municipalities: { include: { municipality: true } } },
            orderBy: { position: "asc" },
          })
        ).map(({ name, kind, municipalities }) => [
          name,
          kind,
          municipalities.map(({ municipality }) => municipality.name).sort(),
        ]),
      );
    expect(await areas()).toEqual([
      ["Indre", "area", ["Haugesund", "Vik", "Voss"]],
      ["Heradet", "circle", ["Voss"]],
    ]);
    const again = await save(facts(["Voss", "", "", "", "Ytre", ""]), new Set(["Ytre"]));
    expect(again.ok).toBe(true);
    expect(await areas()).toEqual([
      ["Indre", "area", ["Haugesund", "Vik"]],
      ["Heradet", "circle", ["Voss"]],
      ["Ytre", "area", ["Voss"]],
    ]);
  });

  it.each(["xlsx", "csv"] as const)("goes out as %s with guests, and comes in again unchanged", async (format) => {
    const { inside } = await setUp();
    const sheet = facts(
      ["Voss", "16200", "2025", "nøytral", "Indre; Vossaområdet", "Byane"],
      ["Haugesund", "", "", "", "Indre", ""],
    );
    await inside((db) =>
      saveMunicipalitySheet(db, { source: { fileName: "a", sheet }, ticked: "all", make: "all", ...days }),
    );
    const file = await inRequest("nb", () =>
      inside((db) => sheetFile(db, { kind: "facts", format }, { region: "r", day: today })),
    );
    const raw = await readSheetFile(file.bytes);
    if (!raw.ok) throw new Error(raw.reason);
    const source = { fileName: "b", sheet: sheetOf(raw.rows) };
    const back = await inside((db) => saveMunicipalitySheet(db, { source, ticked: "all", make: "all", ...days }));
    expect(back.ok && back.result).toMatchObject({ rows: [], same: 5, absent: [] });
  });
});
