import { describe, expect, it } from "vitest";
import { tableHtml, tableText } from "~/features/actors/plan-document";

const rows = [
  {
    name: "USHT <Vest>",
    units: ["Nord", "Sør"],
    role: "Part\nRådgjevar",
    responsibility: "",
    tasks: ["Lære", "Hjelpe"],
  },
];
const heads = ["Kven", "Rolle", "Ansvar", "Oppgåver"];

describe("the table of actors for a document", () => {
  it("is a real table with heads, units, lines and lists, and nothing of it is markup by accident", () => {
    const html = tableHtml(heads, rows);
    expect(html).toMatch(/^<table .*<th align="left">Kven<\/th>.*<\/table>$/);
    expect(html).toContain("<b>USHT &lt;Vest&gt;</b><br>Nord<br>Sør");
    expect(html).toContain("Part<br>Rådgjevar");
    expect(html).toContain("<ul><li>Lære</li><li>Hjelpe</li></ul>");
  });

  it("is as text a line for each row with a tab between cells", () => {
    expect(tableText(heads, rows)).toBe(
      "Kven\tRolle\tAnsvar\tOppgåver\nUSHT <Vest>, Nord, Sør\tPart Rådgjevar\t\tLære. Hjelpe",
    );
  });
});
