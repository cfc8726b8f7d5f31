/** What is wrong with a file of the register; `line` counts from 1, null is the file as a whole. English, for operators. */
export type FileProblem = { file: "edition" | "changes"; line: number | null; message: string };

/** A municipality of an edition. */
export type EditionRow = {
  line: number;
  number: string;
  name: string;
  nameSami: string | null;
  countyNumber: string;
  county: string;
};

export const changeKinds = ["renumbered", "renamed", "merged", "part"] as const;

/** What happened to a municipality on a day. */
export type ChangeRow = {
  line: number;
  day: string;
  fromNumber: string;
  fromName: string;
  toNumber: string;
  toName: string;
  kind: (typeof changeKinds)[number];
};

type Read<R> = { rows: R[]; problems: FileProblem[] };

/** Reads an edition: number,name,name_sami,county_number,county, in any order; name_sami may be missing. */
export function readEdition(text: string): Read<EditionRow> {
  const table = readTable("edition", text, ["number", "name", "county_number", "county"]);
  const problems = [...table.problems];
  const first = new Map<string, number>();
  const rows = table.rows.flatMap(({ line, cell }): EditionRow[] => {
    const found: string[] = [];
    const [number, name, countyNumber, county] = [cell("number"), cell("name"), cell("county_number"), cell("county")];
    if (!/^\d{4}$/.test(number)) found.push(`"${number}" is not a number of four digits`);
    else if (first.has(number)) found.push(`${number} stands on line ${first.get(number)} already`);
    else first.set(number, line);
    if (name === "") found.push("The name is missing");
    if (!/^\d{2}$/.test(countyNumber)) found.push(`"${countyNumber}" is not a county number of two digits`);
    else if (/^\d{4}$/.test(number) && !number.startsWith(countyNumber))
      found.push(`${number} does not begin with the number of its county, ${countyNumber}`);
    if (county === "") found.push("The county is missing");
    problems.push(...found.map((message): FileProblem => ({ file: "edition", line, message })));
    return found.length > 0 ? [] : [{ line, number, name, nameSami: cell("name_sami") || null, countyNumber, county }];
  });
  if (rows.length === 0 && problems.length === 0)
    problems.push({ file: "edition", line: null, message: "The file has no municipalities" });
  return { rows, problems };
}

/** Reads changes: date,from_number,from_name,to_number,to_name,kind, in any order. */
export function readChanges(text: string, isDay: (text: string) => boolean): Read<ChangeRow> {
  const needed = ["date", "from_number", "from_name", "to_number", "to_name", "kind"];
  const table = readTable("changes", text, needed);
  const problems = [...table.problems];
  const seen = new Map<string, number>();
  const rows = table.rows.flatMap(({ line, cell }): ChangeRow[] => {
    const found: string[] = [];
    const [day, fromNumber, toNumber, words] = [cell("date"), cell("from_number"), cell("to_number"), cell("kind")];
    const kind = changeKinds.find((one) => one === words);
    if (!isDay(day)) found.push(`"${day}" is not a day, as 2020-01-01`);
    for (const number of [fromNumber, toNumber])
      if (!/^\d{4}$/.test(number)) found.push(`"${number}" is not a number of four digits`);
    if (cell("to_name") === "") found.push("The name it became is missing");
    if (!kind) found.push(`"${words}" is none of ${changeKinds.join(", ")}`);
    const key = `${day} ${fromNumber} ${toNumber}`;
    if (seen.has(key)) found.push(`The same change stands on line ${seen.get(key)}`);
    seen.set(key, line);
    problems.push(...found.map((message): FileProblem => ({ file: "changes", line, message })));
    if (found.length > 0 || !kind) return [];
    return [{ line, day, fromNumber, fromName: cell("from_name"), toNumber, toName: cell("to_name"), kind }];
  });
  return { rows, problems };
}

type Line = { line: number; cell: (column: string) => string };

/** The rows under the head of a table of values separated by commas or semicolons. */
function readTable(file: FileProblem["file"], text: string, needed: string[]): Read<Line> {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r?\n/);
  const separator = (lines[0] ?? "").includes(";") ? ";" : ",";
  const head = cellsOf(lines[0] ?? "", separator).map((cell) => cell.toLowerCase());
  const missing = needed.filter((column) => !head.includes(column));
  if (missing.length > 0)
    return { rows: [], problems: [{ file, line: 1, message: `The first line lacks ${missing.join(", ")}` }] };
  const problems: FileProblem[] = [];
  const rows = lines.slice(1).flatMap((raw, at): Line[] => {
    if (raw.trim() === "") return [];
    const line = at + 2;
    const cells = cellsOf(raw, separator);
    if (cells.length === head.length) return [{ line, cell: (column) => cells[head.indexOf(column)] ?? "" }];
    problems.push({ file, line, message: `The line has ${cells.length} cells, the first line has ${head.length}` });
    return [];
  });
  return { rows, problems };
}

/** The cells of a line; a cell in quotes may hold the separator, and two quotes in it are one. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ["", false];
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? "";
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += letter;
      at += 1;
    } else if (letter === '"' && (quoted || cell.trim() === "")) quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell].map((each) => each.normalize("NFC").trim());
}
