import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "#tests/support/work";
import { readDocument } from "~/domain/documents/read-document";
import { actorHeader, networkHeader, planHeader, readPlan, tableOf, tabs, vestland, vestregionen } from "./support";

const row = "Webinar|Kunnskap|Demens|April|KS|Kommunane";

describe("a whole plan", () => {
  it("gives Vestland's 8 actors, 24 and 13 plan rows and 19 networks without problems or doubts", () => {
    const { tables, problems, doubts } = readDocument(vestland);
    expect(problems).toEqual([]);
    expect(doubts).toEqual([]);
    expect(tables.map(({ kind, rows, period }) => [kind, rows.length, period?.from, period?.to])).toEqual([
      ["actors", 8, "2021-01-01", "2023-12-31"],
      ["communications-plan", 24, "2021-01-01", "2021-12-31"],
      ["communications-plan", 13, "2022-01-01", "2023-12-31"],
      ["networks", 19, "2021-01-01", "2023-12-31"],
    ]);
  });

  it("gives Vestregionen's 5 actors, 10 plan rows and 4 networks", () => {
    const { tables, problems, doubts } = readDocument(vestregionen);
    expect([problems, doubts]).toEqual([[], []]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([5, 10, 4]);
  });

  it("keeps every word of every cell, and every address", () => {
    const { tables } = readDocument(vestland);
    const rows = tables.flatMap((table) =>
      table.rows.map(({ cells, links }) => ({ cells: Object.values(cells), links })),
    );
    const letters = (text: string) => text.replace(/[\s*]+/g, "");
    const read = letters(rows.flatMap(({ cells }) => cells).join(""))
      .split("")
      .sort()
      .join("");
    const lines = vestland.split("\n").filter((line) => line.includes("\t"));
    const body = lines.filter(
      (line) => !/^(<b>Dato|-{3}|Organisasjon|Kommunikasjons-?form\t|Namn på)|\.{5}\t/.test(line),
    );
    const source = body.join("").replace(/<a [^>]*>[^<]*<\/a>|<[^>]*>/g, "");
    expect(read).toBe(letters(source).split("").sort().join(""));
    expect(rows.flatMap(({ links }) => links)).toEqual([...vestland.matchAll(/href="([^"]*)"/g)].map(([, url]) => url));
  });

  it("keeps two networks of one name, and takes their addresses out of the name", () => {
    const { rows } = tableOf(readDocument(vestland).tables, "networks");
    const namesakes = rows.filter(({ cells }) => cells.name === "Læringsnettverk Gode pasientforløp");
    expect(namesakes.map(({ links }) => links.length)).toEqual([0, 1]);
  });

  it("reads the same from CRLF, with a byte order mark, and with the tables in another order", () => {
    const read = (text: string) => readDocument(text).tables.map(({ kind, period, rows }) => ({ kind, period, rows }));
    expect(read(`\uFEFF${vestland.replaceAll("\n", "\r\n")}`)).toEqual(read(vestland));
    const [before = "", ...sections] = vestland.split(/(?=^#+ .*$)/m);
    const turned = readDocument(before + sections.slice(0, 1).join("") + sections.slice(1).reverse().join(""));
    expect(turned.problems).toEqual([]);
    expect(turned.tables.map(({ rows }) => rows.length).sort()).toEqual([13, 19, 24, 8]);
  });
});

describe("header rows", () => {
  it("are known in any order of columns, in nynorsk, bokmål and small misspellings", () => {
    const text = tabs(
      "**2026**",
      "",
      "MÅLGRUPPA|Ansvarleg|Når|Tema|Mål med kommunikasjon|Kommunikasjons-form",
      "a|b|c|d|e|F",
    );
    const { tables, problems } = readDocument(text);
    expect(problems).toEqual([]);
    expect(tableOf(tables, "communications-plan").rows[0]?.cells).toEqual({
      channel: "F",
      goal: "e",
      theme: "d",
      timing: "c",
      responsible: "b",
      audience: "a",
    });
  });

  it("may carry markup", () => {
    const { tables } = readDocument(tabs("**Organisasjon**|<b>Rolle</b>|<p>Ansvar</p>|Oppgåver", "KS|Part||Møte"));
    expect(tableOf(tables, "actors").rows[0]?.cells.tasks).toBe("Møte");
  });

  it.each([
    [
      "a missing column",
      "Kommunikasjonsform|Mål med kommunikasjonen|Tema|Ansvar|Målgruppe",
      ["column_missing"],
      "timing",
    ],
    ["a renamed column", planHeader.replace("Når", "Frist"), ["column_missing", "column_unknown"], "timing"],
    ["a column twice", `${planHeader}|Tema`, ["column_doubled"], "theme"],
  ])("with %s are a problem that names table and column, and no row is read", (_, header, codes, column) => {
    const { tables, problems } = readDocument(tabs("# Plan 2026", header, row));
    expect(tables).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(problems[0]).toMatchObject({ table: 1, kind: "communications-plan", line: 2, params: { column } });
  });

  it("with one column more are a problem at that cell", () => {
    const { problems } = readDocument(tabs("# Plan 2026", `${planHeader}|Kostnad`, `${row}|100`));
    expect(problems).toMatchObject([{ code: "column_unknown", cell: 7, params: { header: "Kostnad" } }]);
  });

  it("of other tables are passed over, but a document without any known table is a problem", () => {
    const other = tabs("Dato|Godkjent av|Versjon|Merknad", "1.1.|Rådet|2|ingen");
    expect(readDocument(other).problems).toMatchObject([{ code: "no_known_table" }]);
    expect(readDocument("").problems).toMatchObject([{ code: "no_known_table" }]);
    expect(readDocument(`${other}\n\n${tabs(actorHeader, "KS|Part||Møte")}`).problems).toEqual([]);
  });
});

describe("rows", () => {
  it.each([
    ["too short", "Webinar|Kunnskap|Demens", "row_too_short", 4, 3],
    ["too long", `${row}|meir`, "row_too_long", 7, 7],
    ["without any tab", "Webinar", "row_too_short", 2, 1],
  ])("%s are a problem with row, cell and line", (_, broken, code, cell, found) => {
    const { problems } = readPlan([row, broken, row]);
    expect(problems).toEqual([
      { code, table: 1, kind: "communications-plan", row: 2, cell, line: 3, params: { expected: 6, found } },
    ]);
  });

  it("after a page break are held to the same width", () => {
    expect(readPlan([row, "", "Brev|Kunnskap|Demens|Mai|KS", row]).problems).toMatchObject([
      { code: "row_too_short", row: 2 },
    ]);
  });

  it("end at text, headings and tables of another width", () => {
    const { tables, problems } = readPlan([row, "", "Anna tekst", "", "a|b", "c|d", "", "# Slutt", row]);
    expect(problems).toEqual([]);
    expect(tables[0]?.rows).toHaveLength(1);
  });

  it("keep paragraphs of markup, and two spaces before a capital, as lines", () => {
    const tasks = "<p>Leie møtet</p> <p>Skrive &amp; sende <b>brev</b></p>";
    const { tables } = readDocument(tabs(actorHeader, `KS|Leiar  Part i  samarbeidet||${tasks}`));
    expect(tableOf(tables, "actors").rows[0]?.cells).toMatchObject({
      role: "Leiar\nPart i samarbeidet",
      tasks: "Leie møtet\nSkrive & sende brev",
    });
  });

  it("keep the words of a link that says more than its address", () => {
    const link = '<a href="https://www.ks.example/a/">les meir</a> <a href="https://b.example/">b.example</a>';
    const { tables } = readDocument(tabs(networkHeader, `Etikk ${link}|KS|||Alle||`));
    expect(tableOf(tables, "networks").rows[0]).toMatchObject({
      cells: { name: "Etikk les meir" },
      links: ["https://www.ks.example/a/", "https://b.example/"],
    });
  });

  it("come from Excel with quotation marks before a line break in a quoted cell", () => {
    const { tables } = readPlan(['Webinar|"Seie ""ja""\nog ""nei"""|Demens|April|KS|Kommunane', row]);
    expect(tableOf(tables, "communications-plan").rows.map(({ cells }) => cells.goal)).toEqual([
      'Seie "ja"\nog "nei"',
      "Kunnskap",
    ]);
  });

  it("come from Excel with line breaks inside quoted cells", () => {
    const { tables, problems } = readPlan([
      'Webinar|"Kunnskap\nom ""demens"""|Demens|April|KS|"Kommunane\nEldreråd"',
      '"Brev"|a|b|c|d|e',
    ]);
    expect(problems).toEqual([]);
    const { rows } = tableOf(tables, "communications-plan");
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(rows[0]?.cells).toMatchObject({ goal: 'Kunnskap\nom "demens"', audience: "Kommunane\nEldreråd" });
    expect(rows[1]?.cells.channel).toBe('"Brev"');
  });
});

describe("the period of a table", () => {
  const table = tabs(planHeader, row);
  const periodOf = (text: string, options = {}) => readDocument(text, options).tables[0]?.period ?? null;
  it.each([
    ["### 3.2. Plan 2021", "2021", "2021"],
    ["## Plan 2022 - 2023", "2022", "2023"],
    ["## Plan 2022/23", "2022", "2023"],
    ["# Plan 2025\n\nTekst.\n\n## Tiltak", "2025", "2025"],
    ["**2021 -2023**\n\nTekst.\n\n# Tiltak", "2021", "2023"],
    ["**2021 -2023**\n\n# Tiltak 2022\n\nTekst.\n\n# Plan vedteken 08.12.2016", "2021", "2023"],
    ["Kommunikasjonsplan 2026", "2026", "2026"],
  ])("is what stands above it: %s", (above, from, to) => {
    expect(periodOf(`${above}\n\n${table}`)).toEqual({ from: `${from}-01-01`, to: `${to}-12-31` });
  });

  it("is asked for when nothing says it, for a communications plan only", () => {
    const period = { from: "2026-08-01", to: "2027-07-31" };
    expect(readDocument(table).problems).toMatchObject([{ code: "period_missing", table: 1, line: 1 }]);
    expect(readDocument(table, { period })).toMatchObject({ problems: [], tables: [{ period }] });
    expect(readDocument(tabs(actorHeader, "KS|Part||Møte"))).toMatchObject({
      problems: [],
      tables: [{ period: null }],
    });
  });
});

describe("any input", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "\t",
      "\n",
      "\r\n",
      "\n\n",
      '"',
      "---",
      "<p>",
      "</p>",
      '<a href="https://a.example">',
      "</a>",
      "# 2021",
      "é",
    ),
    fc.constantFrom(
      ...planHeader.split("|"),
      ...actorHeader.split("|"),
      tabs(planHeader),
      tabs(networkHeader),
      "ord",
      "k",
    ),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  it("never throws, and gives the same answer twice", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        expect(readDocument(text)).toEqual(readDocument(text));
      }),
    );
  });

  it.each([
    ["tabs", "\t".repeat(1_000_000)],
    ["short lines of tabs under a header", `${tabs(planHeader)}\n${"\t\ta\t\t\t\n".repeat(125_000)}`],
    ["quotation marks", `${'"a\n'.repeat(330_000)}`],
    ["quotation marks and tabs", `${'\t"a\n'.repeat(250_000)}`],
    ["angle brackets", `a\tb\t${"<a ".repeat(330_000)}`],
    ["spaces in a cell", `${tabs(planHeader)}\na\tb${" ".repeat(1_000_000)}c\td\te\tf\tg`],
    ["one long word", `${tabs(planHeader)}\na\t${"b".repeat(500_000)}\td\te\tf\tg\n\n\t${"b".repeat(500_000)}\t\t\t\t`],
    [
      "words like header cells",
      Array.from({ length: 20_000 }, (_, n) => `kommunikasjonsfor${n}\tmålgrup${n}\tansva${n}`).join("\n"),
    ],
  ])("of a megabyte of %s is read in well under a second", async (_, text) => {
    expect(await processorTime(() => readDocument(text))).toBeLessThan(1500);
  });
});
