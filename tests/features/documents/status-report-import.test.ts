import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { importActionPlan } from "~/features/documents/action-plan-import.server";
import { importWords } from "~/features/documents/import-words.server";
import { receiveStatusReport } from "~/features/documents/receive-status-report.server";
import { answerStatusReport, stageStatusReport } from "~/features/documents/status-report-import.server";
import { statusReportImport } from "~/features/documents/status-report-import.view.server";
import "~/i18n/locale.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { inRequest } from "~/platform/request-context.server";

const database = useDatabase();
const now = new Date("2026-05-26T08:00:00Z");
const seed = (name: string) =>
  readFileSync(`prisma/seed/vestregionen-${name}-2017${name.includes("plan") ? "" : "-1"}.txt`, "utf8");
const report = seed("status-report");
const head = "Innsatsområde: Helse\n\n# Rus\n\nTiltak\tAktiviteter\t2017\tStatus\n";

function formOf(values: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

async function setUp({ plan = true } = {}) {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    inRequest("nb", () => withRegion({ regionId: region.id, personId: null, via: "session" }, work));
  if (plan) await inside((db) => importActionPlan(db, { fileName: "plan.txt", text: seed("action-plan"), now }));
  const stage = (text: string) => inside((db) => stageStatusReport(db, { fileName: "rapport.txt", text }));
  const review = async (id: string) => (await inside((db) => statusReportImport(db, id)))?.review;
  const answer = (id: string, values: Record<string, string>) =>
    inside((db) => answerStatusReport(db, id, formOf(values), now));
  return { inside, stage, review, answer };
}

describe("a status report on its way in", () => {
  it("is held up against the plan, asks what no words settle, and becomes a round with all it says", async () => {
    const { inside, stage, review, answer } = await setUp();
    const id = await stage(report);
    const found = await review(id);
    expect(found).toMatchObject({
      rows: 74,
      counts: { exact: 60, near: 6, asks: 8 },
      plan: { year: 2017 },
      needsPeriod: false,
    });
    expect(found?.questions).toHaveLength(14);
    expect(found?.unreported).toHaveLength(11);
    expect(found?.unplaced).toEqual([{ line: 28, words: "Status for tiltakene pr 30.4.2017" }]);
    expect(found?.stated).toMatchObject({ hasLines: false, differ: 0 });
    const record = found?.questions.find(({ measure }) => measure === "Kjernejournal");
    const chosen = record?.candidates[0] ?? "";
    expect(await answer(id, { intent: "choose", [`row-${record?.line}`]: chosen })).toMatchObject({ done: "chosen" });
    const saved = await answer(id, { intent: "save", "row-115": "none" });
    expect(saved).toMatchObject({ ok: true, result: { created: 74, asks: 6 } });

    await inside(async (db) => {
      const round = await db.reportRound.findFirstOrThrow({ include: { rows: true, figures: true } });
      expect(round).toMatchObject({
        name: "Tertialrapport 1 – 2017",
        kind: "four_monthly",
        state: "open",
        importId: id,
      });
      expect([round.from, round.to].map((day) => day.toISOString().slice(0, 10))).toEqual(["2017-01-01", "2017-04-30"]);
      expect(round.planId).not.toBeNull();
      expect(round.rows).toHaveLength(74);
      expect(round.rows.filter(({ state }) => state === "delivered")).toHaveLength(64);
      expect(round.rows.filter(({ asks }) => asks)).toHaveLength(6);
      const of = (measure: string) => round.rows.find((row) => row.measure === measure);
      expect([of("Kjernejournal")?.activityId, of("Velferdsteknologi")?.asks]).toEqual([chosen, false]);
      const texts = round.texts as Record<string, string>;
      expect(Object.keys(texts)).toHaveLength(8);
      expect(texts["okonomisk-status"]).toContain("| DRIFTSRESULTAT | 4 935 046 |");
      expect(round.figures.map(({ label, value }) => [label, value])).toEqual([
        ["Driftsinntekter i kroner", 737020000n],
        ["Driftsresultat i kroner", 493504600n],
      ]);
      expect((await db.import.findFirstOrThrow({ where: { id } })).text).toBe("");
    });
    expect(await answer(id, { intent: "save" })).toEqual({ ok: false, reason: "closed" });

    // The same report again changes nothing; other words ask, and are kept unless they are taken.
    const again = await stage(report);
    expect(await review(again)).toMatchObject({
      saves: 0,
      conflicts: [],
      existing: { name: "Tertialrapport 1 – 2017" },
    });
    const other = await stage(
      report.replace("Gruppen for areal og transport", "Gruppen for areal").replace("Møtes jevnlig", ""),
    );
    const conflicts = (await review(other))?.conflicts ?? [];
    expect(conflicts.map(({ changes }) => changes)).toEqual([
      [{ key: "status", before: "Gruppen for areal og transport", after: "Gruppen for areal" }],
    ]);
    expect(await answer(other, { intent: "save", [`conflict-${conflicts[0]?.id}`]: "take" })).toMatchObject({
      result: { created: 0, updated: 1, unchanged: 73 },
    });
    await inside(async (db) => {
      const rows = await db.reportRow.findMany({
        where: { answers: { path: ["status"], equals: "Gruppen for areal" } },
      });
      expect(rows).toHaveLength(1);
      await db.reportRound.updateMany({ data: { state: "submitted", submittedAt: now } });
    });
    const late = await stage(report.replace("Gruppen for areal og transport", "Noe helt nytt"));
    const [conflict] = (await review(late))?.conflicts ?? [];
    expect(await answer(late, { intent: "save", [`conflict-${conflict?.id}`]: "take" })).toEqual({
      ok: false,
      reason: "submitted",
    });
  });

  it("belongs to the case it was put before the body as, and its sums are held up against the round's lines", async () => {
    const { inside, stage, answer } = await setUp({ plan: false });
    await inside(async (db) => {
      await db.governingBody.create({ data: { position: 1, name: "Rådmannsgruppen" } });
      const text = readFileSync("prisma/seed/vestregionen-minutes-2017-06-01.txt", "utf8");
      await importWords(db, { kind: "minutes", fileName: "referat.txt", text, year: null, now });
    });
    const id = await stage(report);
    const saved = await answer(id, { intent: "save" });
    if (!saved.ok || saved.done !== "saved") throw new Error("not saved");
    const { roundId, caseId } = saved.result;
    await inside(async (db) => {
      const [about] = await db.case.findMany({ where: { roundId }, include: { items: true } });
      expect([about?.id, about?.items[0]?.number, about?.items[0]?.year]).toEqual([caseId, 14, 2017]);
      const { id: projectId } = await db.project.create({ data: { position: 1, number: "100", name: "Alt" } });
      const line = (
        account: string,
        group: "income" | "wages" | "other",
        actual: bigint,
        budget: bigint,
        yearBudget: bigint,
      ) => ({
        ...{ roundId, projectId, position: 1, account, name: account, group },
        ...{ actual: actual * 100n, budget: budget * 100n, yearBudget: yearBudget * 100n },
      });
      await db.accountLine.createMany({
        data: [
          line("3000", "income", 7_370_200n, 7_377_006n, 7_910_346n),
          line("5000", "wages", 1_538_662n, 1_597_308n, 4_460_705n),
          line("6000", "other", 896_492n, 983_105n, 2_949_641n),
        ],
      });
      const same = (await statusReportImport(db, id))?.stated;
      expect([same?.rows.length, same?.hasLines, same?.differ]).toEqual([15, true, 0]);
      await db.accountLine.updateMany({ where: { account: "6000" }, data: { actual: 89_649_100n } });
      const differ = (await statusReportImport(db, id))?.stated?.rows.filter(({ difference }) => difference !== "");
      expect(differ?.map(({ said, lines, difference }) => [said, lines, difference])).toEqual([
        ["896\u00a0492", "896\u00a0491", "−1"],
        ["2\u00a0435\u00a0154", "2\u00a0435\u00a0153", "−1"],
        ["4\u00a0935\u00a0046", "4\u00a0935\u00a0047", "+1"],
      ]);
    });
  });

  it("that states no period asks for it, keeps its own words without a plan, and is not laid across another round", async () => {
    const { stage, review, answer, inside } = await setUp({ plan: false });
    const id = await stage(`${head}A\tB\tQ1\tOk\n`);
    expect(await review(id)).toMatchObject({ needsPeriod: true, questions: [] });
    expect(await answer(id, { intent: "save" })).toEqual({ ok: false, reason: "period" });
    const period = { name: "Min rapport", kind: "half_yearly", from: "2019-01-01", to: "2019-06-30" };
    expect(await answer(id, { intent: "save", ...period })).toMatchObject({ result: { created: 1, asks: 0 } });
    await inside(async (db) => expect(await db.reportRow.findFirst()).toMatchObject({ activity: "B", asks: false }));
    const across = await stage(`${head}A\tB\tQ1\tOk\n`);
    const refused = await answer(across, { intent: "save", ...period, from: "2019-02-01" });
    expect(refused).toEqual({ ok: false, reason: "taken", name: "Min rapport" });
    expect(await review(across)).toMatchObject({ from: "2019-02-01", to: "2019-06-30", taken: "Min rapport" });
    expect(await answer(across, { intent: "discard" })).toMatchObject({ done: "discarded" });
  });

  it("is refused with a sentence when it is missing, doubled, empty, no report, or faulty", async () => {
    const message = async (values: Record<string, string | File>) => {
      const received = await inRequest("nb", () => receiveStatusReport(formOf(values)));
      return received.ok ? "taken" : received.problems.map((problem) => problem.message).join(" ");
    };
    const file = (words: string | Uint8Array<ArrayBuffer>, name = "a.txt") => new File([words], name);
    expect(await message({})).toMatch(/Velg en fil/);
    expect(await message({ file: file(report), table: report })).toMatch(/ikke begge/);
    expect(await message({ file: file(" ") })).toMatch(/tom/);
    expect(await message({ file: file(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "a.doc") })).toMatch(/\.docx/);
    expect(await message({ table: seed("action-plan") })).toMatch(/kolonne som heter Status/);
    expect(await message({ table: `${head}A\tB\tQ1\tOk\tmer` })).toMatch(/rad 1.*celle 5/i);
    expect(await message({ table: `${head}A\tB\tQ1\tOk` })).toBe("taken");
  });
});
