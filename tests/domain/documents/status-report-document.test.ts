import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActionPlan } from "~/domain/documents/action-plan-document";
import { matchReportRows } from "~/domain/documents/match-report-rows";
import { statedAccounts, statedActual } from "~/domain/documents/stated-accounts";
import { isStatusReport, readStatusReport } from "~/domain/documents/status-report-document";
import { parseTiming } from "~/domain/timing";

const seed = (name: string) => readFileSync(`prisma/seed/vestregionen-${name}.txt`, "utf8");
const text = seed("status-report-2017-1");
const report = readStatusReport(text);
const head = "Tiltak\tAktiviteter\t2017\tStatus";

describe("readStatusReport", () => {
  it("finds every table and row of a whole report, with the period, meeting and case it is of", () => {
    expect(report).toMatchObject({
      ...{ title: "Tertialrapport 1 – 2017", kind: "four_monthly", from: "2017-01-01", to: "2017-04-30" },
      ...{ body: "Rådmannsgruppen", meetingOn: "2017-06-01", caseNumber: "14/2017", tables: 9, problems: [] },
    });
    expect(report.rows).toHaveLength(74);
    expect(report.columns).toEqual([{ label: "Status april 2017", status: true }]);
    expect(report.rows.filter(({ answers }) => !answers.status)).toHaveLength(10);
    const period = { from: "2017-01-01", to: "2017-12-31" };
    expect(report.rows.flatMap(({ timing }) => parseTiming(timing, period).unparsed)).toEqual([]);
  });

  it("puts each row under its area and focus area, also where the title is no heading and texts stand between", () => {
    const groups = Map.groupBy(report.rows, ({ area, focusArea }) => `${area}: ${focusArea}`);
    expect([...groups].map(([name, rows]) => [name, rows.length])).toEqual([
      ["Regional utvikling: Arealbruk, transport og knutepunktutvikling", 6],
      ["Regional utvikling: Framtidig behov for arbeidskraft og kompetanse", 10],
      ["Regional utvikling: Inkluderende folkestyre (medvirkning)", 3],
      ["Helse: Helsesamarbeidet", 10],
      ["Helse: Elektroniske meldinger (KomUt)", 6],
      ["Helse: Brukerstyrt personlig assistanse", 5],
      ["Helse: Samfunn og Folkehelse", 7],
      ["Kultur: Kunst rett vest", 23],
      ["Kultur: Vestregionens Ungdomssymfoniorkester", 4],
    ]);
  });

  it("joins what a page's end cut, and asks", () => {
    expect(report.cuts.map(({ line, chosen }) => [line, chosen])).toEqual([
      [120, "space"],
      [142, "space"],
    ]);
    const row = report.rows.find(({ line }) => line === 140);
    expect(row).toMatchObject({
      measure: "Ta del i nasjonale og regionale planer",
      answers: { status: "Snakker m KS sentralt" },
    });
  });

  it("loses no word: each is in a row, in a text, in what the report says of itself, or without a place", () => {
    expect(report.texts.map(({ heading }) => heading)).toEqual([
      ...["Forslag til vedtak", "Saken gjelder", "Økonomisk status"],
      ...["Regional utvikling", "Helse", "Kultur", "Forvaltningsreformen"],
    ]);
    expect(report.unplaced).toEqual([{ line: 28, words: "Status for tiltakene pr 30.4.2017" }]);
    const kept = JSON.stringify([
      report.rows,
      report.texts,
      report.unplaced,
      report.title,
      report.body,
      report.columns,
    ]);
    const own = /^(tiltak|aktiviteter|2017|innsatsområde|strategi|møte|i|sak|14\/2017|01\.06\.2017)$/i;
    const lost = text.split(/[\s:|]+/).filter((word) => word !== "" && !own.test(word) && !kept.includes(word));
    expect(lost).toEqual([]);
  });

  it("keeps columns it does not know as answers, and takes the owner's words along", () => {
    const read = readStatusReport(
      `Innsatsområde: Helse\n\n# Rus\n\nTiltak\tAktivitet\tAnsvar\tStatus\tAvvik\nA\tB\tKari\tOk\tIngen`,
    );
    expect(read.columns.map(({ label }) => label)).toEqual(["Status", "Ansvar", "Avvik"]);
    expect(read.rows[0]?.answers).toEqual({ status: "Ok", ansvar: "Kari", avvik: "Ingen" });
  });

  it("tells a report from a plan, and says what it cannot read", () => {
    expect(isStatusReport(readStatusReport(seed("action-plan-2017")))).toBe(false);
    const codes = (words: string) => readStatusReport(words).problems.map(({ code }) => code);
    expect(codes("Bare tekst")).toEqual(["no_known_table"]);
    expect(codes("Tiltak\tAktivitet\t2017\nA\tB\tQ1")).toEqual(["no_status"]);
    expect(codes(`${head}\nA\tB\tQ1\tOk\tmer`)).toEqual(["row_too_long"]);
    expect(readStatusReport(`Årsrapport 2020\n\n${head}\nA\tB\tQ1\tOk`)).toMatchObject({
      ...{ kind: "yearly", from: "2020-01-01", to: "2020-12-31", problems: [] },
    });
    expect(readStatusReport(`Tertialrapport 7 2020\n\n${head}\nA\tB\tQ1\tOk`)).toMatchObject({ from: null, to: null });
  });

  it("never throws, whatever it is given", () => {
    const piece = fc.constantFrom(
      "Innsatsområde:",
      "Ressurs: A",
      head,
      "\tB\tQ1\tOk",
      "A\tB\t\t",
      "",
      "# X",
      "Sak 1/2017 A",
      "y:",
      "z",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (lines) => {
        readStatusReport(lines.join("\n"));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the accounts a report says", () => {
  it("are read in øre from the table and the running text, and add up", () => {
    expect(report.stated.sums).toHaveLength(17);
    expect(report.stated.differences).toEqual([]);
    expect(statedActual(report.stated, "income")?.amount).toBe(737020000n);
    expect(statedActual(report.stated, "result")?.amount).toBe(493504600n);
  });

  it("that disagree are told with both sums", () => {
    const wrong = text
      .replace("omsetning på kr 7 370 200", "omsetning på kr 7 307 200")
      .replace("4 796 593", "4 796 594");
    expect(statedAccounts(wrong).differences).toMatchObject([
      { figure: "result", column: "budget", said: 479659400n, counted: 479659300n },
      { figure: "income", column: "actual", said: 730720000n, counted: 737020000n },
    ]);
  });
});

describe("matchReportRows", () => {
  const activities = readActionPlan(seed("action-plan-2017")).areas.flatMap(({ focusAreas }) =>
    focusAreas.flatMap(({ name, activities: own }) =>
      own.map((one) => ({ id: `${one.line}`, focusArea: name, measure: one.measure, activity: one.name })),
    ),
  );
  const matches = matchReportRows(report.rows, activities);
  const of = (line: number) => matches[report.rows.findIndex((row) => row.line === line)];

  it("finds the activities of a whole report, and asks of those whose words are others", () => {
    const count = (kind: string) => matches.filter((match) => match.kind === kind).length;
    expect([count("exact"), count("near"), count("asks")]).toEqual([60, 6, 8]);
    const taken = matches.flatMap(({ activityId }) => activityId ?? []);
    expect(new Set(taken).size).toBe(taken.length);
    const komut = report.rows.flatMap(({ focusArea }, at) => (focusArea.includes("KomUt") ? (matches[at] ?? []) : []));
    expect(komut.map(({ kind }) => kind)).toEqual(Array(6).fill("asks"));
  });

  it("offers the activity of the same measure first, and both where a row speaks of two", () => {
    const nameOf = (id: string | undefined) => activities.find((one) => one.id === id);
    expect(nameOf(of(122)?.candidates[0])?.measure).toBe("Kjernejournal");
    expect(
      of(107)
        ?.candidates.slice(0, 2)
        .map((id) => nameOf(id)?.activity),
    ).toEqual(["Hjelpe kommuner med å kartlegge tjenestene innen psykisk helse og rus", "Barn som pårørende"]);
  });

  it("does not choose between two of the same name in other focus areas", () => {
    const row = { focusArea: "C", measure: "Lære", activity: "Holde møter for alle" };
    const twice = ["A", "B"].map((focusArea) => ({ ...row, focusArea, id: focusArea }));
    expect(matchReportRows([{ ...row, focusArea: "B" }], twice)[0]).toMatchObject({ kind: "exact", activityId: "B" });
    expect(matchReportRows([row], twice)[0]).toMatchObject({ kind: "asks", candidates: ["A", "B"] });
    expect(matchReportRows([row], [])[0]).toEqual({ kind: "asks", activityId: null, candidates: [] });
  });
});
