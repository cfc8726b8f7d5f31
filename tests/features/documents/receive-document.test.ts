import { describe, expect, it } from "vitest";
import { largestFile, receiveDocument } from "~/features/documents/receive-document.server";
import "~/i18n/locale.server";
import { inRequest } from "~/platform/request-context.server";

const header = "Kommunikasjonsform\tMål med kommunikasjonen\tTema\tNår\tAnsvar\tMålgruppe";
const row = "Webinar\tInformere\tKosthald\tApril 2021\tKS\tKommunane";

function receive(fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return inRequest("en", () => receiveDocument(form));
}

const file = (...parts: BlobPart[]) => new File(parts, "plan.txt");

async function sentences(fields: Record<string, string | File>) {
  const received = await receive(fields);
  return received.ok ? [] : received.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe("a document on its way in", () => {
  it("is taken from a file or from what was pasted, with the years given", async () => {
    const text = `${header}\n${row}\n`;
    const period = { from: "2022-01-01", to: "2023-12-31" };
    expect(await receive({ file: file(text), from: "2022", to: "2023" })).toEqual({
      ok: true,
      fileName: "plan.txt",
      text,
      period,
    });
    const pasted = await receive({ file: new File([], ""), table: text, from: "2021", to: "" });
    expect(pasted).toEqual({
      ok: true,
      fileName: "Pasted table",
      text,
      period: { from: "2021-01-01", to: "2021-12-31" },
    });
  });

  it("is taken without its years, which may be given afterwards", async () => {
    expect(await receive({ table: `${header}\n${row}` })).toMatchObject({ ok: true, period: null });
  });

  it.each([
    ["nothing", {}, "file: Choose a file, or paste a table"],
    ["both", { file: file("a"), table: "b" }, "file: Choose either a file or a pasted table, not both"],
    ["an empty file", { file: file("  \n") }, "file: The file is empty."],
    ["a Word file", { file: file(new Uint8Array([0x50, 0x4b, 3, 4, 0])) }, "file: The file is not plain text."],
    ["a NUL in the text", { table: "a\0b" }, "table: The file is not plain text."],
    ["a file over 10 MB", { file: file(new Uint8Array(largestFile + 1)) }, "file: The file is larger than 10 MB."],
    ["no known table", { file: file("Kjære alle\n") }, "file: Found no table that Samvirk knows."],
    ["years in the wrong order", { table: `${header}\n${row}`, from: "2023", to: "2021" }, "to: Write the years"],
    ["a year in words", { table: `${header}\n${row}`, from: "i fjor" }, "from: Write the years"],
  ])("is refused with %s", async (_, fields, sentence) => {
    const said = await sentences(fields as Record<string, string | File>);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(sentence);
  });

  it("is refused with the table, row and cell of each fault", async () => {
    expect(await sentences({ table: `${header.replace("\tTema", "")}\n${row}`, from: "2021" })).toEqual([
      "table: Table 1 (communications plan), line 1 of the document: The header row lacks the column “Theme”. Add it, even when the cells below are empty.",
    ]);
    const renamed = await sentences({ table: `${header.replace("Tema", "Farge")}\n${row}`, from: "2021" });
    expect(renamed.join()).toContain("cell 3");
    expect(renamed.join()).toContain("“Farge”");
    const uneven = await sentences({
      table: [header, row, "Podkast\tInspirere\tMat", `${row}\tmeir`].join("\n"),
      from: "2021",
    });
    expect(uneven).toEqual([
      "table: Table 1 (communications plan), row 2, cell 4, line 3 of the document: The row has 3 cells, but the header row has 6. Add the missing cells. They may be empty.",
      "table: Table 1 (communications plan), row 3, cell 7, line 4 of the document: The row has 7 cells, but the header row has 6. Remove what stands outside the columns.",
    ]);
  });

  it("is refused when it has more rows than any plan", async () => {
    const table = [header, ...Array.from({ length: 2001 }, (_, at) => `Webinar ${at}\t\t\tMai\t\t`)].join("\n");
    expect(await sentences({ table, from: "2021" })).toEqual([
      "table: The document has 2001 rows, and 2000 is the most. Split it.",
    ]);
  });

  it("is refused with ten sentences at most, and how many more there are", async () => {
    const short = Array.from({ length: 15 }, (_, at) => `Webinar ${at}\tInformere`);
    const said = await sentences({ table: [header, ...short].join("\n"), from: "2021" });
    expect(said).toHaveLength(11);
    expect(said.at(-1)).toBe("table: And 5 more faults");
  });
});
