import { readFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { unguardCell } from "~/domain/documents/sheet-cells";
import { readSheetFile, readSheetText } from "~/features/documents/read-sheet.server";
import { type OutSheet, writeCsv, writeXlsx } from "~/features/documents/write-sheet.server";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("a sheet as text", () => {
  it.each([
    ["semicolons", "Kommune;Namn;E-post\nVoss;Kari;kari@voss.example\n"],
    ["commas", "Kommune,Namn,E-post\nVoss,Kari,kari@voss.example\n"],
    ["tabs, as pasted", "Kommune\tNamn\tE-post\r\nVoss\tKari\tkari@voss.example\r\n"],
    ["Excel's own first line", "sep=;\r\nKommune;Namn;E-post\r\nVoss;Kari;kari@voss.example\r\n"],
    ["quotes", 'Kommune;"Namn";E-post\nVoss;"Kari";kari@voss.example\n'],
    ["a byte order mark", "\ufeffKommune;Namn;E-post\nVoss;Kari;kari@voss.example\n"],
  ])("is read with %s", async (_what, text) => {
    const read = await readSheetFile(bytes(text));
    expect(read.ok && read.rows.slice(0, 2)).toEqual([
      ["Kommune", "Namn", "E-post"],
      ["Voss", "Kari", "kari@voss.example"],
    ]);
  });

  it("is read in Windows-1252", async () => {
    const read = await readSheetFile(
      latin("Kommune;Namn;E-post\nB\u00e6rum;\u00c5se \u00d8deg\u00e5rd;ase@baerum.example"),
    );
    expect(read.ok && read.rows[1]).toEqual(["Bærum", "Åse Ødegård", "ase@baerum.example"]);
  });

  it("says where a quotation mark is not closed, and reads no rows into one cell", () => {
    expect(readSheetText('Kommune;Namn;E-post\nVoss;"Kari;k@x.example\nVik;Ola;o@x.example\n')).toEqual({
      ok: false,
      reason: "open-quote",
      line: 2,
    });
  });

  it("is refused when it is empty, too long or no sheet at all", async () => {
    expect(await readSheetFile(bytes(" \n"))).toMatchObject({ reason: "empty" });
    expect(await readSheetFile(bytes("a;b\n".repeat(5001)))).toMatchObject({ reason: "too-many-rows", most: 5000 });
    expect(await readSheetFile(new Uint8Array(2 * 1024 * 1024 + 1))).toMatchObject({ reason: "too-large" });
    expect(await readSheetFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1))).toMatchObject({ reason: "old-excel" });
    expect(await readSheetFile(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d))).toMatchObject({ reason: "not-sheet" });
    expect(await readSheetFile(zipSync({ "word/document.xml": bytes("<x/>") }))).toMatchObject({ reason: "not-xlsx" });
    expect(await readSheetFile(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 9, 9))).toMatchObject({ reason: "not-xlsx" });
  });
});

const sheet = (rows: OutSheet["rows"]): OutSheet => ({ name: "ark", heads: ["a", "b"], widths: [10, 10], rows });

describe("a sheet that is written", () => {
  const rows = [
    ["Guovdageaidnu", "Kåfjord – Gáivuotna – Kaivuono"],
    ["=1+1", "+47 55 00 00 00"],
    ["-minus", "@home"],
    ["'=kept", '"quoted"; and, more'],
    [null, "Voss herad"],
  ];

  it.each(["xlsx", "csv"] as const)("is the same when it is read as %s", async (format) => {
    const read = await readSheetFile(format === "csv" ? writeCsv(sheet(rows)) : await writeXlsx(sheet(rows)));
    const cells = read.ok ? read.rows.filter((row) => row.some(Boolean)).map((row) => row.map(unguardCell)) : [];
    expect(cells).toEqual([["a", "b"], ...rows.map((row) => row.map((cell) => cell ?? ""))]);
  });

  it("has no cell that a spreadsheet calculates", () => {
    const lines = new TextDecoder().decode(writeCsv(sheet(rows))).split("\r\n");
    for (const cell of lines.flatMap((line) => line.split(";"))) expect(cell).not.toMatch(/^"?[=+\-@]/);
  });

  it("keeps any cell whatever it begins with", () => {
    const word = fc.tuple(fc.constantFrom("", "'", "''", "=", "+", "-", "@"), fc.string()).map(([a, b]) => `${a}${b}x`);
    fc.assert(
      fc.property(word, (cell) => {
        const read = readSheetText(new TextDecoder().decode(writeCsv(sheet([[cell, "end"]]))));
        const [, row] = read.ok ? read.rows : [];
        expect(unguardCell(row?.[0] ?? "")).toBe(cell);
      }),
    );
  });
});

/** The beginning of a sheet and then nothing but spaces, 300 MB of them, packed. */
function packSpaces() {
  const head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  const plain = new Uint8Array(300_000_000).fill(32);
  plain.set(bytes(head));
  return { packed: deflateRawSync(plain, { level: 9 }), sum: crc32(plain) };
}

/** An .xlsx whose sheet unpacks to many bytes; `declared` is what its directory says of it. */
function bomb({ packed, sum }: ReturnType<typeof packSpaces>, declared: number): Uint8Array {
  const name = bytes("xl/workbook.xml");
  const fields = (signature: number, central: boolean) => {
    const view = new DataView(new ArrayBuffer(central ? 46 : 30));
    view.setUint32(0, signature, true);
    const at = central ? 10 : 8;
    view.setUint16(at, 8, true);
    view.setUint32(at + 6, sum, true);
    view.setUint32(at + 10, packed.length, true);
    view.setUint32(at + 14, declared, true);
    view.setUint16(at + 18, name.length, true);
    return new Uint8Array(view.buffer);
  };
  const local = Buffer.concat([fields(0x04034b50, false), name, packed]);
  const central = Buffer.concat([fields(0x02014b50, true), name]);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, central.length, true);
  end.setUint32(16, local.length, true);
  return new Uint8Array(Buffer.concat([local, central, new Uint8Array(end.buffer)]));
}

/** A small, honest .xlsx whose one row reaches to the last column of the last row. */
async function wide(): Promise<Uint8Array> {
  const file = await writeXlsx(sheet([["x", "y"]]));
  const { unzipSync } = await import("fflate");
  const parts = unzipSync(file);
  const at = Object.keys(parts).find((name) => /sheets\/sheet1\.xml$/.test(name)) ?? "";
  const cells = Array.from({ length: 4000 }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`);
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells.join("")}</sheetData></worksheet>`;
  return zipSync({ ...parts, [at]: bytes(xml) });
}

describe("a file made to burst", () => {
  let spaces: ReturnType<typeof packSpaces>;
  beforeAll(() => {
    spaces = packSpaces();
  });

  it.each([
    ["says so in its directory", 300_000_000],
    ["lies in its directory", 1_000],
    ["says nothing in its directory", 0],
  ])("is refused when it %s, and takes nothing down", async (_what, declared) => {
    const file = bomb(spaces, declared);
    expect(file.length).toBeLessThan(2 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await readSheetFile(file)).toMatchObject({ ok: false });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it("is refused when it holds a great many files", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`xl/${at}.xml`, bytes("<x/>")]));
    expect(await readSheetFile(zipSync({ ...many, "xl/workbook.xml": bytes("<x/>") }))).toMatchObject({
      reason: "unpacked",
    });
  });

  it("is given up when reading it takes too much", async () => {
    const read = await readSheetFile(await wide());
    expect(read).toMatchObject({ ok: false, reason: "unpacked" });
  });
});

it("leaves the contact persons of the demo readable", async () => {
  const read = await readSheetFile(readFileSync("prisma/seed/vestland-contacts.csv"));
  expect(read.ok && read.rows.length).toBeGreaterThan(43);
});
