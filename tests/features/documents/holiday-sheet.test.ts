import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { receiveHolidays, reviewHolidays, saveHolidays } from "~/features/documents/holiday-sheet.server";
import { addHoliday } from "~/features/regions/add-holidays.server";
import { holidaySchema } from "~/features/regions/holiday-form.schema";
import { holidaysIn, holidaysView } from "~/features/regions/holidays.view.server";
import { removeHoliday } from "~/features/regions/remove-holiday.server";
import "~/i18n/locale.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { parseForm } from "~/platform/http/forms.server";
import { inRequest } from "~/platform/request-context.server";

const database = useDatabase();

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  return <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
}

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const pasted = (table: string) => receiveHolidays(formOf({ table }));
const file = (bytes: Uint8Array | string, name = "rute.csv") =>
  receiveHolidays(formOf({ file: new File([bytes as BlobPart], name) }));

const refusal = async (received: ReturnType<typeof pasted>) => {
  const read = await received;
  return read.ok ? null : read.problems.map(({ field, message }) => `${field}: ${message}`).join();
};

const route = "Namn;Frå;Til\nHaustferie;5.10.2026;9.10.2026\nJuleferie;21.12.2026;1.1.2027\n";

describe("holidays from a sheet", () => {
  it("are read from pasted lines, from CSV in an old encoding and from Excel alike", async () => {
    const latin = Uint8Array.from(route.replace("Frå", "Fr\u00e5"), (sign) => sign.charCodeAt(0));
    const sheet = [
      ["Namn", "Frå", "Til"].map((value) => ({ value, type: String })),
      [
        { value: "Haustferie", type: String },
        { value: new Date("2026-10-05"), type: Date, format: "dd.mm.yyyy" },
        { value: "9. oktober 2026", type: String },
      ],
      [
        { value: "Juleferie", type: String },
        { value: new Date("2026-12-21"), type: Date, format: "dd.mm.yyyy" },
        { value: new Date("2027-01-01"), type: Date, format: "dd.mm.yyyy" },
      ],
    ];
    const xlsx = await writeXlsxFile(sheet as never).toBuffer();
    const inside = await setUp();
    for (const received of [await pasted(route), await file(latin), await file(xlsx, "rute.xlsx")]) {
      if (!received.ok) throw new Error(JSON.stringify(received));
      const { lines } = await inside((db) => reviewHolidays(db, received.lines));
      expect(lines.map(({ holiday }) => holiday && [holiday.from, holiday.to])).toEqual([
        ["2026-10-05", "2026-10-09"],
        ["2026-12-21", "2027-01-01"],
      ]);
    }
  });

  it("say what is wrong with what cannot be read, in the reader's words", async () => {
    const nn = (work: () => Promise<unknown>) => inRequest("nn", work);
    await nn(async () => {
      expect(await refusal(pasted(" "))).toMatch(/^file: /);
      expect(await refusal(pasted("Kommune;E-post\nVoss;post@voss.example"))).toBe(
        "table: Fann ikkje «Frå». Første linje er «Kommune», «E-post». Skriv namna på kolonnane øvst: namn, frå, til.",
      );
      const many = `Namn;Frå\n${"Ferie;5.10.2026\n".repeat(2_000)}`;
      expect(await refusal(pasted(many))).toMatch(/^table: Over 1\D?000 linjer er for mange for feriar/);
      expect(await refusal(pasted(many.repeat(5)))).toMatch(/^table: .*5\D?000/);
      expect(await refusal(file(Uint8Array.from([0, 1, 2, 3, 0, 0, 9])))).toMatch(/^file: /);
      expect(await refusal(file("\ufffe\u0000"))).toMatch(/^file: /);
    });
  });

  it("give the lines back so that they can be mended, also those from a file", async () => {
    const received = await file('Namn;Frå;Til\n"Haust;ferie";5.10;9.10.2026\n');
    expect(received.ok && received.text).toBe('Namn;Frå;Til\n"Haust;ferie";5.10;9.10.2026\n');
    expect(received.ok && (await pasted(received.text))).toMatchObject({
      ok: true,
      lines: [{ cells: { from: "5.10" } }],
    });
  });

  it("are saved all at once, with a line in the log for each, and saved again change nothing", async () => {
    const inside = await setUp();
    const received = await pasted(route);
    if (!received.ok) throw new Error("unread");
    const { lines } = received;
    const review = await inside((db) => reviewHolidays(db, lines));
    expect(review.counts).toEqual({ new: 2, same: 0, problem: 0 });
    expect(await inside((db) => holidaysIn(db))).toEqual([]);
    expect(await inside((db) => saveHolidays(db, { lines, seen: review.seen }))).toEqual({ ok: true, added: 2 });
    expect((await inside((db) => holidaysIn(db))).map(({ name }) => name)).toEqual(["Haustferie", "Juleferie"]);
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectKind: "holiday" } }));
    expect(log.map(({ action }) => action)).toEqual(["created", "created"]);
    const again = await inside((db) => reviewHolidays(db, lines));
    expect(again.counts).toEqual({ new: 0, same: 2, problem: 0 });
    expect(await inside((db) => saveHolidays(db, { lines, seen: again.seen }))).toEqual({ ok: true, added: 0 });
  });

  it("are not saved at all when one line has a problem, or is not what was seen", async () => {
    const inside = await setUp();
    const bad = await pasted(`${route}Vinterferie;5.3.2027;1.3.2027\n`);
    const good = await pasted(route);
    if (!bad.ok || !good.ok) throw new Error("unread");
    const refused = await inside((db) => saveHolidays(db, { lines: bad.lines, seen: "nnp" }));
    expect(refused).toMatchObject({ ok: false, reason: "problems" });
    const { seen } = await inside((db) => reviewHolidays(db, good.lines));
    await inside((db) => addHoliday(db, { kind: "school", name: "Haustferie", from: "2026-10-05", to: "2026-10-09" }));
    const changed = await inside((db) => saveHolidays(db, { lines: good.lines, seen }));
    expect(changed).toMatchObject({ ok: false, reason: "changed", review: { counts: { new: 1, same: 1 } } });
    expect(await inside((db) => holidaysIn(db))).toHaveLength(1);
  });

  it("of another region are neither seen nor in the way", async () => {
    const [one, other] = [await setUp(), await setUp()];
    const holiday = { kind: "school" as const, name: "Haustferie", from: "2026-10-05", to: "2026-10-09" };
    expect(await one((db) => addHoliday(db, holiday))).toEqual({ ok: true });
    expect(await other((db) => holidaysIn(db))).toEqual([]);
    expect(await other((db) => addHoliday(db, holiday))).toEqual({ ok: true });
    const [mine] = await one((db) => holidaysIn(db));
    expect(await other((db) => removeHoliday(db, mine?.id ?? ""))).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("a holiday by hand", () => {
  const holiday = { kind: "school" as const, name: "Haustferie", from: "2026-10-05", to: "2026-10-09" };

  it("is refused when it is there, or its name has some of the days", async () => {
    const inside = await setUp();
    expect(await inside((db) => addHoliday(db, holiday))).toEqual({ ok: true });
    expect(await inside((db) => addHoliday(db, holiday))).toMatchObject({ ok: false, reason: "same" });
    const late = { ...holiday, from: "2026-10-09", to: "2026-10-12" };
    expect(await inside((db) => addHoliday(db, late))).toMatchObject({ ok: false, reason: "overlaps" });
    expect(await inside((db) => addHoliday(db, { ...late, name: "Planleggingsdag" }))).toEqual({ ok: true });
  });

  it("is listed by school year, the newest first, and removed with a line in the log", async () => {
    const inside = await setUp();
    for (const [from, to] of [
      ["2026-06-20", "2026-08-16"],
      ["2026-10-05", "2026-10-09"],
    ])
      await inside((db) => addHoliday(db, { ...holiday, from: from ?? "", to: to ?? "" }));
    const years = await inside(holidaysView);
    expect(years.map(({ year, holidays }) => [year, holidays.length])).toEqual([
      [2026, 1],
      [2025, 1],
    ]);
    const id = years[0]?.holidays[0]?.id ?? "";
    expect(await inside((db) => removeHoliday(db, id))).toEqual({ ok: true, name: "Haustferie" });
    expect(await inside((db) => removeHoliday(db, id))).toEqual({ ok: false, reason: "not-found" });
    const removed = await inside((db) => db.auditEvent.findMany({ where: { subjectId: id, action: "removed" } }));
    expect(removed).toHaveLength(1);
  });

  it("is read from the form in ISO and Norwegian dates, and one day where the last is empty", () => {
    const read = (fields: Record<string, string>) => parseForm(formOf({ kind: "school", ...fields }), holidaySchema());
    expect(read({ name: "Fri", from: "2026-11-16", to: "" })).toMatchObject({
      ok: true,
      value: { from: "2026-11-16", to: "2026-11-16" },
    });
    expect(read({ name: "Fri", from: "16.11.2026", to: "17. november 2026" })).toMatchObject({
      ok: true,
      value: { from: "2026-11-16", to: "2026-11-17" },
    });
    const errors = (fields: Record<string, string>) => {
      const parsed = read(fields);
      return parsed.ok ? [] : Object.keys(parsed.errors);
    };
    expect(errors({ name: "", from: "", to: "" })).toEqual(["name", "from"]);
    expect(errors({ name: "Fri", from: "i haust", to: "" })).toEqual(["from"]);
    expect(errors({ name: "Fri", from: "2026-11-16", to: "2026-11-15" })).toEqual(["to"]);
    expect(errors({ name: "Fri", from: "2026-11-16", to: "2027-11-15" })).toEqual(["to"]);
    expect(errors({ kind: "anna", name: "Fri", from: "2026-11-16" })).toEqual(["kind"]);
  });
});
