import { describe, expect, it } from "vitest";
import { readDocument } from "~/domain/documents/read-document";
import { actorHeader, networkHeader, planHeader, readPlan, tableOf, tabs } from "./support";

const row = "Webinar|Kunnskap|Demens|April|KS|Kommunane";
const BLANK = "";

/** The plan's rows as lists of cells. */
function rowsOf(result: ReturnType<typeof readDocument>) {
  return tableOf(result.tables, "communications-plan").rows.map(({ cells }) => Object.values(cells));
}

/** One cell of tasks, cut in two, with `elsewhere` in the document's other text. */
function cut(left: string, right: string, elsewhere = "", joins = {}) {
  const lines = [elsewhere, BLANK, actorHeader, `KS|Part||${left}`, BLANK, `|||${right}`];
  const { tables, doubts } = readDocument(tabs(...lines), { joins });
  return { tasks: tableOf(tables, "actors").rows[0]?.cells.tasks, doubts };
}

describe("a row that a page break cut", () => {
  it("goes on where only the first cell is blank", () => {
    const { doubts, ...result } = readPlan([row, "|Meir.|Meir.||Meir.|Meir."]);
    expect(rowsOf({ doubts, ...result })).toEqual([
      ["Webinar", "Kunnskap Meir.", "Demens Meir.", "April", "KS Meir.", "Kommunane Meir."],
    ]);
    expect(doubts).toEqual([]);
  });

  it("goes on after blank lines, a rule, lines of tabs only, and a page number", () => {
    const result = readPlan([row, BLANK, "|||||", "---|---|---|---|---|---", BLANK, "Side 4", BLANK, "|Meir||||", row]);
    expect(rowsOf(result).map(([, goal]) => goal)).toEqual(["Kunnskap Meir", "Kunnskap"]);
  });

  it("goes on after a title that runs over the pages", () => {
    const result = readPlan([
      row,
      BLANK,
      "Plan for regionen",
      BLANK,
      "|Meir||||",
      row,
      BLANK,
      "Plan for regionen",
      BLANK,
      row,
    ]);
    expect(rowsOf(result).map(([, goal]) => goal)).toEqual(["Kunnskap Meir", "Kunnskap", "Kunnskap"]);
  });

  it("fills a cell that was empty above", () => {
    expect(rowsOf(readPlan(["Webinar|Kunnskap|Demens|April||", BLANK, "||||KS|alle"]))).toEqual([
      ["Webinar", "Kunnskap", "Demens", "April", "KS", "alle"],
    ]);
  });

  it("is joined twice when it was cut twice", () => {
    expect(rowsOf(readPlan([row, BLANK, "|To||||", BLANK, "|Tre||||", row]))[0]?.[1]).toBe("Kunnskap To Tre");
  });

  it("begins right after the header", () => {
    expect(rowsOf(readPlan([BLANK, row]))).toHaveLength(1);
  });

  it("cannot go on from nothing: a first line without a name is a problem", () => {
    expect(readPlan([BLANK, "|Meir||||", row]).problems).toMatchObject([
      { code: "row_without_name", row: 1, cell: 1, line: 3 },
    ]);
  });

  it("goes on under a repeated header", () => {
    expect(rowsOf(readPlan([row, BLANK, planHeader, "|Meir||||", row])).map(([, goal]) => goal)).toEqual([
      "Kunnskap Meir",
      "Kunnskap",
    ]);
  });

  it("gives its table the rows after the break, with no header of their own", () => {
    expect(rowsOf(readPlan([row, BLANK, BLANK, "Brev|a|b|c|d|e", "---|--|---|--|--|--", BLANK, row]))).toHaveLength(3);
  });
});

describe("a cell cut in the middle", () => {
  it.each([
    [
      "between two words that stand elsewhere",
      "lære av kommunen",
      "planen deira",
      "kommunen planen",
      "lære av kommunen planen deira",
    ],
    ["before a common word", "få kommunen", "til å byrje", "kommunen", "få kommunen til å byrje"],
    [
      "inside a word that stands elsewhere",
      "Helse Fonna helseføre",
      "taket",
      "helseføretaket",
      "Helse Fonna helseføretaket",
    ],
    ["before a lone letter", "Helse Fonna helseføreta", "k og Haugaland", "", "Helse Fonna helseføretak og Haugaland"],
    ["after a lone letter", "alle h", "elseføretak", "", "alle helseføretak"],
    ["before the word i", "alle kommunar", "i fylket", "kommunar", "alle kommunar i fylket"],
    ["before a capital", "alle i", "Sogn og Fjordane", "", "alle i Sogn og Fjordane"],
    ["inside an acronym", "Saman med US", "HT", "USHT", "Saman med USHT"],
    ["before a figure", "innsatsområde", "4 og 5", "", "innsatsområde 4 og 5"],
    ["before a dash", "råd", "- og hjelp", "", "råd - og hjelp"],
    ["before a full stop", "råd", ". Hjelp", "", "råd. Hjelp"],
    ["after a comma", "råd,", "hjelpsemd", "", "råd, hjelpsemd"],
    ["after an opening bracket", "råd (", "hjelpsemd)", "", "råd (hjelpsemd)"],
    ["after a sentence", "Gje råd.", "hjelpe til", "", "Gje råd. hjelpe til"],
    ["at a hyphen", "koordinerings-", "gruppa", "", "koordinerings-gruppa"],
    ["at a hanging hyphen", "kommune-", "og spesialisthelseteneste", "", "kommune- og spesialisthelseteneste"],
    ["between paragraphs", "<p>Gje råd</p>", "<p>Hjelpe til</p>", "", "Gje råd\nHjelpe til"],
    [
      "inside a word inside a paragraph",
      "<p>Gje råd til helseføreta</p>",
      "<p>k og andre</p>",
      "",
      "Gje råd til helseføretak og andre",
    ],
  ])("%s", (_, left, right, elsewhere, joined) => {
    expect(cut(left, right, elsewhere)).toEqual({ tasks: joined, doubts: [] });
  });

  it("is a doubt when neither half is known, and keeps a space until somebody settles it", () => {
    const { tasks, doubts } = cut("skipe til dugnads", "festival");
    expect(tasks).toBe("skipe til dugnads festival");
    expect(doubts).toMatchObject([
      {
        table: 1,
        row: 1,
        column: "tasks",
        left: "skipe til dugnads",
        right: "festival",
        chosen: "space",
        settled: false,
      },
    ]);
    const id = doubts[0]?.id ?? "";
    const settled = cut("skipe til dugnads", "festival", "", { [id]: "none" });
    expect(settled.tasks).toBe("skipe til dugnadsfestival");
    expect(settled.doubts).toMatchObject([{ id, chosen: "none", settled: true }]);
  });

  it("is a doubt when both readings stand elsewhere, and between figures", () => {
    expect(cut("ny kommune", "plan", "kommune plan kommuneplan").doubts).toMatchObject([{ chosen: "none" }]);
    expect(cut("hausten 20", "26").doubts).toMatchObject([{ chosen: "space" }]);
  });

  it("does not take its own torn halves for words", () => {
    expect(cut("kunnska", "pen").doubts).toHaveLength(1);
  });

  it("keeps the ids of its doubts when rows are moved", () => {
    const torn = ["KS|Part||skipe til dugnads", "|||festival"];
    const ids = (...lines: string[]) => readDocument(tabs(actorHeader, ...lines)).doubts.map(({ id }) => id);
    const [id] = ids(...torn);
    expect(ids("USHT|Part||Møte", ...torn)).toEqual([id]);
    expect(new Set(ids(...torn, ...torn)).size).toBe(2);
  });
});

describe("a line that may be a row of its own", () => {
  const names = (lines: string[], joins = {}) => {
    const { tables, doubts } = readDocument(tabs(networkHeader, ...lines), { joins });
    return { names: tableOf(tables, "networks").rows.map(({ cells }) => cells.name), doubts };
  };
  const network = "Nettverk for ressurssjukepleiarar i kreftomsorg og|KS|||Innsatsområde 1||";

  it("is a doubt when the name goes on in lower case after a page break, joined until settled", () => {
    const { names: joined, doubts } = names([network, BLANK, "lindrande behandling||||||"]);
    expect(joined).toEqual(["Nettverk for ressurssjukepleiarar i kreftomsorg og lindrande behandling"]);
    expect(doubts).toMatchObject([{ column: "name", chosen: "space", choices: ["space", "none", "new-row"] }]);
    const id = doubts[0]?.id ?? "";
    expect(names([network, BLANK, "lindrande behandling||||||"], { [id]: "new-row" }).names).toHaveLength(2);
  });

  it("is a doubt when it is but a name with a capital after a page break, a row until settled", () => {
    const { names: apart, doubts } = names([network, BLANK, "Gode pasientforløp||||||"]);
    expect(apart).toHaveLength(2);
    expect(doubts).toMatchObject([
      { column: "name", row: 2, chosen: "new-row", left: expect.stringContaining("kreftomsorg") },
    ]);
    const id = doubts[0]?.id ?? "";
    expect(names([network, BLANK, "Gode pasientforløp||||||"], { [id]: "space" }).names).toHaveLength(1);
  });

  it("is a doubt also when only a repeated header tells of the page break", () => {
    expect(names([network, networkHeader, "Gode pasientforløp||||||"]).doubts).toHaveLength(1);
  });

  it("is a row without question when a page break stands before a whole row", () => {
    expect(names([network, BLANK, "Nettverk Aktiv Omsorg|USHT|||Innsatsområde 2|to samlingar|"])).toMatchObject({
      names: { length: 2 },
      doubts: [],
    });
  });

  it("is a doubt when it has no name but fills another column that makes a row", () => {
    const lines = [row, BLANK, "|Meir|Transport|Mai|USHT|"];
    const joined = readPlan(lines);
    expect(rowsOf(joined)).toHaveLength(1);
    expect(joined.doubts).toMatchObject([{ column: "timing", left: "April", right: "Mai", chosen: "space" }]);
    const id = joined.doubts[0]?.id ?? "";
    expect(rowsOf(readPlan(lines, { joins: { [id]: "new-row" } }))).toEqual([
      ["Webinar", "Kunnskap", "Demens", "April", "KS", "Kommunane"],
      ["Webinar", "Meir", "Transport", "Mai", "USHT", ""],
    ]);
    expect(rowsOf(readPlan(lines, { joins: { [id]: "none" } }))[0]?.[3]).toBe("AprilMai");
  });
});
