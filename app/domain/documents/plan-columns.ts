import { readCell } from "./cells";

/** What a column of an action plan, or of a report on one, holds. */
export type PlanColumn = "focus-area" | "strategy" | "measure" | "activity" | "timing" | "owner" | "status" | "other";

/** A column and its head, as written. `year` is the year a column of timings or of measures is headed by. */
export type HeadColumn = { column: PlanColumn; head: string; year: number | null };

const HEADS: [PlanColumn, RegExp][] = [
  ["activity", /^(planlagte )?aktivitet(er|ar|en|ane)?$/],
  ["measure", /^tiltak(a|ene)?$/],
  ["strategy", /^(strategi(er|ar)?|mål|delmål)$/],
  ["focus-area", /^(innsatsområde|fokusområde|satsingsområde|område|tema)$/],
  ["timing", /^(når|tid|tidspunkt|tidsrom|tidsplan|frist|gjennomføring|periode)$/],
  ["owner", /^(ansvar(lig|leg)?|eier|eigar|utfører|hvem|kven)$/],
  ["status", /^(status|resultat|framdrift|fremdrift)\b/],
];

/**
 * The columns of a line that heads a table of measures and activities: `Tiltak | Aktiviteter | 2017`, or
 * `Innsatsområde | Strategi | Tiltak`, where what is done stands in the last of them and its heading in the first. Null
 * for any other line. A column nobody knows is `other`.
 */
export function planColumns(cells: string[]): HeadColumn[] | null {
  if (cells.length < 2 || cells.length > 12) return null;
  const heads = cells.map(columnOf);
  const has = (column: PlanColumn) => heads.some((head) => head.column === column);
  if (!has("measure")) return null;
  if (has("activity")) return hasDoubles(heads) ? null : heads;
  if (!has("focus-area") && !has("strategy")) return null;
  const under = has("focus-area") ? "focus-area" : "strategy";
  const shifted = heads.map((head): HeadColumn => {
    if (head.column === "measure") return { ...head, column: "activity" };
    return head.column === under ? { ...head, column: "measure" } : head;
  });
  return hasDoubles(shifted) ? null : shifted;
}

function columnOf(raw: string): HeadColumn {
  const head = raw.length > 120 ? "" : readCell(raw).text.replaceAll("\n", " ");
  const year = /(?<!\d)(20\d\d)(?!\d)/.exec(head)?.[1];
  const words = head
    .toLowerCase()
    .replace(/(?<!\d)20\d\d(?!\d)/, "")
    .replace(/[^\p{L} ]+/gu, "")
    .trim();
  const known = HEADS.find(([, pattern]) => pattern.test(words));
  const column = known?.[0] ?? (words === "" && year ? "timing" : "other");
  return { column, head, year: year ? Number(year) : null };
}

function hasDoubles(heads: HeadColumn[]): boolean {
  const known = heads.map(({ column }) => column).filter((column) => column !== "other" && column !== "status");
  return new Set(known).size < known.length;
}
