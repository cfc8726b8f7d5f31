import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { processorTime } from "#tests/support/work";
import { makePlan } from "~/features/communications-plan/make-plan.server";
import { chooseForImport } from "~/features/documents/choose-for-import.server";
import { discardImport } from "~/features/documents/discard-import.server";
import { type ImportChoices, noChoices } from "~/features/documents/import-choices";
import { previewImport } from "~/features/documents/import-preview.view.server";
import { saveImport } from "~/features/documents/save-import.server";
import { stageImport } from "~/features/documents/stage-import.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const plan = readFileSync("prisma/seed/vestland-plan.txt", "utf8");
const now = new Date("2026-05-26T10:00:00Z");

const header = "Kommunikasjonsform\tMål med kommunikasjonen\tTema\tNår\tAnsvar\tMålgruppe";
const rows = [
  "Webinar\tInformere\tKosthald\tApril 2021\tKS\tKommunane",
  "Podkast\tInspirere\tAktivitet\tMai 2021\tUSHT\tAlle",
];
const small = ["# Plan 2021", header, ...rows].join("\n");
const networks = [
  "Namn på nettverk\tDriftes av\tStatus\tMålgruppe\tHva og hvordan tematiseres reformen\tArbeidsform og regelmessighet\tForventet utbytte for kommune",
  'Læringsnettverk <a href="https://nett.example/a">https://nett.example/a</a>\tKS\t\tAlle\tInnsatsområde 1\tTo samlingar\t',
].join("\n");

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const save = (text: string, choices: Partial<ImportChoices> = {}) =>
    inside((db) => saveImport(db, { fileName: "plan.txt", text }, { ...noChoices, ...choices }, { now }));
  const counts = async (text: string, choices: Partial<ImportChoices> = {}) => {
    const saved = await save(text, choices);
    if (!saved.ok) throw new Error(saved.reason);
    return saved.result.tables.map(({ kind, found, created, updated, unchanged, kept }) => ({
      ...{ kind, found, created, updated, unchanged, kept },
    }));
  };
  const planRows = () => inside((db) => db.planRow.findMany({ orderBy: { position: "asc" } }));
  return { inside, save, counts, planRows };
}

const tally = (found: number, deeds: object) => ({ found, created: 0, updated: 0, unchanged: 0, kept: 0, ...deeds });

describe("saving an import", () => {
  it("saves a whole plan within two seconds, in the document's order, with the log", async () => {
    const { inside, counts, planRows } = await setUp();
    const spent = await processorTime(async () =>
      expect(await counts(plan)).toEqual([
        { kind: "actors", ...tally(8, { created: 8 }) },
        { kind: "communications-plan", ...tally(24, { created: 24 }) },
        { kind: "communications-plan", ...tally(13, { created: 13 }) },
        { kind: "networks", ...tally(19, { created: 19 }) },
      ]),
    );
    expect(spent).toBeLessThan(2000);
    const plans = await inside((db) => db.communicationsPlan.findMany({ orderBy: { from: "asc" } }));
    expect(plans.map(({ from, to }) => [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)])).toEqual([
      ["2021-01-01", "2021-12-31"],
      ["2022-01-01", "2023-12-31"],
    ]);
    const first = (await planRows()).filter(({ planId }) => planId === plans[0]?.id);
    expect(first.map(({ position }) => position)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    const log = await inside((db) => db.auditEvent.groupBy({ by: ["action", "subjectKind"], _count: true }));
    expect(
      Object.fromEntries(log.map(({ action, subjectKind, _count }) => [`${action} ${subjectKind}`, _count])),
    ).toEqual({
      "imported import": 1,
      "created communications-plan": 2,
      "created actor": 8,
      "created plan-row": 37,
      "created network": 19,
    });
  });

  it("changes nothing the second time", async () => {
    const { counts, planRows } = await setUp();
    await counts(plan);
    const before = await planRows();
    expect((await counts(plan)).map(({ unchanged }) => unchanged)).toEqual([8, 24, 13, 19]);
    expect(await planRows()).toEqual(before);
  });

  it("updates the row of a changed cell, raises its version and writes before and after down", async () => {
    const { inside, counts, planRows } = await setUp();
    await counts(small);
    expect(await counts(small.replace("April 2021", "Mai 2021"))).toEqual([
      { kind: "communications-plan", ...tally(2, { updated: 1, unchanged: 1 }) },
    ]);
    expect((await planRows()).map(({ timing, version }) => [timing, version])).toEqual([
      ["Mai 2021", 1],
      ["Mai 2021", 0],
    ]);
    const log = await inside((db) => db.auditEvent.findFirst({ where: { action: "updated" } }));
    expect([log?.before, log?.after]).toEqual([{ timing: "April 2021" }, { timing: "Mai 2021" }]);
  });

  it("leaves reordered rows where they are", async () => {
    const { counts, planRows } = await setUp();
    await counts(small);
    const before = await planRows();
    expect(await counts(["# Plan 2021", header, ...rows.toReversed()].join("\n"))).toEqual([
      { kind: "communications-plan", ...tally(2, { unchanged: 2 }) },
    ]);
    expect(await planRows()).toEqual(before);
  });

  it("asks about a row edited meanwhile: keeps it unless the file's words are taken", async () => {
    const { inside, counts, planRows } = await setUp();
    await counts(small);
    const [row] = await planRows();
    await inside((db) => db.planRow.updateMany({ where: { id: row?.id ?? "" }, data: { timing: "Haust 2021" } }));
    expect(await counts(small)).toEqual([{ kind: "communications-plan", ...tally(2, { unchanged: 1, kept: 1 }) }]);
    expect((await planRows())[0]?.timing).toBe("Haust 2021");
    expect(await counts(small, { conflicts: { [row?.id ?? ""]: "take" } })).toEqual([
      { kind: "communications-plan", ...tally(2, { updated: 1, unchanged: 1 }) },
    ]);
    expect((await planRows())[0]?.timing).toBe("April 2021");
  });

  it("leaves rows the file no longer has, and puts new rows of such a file last", async () => {
    const { save, planRows } = await setUp();
    await save(small);
    const saved = await save(
      ["# Plan 2021", header, "Kronikk\tDebatt\tFrivillige\tJuni 2021\tKS\tAlle", rows[1]].join("\n"),
    );
    expect(saved.ok && saved.result.missing).toBe(1);
    expect((await planRows()).map(({ channel, position }) => [channel, position])).toEqual([
      ["Webinar", 1],
      ["Podkast", 2],
      ["Kronikk", 3],
    ]);
  });

  it("saves a network's links, and counts new links alone as an update", async () => {
    const { inside, counts } = await setUp();
    await counts(networks);
    expect((await inside((db) => db.network.findFirst()))?.links).toEqual(["https://nett.example/a"]);
    expect(await counts(networks.replaceAll("example/a", "example/b"))).toEqual([
      { kind: "networks", ...tally(1, { updated: 1 }) },
    ]);
    expect((await inside((db) => db.network.findFirst()))?.links).toEqual(["https://nett.example/b"]);
  });

  it("takes a row made by hand with the same words for its own", async () => {
    const { inside, counts } = await setUp();
    await counts(small);
    const { planId } = (await inside((db) => db.planRow.findFirst())) ?? { planId: "" };
    await inside((db) => db.planRow.create({ data: { planId, position: 3, channel: "Kronikk", timing: "Juni 2021" } }));
    const longer = [small, "Kronikk\t\t\tJuni 2021\t\t"].join("\n");
    expect(await counts(longer)).toEqual([{ kind: "communications-plan", ...tally(3, { unchanged: 3 }) }]);
    expect(await counts(longer.replace("Juni 2021", "Juli 2021"))).toEqual([
      { kind: "communications-plan", ...tally(3, { updated: 1, unchanged: 2 }) },
    ]);
  });

  it("makes a second import wait for the first, and then see its rows", async () => {
    const { save, planRows } = await setUp();
    const both = await Promise.all([save(small), save(small)]);
    expect(both.map((saved) => saved.ok && saved.result.tables[0]?.created).sort()).toEqual([0, 2]);
    expect(await planRows()).toHaveLength(2);
  });

  it("saves nothing of a document with a problem", async () => {
    const { inside, save } = await setUp();
    const broken = `${plan}\n\n${header}\n${rows[0]}\tfor mykje\n`;
    expect(await save(broken)).toMatchObject({ ok: false, reason: "problems" });
    expect(
      await inside((db) =>
        Promise.all([db.actor.count(), db.planRow.count(), db.auditEvent.count(), db.import.count()]),
      ),
    ).toEqual([0, 0, 0, 0]);
  });

  it("takes the period of a plan that states none from the choices", async () => {
    const { save, counts } = await setUp();
    const nameless = [header, ...rows].join("\n");
    expect(await save(nameless)).toMatchObject({ ok: false, reason: "problems" });
    expect(await counts(nameless, { period: { from: "2024-01-01", to: "2024-12-31" } })).toHaveLength(1);
  });
});

describe("a staged import", () => {
  it("is previewed with a verdict per row, saved once, and forgets its text", async () => {
    const { inside } = await setUp();
    const importId = await inside((db) => stageImport(db, { fileName: "plan.txt", text: plan }));
    const preview = await inside((db) => previewImport(db, importId));
    expect(preview?.counts).toEqual({ created: 64, updated: 0, unchanged: 0, asks: 0, problems: 0 });
    expect(preview?.saves).toBe(64);
    expect(preview?.tables.map(({ kind, found }) => [kind, found])).toEqual([
      ["actors", 8],
      ["communications-plan", 24],
      ["communications-plan", 13],
      ["networks", 19],
    ]);
    const save = () => inside((db) => saveImport(db, { importId }, noChoices, { now }));
    expect((await save()).ok).toBe(true);
    expect(await save()).toEqual({ ok: false, reason: "closed" });
    expect(await inside((db) => discardImport(db, importId))).toEqual({ ok: false, reason: "closed" });
    const kept = await inside((db) => db.import.findFirst({ where: { id: importId } }));
    expect([kept?.state, kept?.text, kept?.savedAt]).toEqual(["saved", "", now]);
    expect((await inside((db) => previewImport(db, importId)))?.result?.tables).toHaveLength(4);
  });

  it("cannot be saved when it was discarded", async () => {
    const { inside } = await setUp();
    const importId = await inside((db) => stageImport(db, { fileName: "plan.txt", text: small }));
    expect(await inside((db) => discardImport(db, importId))).toEqual({ ok: true });
    expect(await inside((db) => saveImport(db, { importId }, noChoices, { now }))).toEqual({
      ok: false,
      reason: "closed",
    });
    expect(await inside((db) => db.planRow.count())).toBe(0);
  });

  it("shows what changes per cell, what asks and what the file no longer has", async () => {
    const { inside, save, planRows } = await setUp();
    await save([small, "Kronikk\tDebatt\tFrivillige\tJuni 2021\tKS\tAlle"].join("\n"));
    const [webinar] = await planRows();
    await inside((db) => db.planRow.updateMany({ where: { id: webinar?.id ?? "" }, data: { theme: "Mat" } }));
    const text = small.replace("Kosthald", "Ernæring").replace("Mai 2021", "Juni 2021");
    const importId = await inside((db) => stageImport(db, { fileName: "plan.txt", text }));
    const preview = await inside((db) => previewImport(db, importId));
    expect(preview?.conflicts).toMatchObject([
      {
        id: webinar?.id,
        row: 1,
        chosen: "keep",
        changes: [{ column: "theme", imported: "Kosthald", current: "Mat", incoming: "Ernæring" }],
      },
    ]);
    expect(preview?.tables[0]?.rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([
      ["asks", []],
      ["updated", [{ column: "timing", before: "Mai 2021", after: "Juni 2021" }]],
    ]);
    expect(preview?.missing.map(({ name }) => name)).toEqual(["Kronikk"]);
    expect(preview?.saves).toBe(1);
    const taken: ImportChoices = { ...noChoices, conflicts: { [webinar?.id ?? ""]: "take" } };
    await inside((db) => chooseForImport(db, importId, taken));
    expect((await inside((db) => previewImport(db, importId)))?.saves).toBe(2);
  });

  it("refuses a plan that shares days with another, in words, and saves nothing", async () => {
    const { inside, save, planRows } = await setUp();
    await save(small);
    const wider = small.replace("# Plan 2021", "# Plan 2021-2022");
    const refused = await save(wider);
    expect(refused).toMatchObject({
      ...{ ok: false, reason: "problems" },
      read: { problems: [{ code: "period_overlaps", table: 1, params: { period: "2021–2022", other: "2021" } }] },
    });
    const two = [small.replaceAll("2021", "2023"), wider.replace("# Plan 2021-2022", "# Plan 2023-2024")].join("\n");
    expect(await save(two)).toMatchObject({ reason: "problems", read: { problems: [{ table: 2 }] } });
    expect(await planRows()).toHaveLength(2);
    const importId = await inside((db) => stageImport(db, { fileName: "plan.txt", text: wider }));
    expect((await inside((db) => previewImport(db, importId)))?.problems).toEqual([
      expect.stringMatching(/2021–2022 .*2021/),
    ]);
  });

  it("asks for other years when the ones that were given are another plan's", async () => {
    const { inside, save } = await setUp();
    await save(small);
    const text = small.replace("# Plan 2021\n", "").replaceAll(" 2021", "");
    const period = { from: "2021-01-01", to: "2022-12-31" };
    const importId = await inside((db) => stageImport(db, { fileName: "plan.txt", text, period }));
    const preview = () => inside((db) => previewImport(db, importId));
    expect(await preview()).toMatchObject({ needsPeriod: true, saves: 0 });
    const next = { from: "2022-01-01", to: "2022-12-31" };
    await inside((db) => chooseForImport(db, importId, { ...noChoices, period: next }));
    expect(await preview()).toMatchObject({ needsPeriod: false, problems: [], saves: 2 });
  });

  it("refuses a second plan for the same days at the same moment", async () => {
    const { save, inside } = await setUp();
    const make = () => inside((db) => makePlan(db, { from: "2021-06-01", to: "2022-05-31", preparedBy: "" }));
    const [saved, made] = await Promise.all([save(small), make()]);
    expect([saved.ok, made.ok].sort()).toEqual([false, true]);
    expect(saved.ok ? made : saved).toMatchObject(saved.ok ? { reason: "overlaps" } : { reason: "problems" });
  });

  it("changes nothing in a plan that is closed", async () => {
    const { inside, save, counts } = await setUp();
    await save(small);
    await inside((db) => db.communicationsPlan.updateMany({ data: { state: "closed" } }));
    expect(await counts(small)).toEqual([{ kind: "communications-plan", ...tally(2, { unchanged: 2 }) }]);
    expect(await save(small.replace("Mai 2021", "Juni 2021"))).toMatchObject({
      read: { problems: [{ code: "plan_closed", params: { period: "2021" } }] },
    });
  });

  it("is another region's to nobody", async () => {
    const [here, there] = [await setUp(), await setUp()];
    const importId = await here.inside((db) => stageImport(db, { fileName: "plan.txt", text: small }));
    expect(await there.inside((db) => previewImport(db, importId))).toBeNull();
    expect(await there.inside((db) => saveImport(db, { importId }, noChoices, { now }))).toEqual({
      ok: false,
      reason: "closed",
    });
  });
});
