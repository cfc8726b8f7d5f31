import { readFileSync } from "node:fs";
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from "docx";
import { describe, expect, it } from "vitest";
import { readActionPlan } from "~/domain/documents/action-plan-document";
import { readPlanBlocks } from "~/domain/documents/plan-blocks";
import { readStatusReport } from "~/domain/documents/status-report-document";
import { markedLines } from "~/features/documents/marked-lines";
import { readDocx } from "~/features/documents/read-docx.server";

const levels = [
  ...[HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3],
  ...[HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6],
];

/** A document as somebody writes it in Word: built-in headings or bold lines, and a measure's cell over all its rows. */
async function asWord(text: string): Promise<Uint8Array> {
  const children = readPlanBlocks(text).blocks.map((block) => {
    if (block.kind === "text") return new Paragraph(block.text);
    if (block.kind === "heading" && block.level > 6)
      return new Paragraph({ children: [new TextRun({ text: block.text, bold: true })] });
    if (block.kind === "heading") return new Paragraph({ text: block.text, heading: levels[block.level - 1] });
    const row = (cells: string[], at: number) =>
      new TableRow({
        tableHeader: at < 0,
        children: cells.map((cell, column) => {
          const below = block.table.rows[at + 1]?.cells[column] ?? "";
          const goesOn = column === 0 && at >= 0 && cell === "";
          const begins = column === 0 && at >= 0 && cell !== "" && below === "" && at + 1 < block.table.rows.length;
          return new TableCell({
            children: cell.split("\n").map((part) => new Paragraph(part)),
            ...(goesOn && { verticalMerge: VerticalMergeType.CONTINUE }),
            ...(begins && { verticalMerge: VerticalMergeType.RESTART }),
          });
        }),
      });
    const heads = block.table.columns.map(({ head }) => head);
    return new Table({ rows: [row(heads, -1), ...block.table.rows.map(({ cells }, at) => row(cells, at))] });
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const seed = (name: string) => readFileSync(`prisma/seed/vestregionen-${name}.txt`, "utf8");
async function throughWord(text: string): Promise<string> {
  const read = await readDocx(await asWord(text), { marked: true });
  if (!read.ok) throw new Error(read.reason);
  return read.text;
}

describe("a Word file that is read with its headings", () => {
  it("gives the same action plan as the text it was made of", async () => {
    const plain = readActionPlan(seed("action-plan-2017"));
    const read = readActionPlan(await throughWord(seed("action-plan-2017")));
    expect(read.problems).toEqual([]);
    const shape = ({ areas }: typeof plain) =>
      areas.map(({ name, focusAreas }) => [
        name,
        focusAreas.map(({ line: _, activities, ...focus }) => ({
          ...focus,
          activities: activities.map(({ strategy, measure, name: activity, timing }) => [
            strategy,
            measure,
            activity,
            timing,
          ]),
        })),
      ]);
    expect(shape(read)).toEqual(shape(plain));
    expect(read).toMatchObject({ year: 2017, adoptedOn: "2016-12-08", tables: 9 });
  }, 20_000);

  it("gives the same status report, whose titles are no headings", async () => {
    const plain = readStatusReport(seed("status-report-2017-1"));
    const read = readStatusReport(await throughWord(seed("status-report-2017-1")));
    const rows = (report: typeof plain) => report.rows.map(({ line: _, ...row }) => row);
    expect(rows(read)).toEqual(rows(plain));
    expect(read.texts.map(({ heading }) => heading)).toEqual(plain.texts.map(({ heading }) => heading));
    expect(read.cuts).toEqual([]);
  }, 20_000);

  it("keeps cells apart whatever stands in them", () => {
    const cell = '<p>"a\tb &lt;i&gt;</p><p>c<br />d</p><ul><li>e</li></ul><table><tr><td><p>f</p></td></tr></table>';
    const html = `<h2>A &amp; B</h2><table><tr><td colspan="2">${cell}</td><td rowspan="2">z</td></tr><tr><td>1</td><td>2</td></tr></table><p><strong>Fet</strong></p><p>ikke <strong>fet</strong></p>`;
    expect(markedLines(html).split("\n")).toEqual([
      ...["## A & B", "", "&quot;a b &lt;i&gt;<br>c<br>d<br>e<br>f\t\tz", "1\t2\t", ""],
      ...["**Fet**", "", "ikke fet"],
    ]);
  });
});
