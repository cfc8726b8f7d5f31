/** A span of days, both ends inside it, as ISO dates (`2021-01-01`). */
export type Period = { from: string; to: string };

export type ActorColumn = "name" | "role" | "responsibility" | "tasks";
export type PlanColumn = "channel" | "goal" | "theme" | "timing" | "responsible" | "audience";
export type NetworkColumn = "name" | "operators" | "status" | "audience" | "theme" | "form" | "benefit";

/**
 * One row of a table. `row` counts from 1 within the table, `line` is the source line it begins on (from 1).
 * Cells hold words only: paragraphs parted by "\n", otherwise single spaces. `links` are the http(s) addresses
 * that stood in the row's markup, each once.
 */
export type DocumentRow<Column extends string> = {
  row: number;
  line: number;
  cells: Record<Column, string>;
  links: string[];
};

type TableOf<Kind extends string, Column extends string> = {
  kind: Kind;
  /** Counts from 1 over the tables of the document that were recognised, also those with a faulty header. */
  number: number;
  period: Period | null;
  heading: string | null;
  headerLine: number;
  rows: DocumentRow<Column>[];
};

export type DocumentTable =
  | TableOf<"actors", ActorColumn>
  | TableOf<"communications-plan", PlanColumn>
  | TableOf<"networks", NetworkColumn>;
export type TableKind = DocumentTable["kind"];

/** How the two sides of a page cut belong together. */
export type Join = "space" | "none" | "new-row";

/**
 * A cut that words alone cannot settle. `id` depends on the two lines only, so an answer in `options.joins` keeps
 * its place when the document is read again. `table` is the table's `number`.
 */
export type Doubt = {
  id: string;
  table: number;
  kind: TableKind;
  row: number;
  line: number;
  column: string;
  left: string;
  right: string;
  choices: Join[];
  chosen: Join;
  settled: boolean;
};

export type ProblemCode =
  | "no_known_table"
  | "column_missing"
  | "column_doubled"
  | "column_unknown"
  | "period_missing"
  | "period_overlaps"
  | "plan_closed"
  | "row_too_short"
  | "row_too_long"
  | "row_without_name";

/**
 * Something that keeps the document from being saved. `table` is the table's `number`, `row` counts from 1 within the
 * table, `cell` from 1 within the line. `params`: `column` (our name), `header` (the file's words), `expected` and
 * `found` (numbers of cells), `period` and `other` (periods, as keys).
 */
export type Problem = {
  code: ProblemCode;
  table: number | null;
  kind: TableKind | null;
  row: number | null;
  cell: number | null;
  line: number | null;
  params: Record<string, string | number>;
};

/** With any problem nothing of the document may be saved. */
export type ReadResult = { tables: DocumentTable[]; problems: Problem[]; doubts: Doubt[] };

export type ReadOptions = { period?: Period; joins?: Record<string, Join> };
