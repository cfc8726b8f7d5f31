import { keyFor } from "~/domain/reports/edit-form";
import type { RoundKind } from "~/domain/reports/round-content";
import type { FormColumn, FormText, RoundForm } from "~/domain/reports/round-form";

export type ImportedRow = {
  area: string;
  focusArea: string;
  strategy: string;
  measure: string;
  activity: string;
  timing: string;
  /** By the column's label. */
  answers: Record<string, string>;
  activityId: string | null;
  /** The activities it speaks of besides. */
  besides: string[];
  /** Whether a person must still say which activity it is. */
  asks: boolean;
};

/** A figure that the report says, in hundredths, with where it stands. */
export type ImportedFigure = { label: string; value: bigint; source: string };

/** A report from outside, as the round it is to become or to be laid over. ISO days. */
export type ImportedRound = {
  name: string;
  kind: RoundKind;
  from: string;
  to: string;
  columns: { label: string; status: boolean }[];
  texts: { heading: string; body: string }[];
  rows: ImportedRow[];
  figures: ImportedFigure[];
  /** The case it was put before a body as, where the report says so: number and year. */
  putBefore: { body: string; number: number; year: number } | null;
};

/** What a report asks, on top of what the round's form asks already, and the keys of what it says. */
export type MergedForm = {
  form: RoundForm;
  /** Column keys by label, text keys by heading, figure keys by label. */
  columns: Map<string, string>;
  texts: Map<string, string>;
  figures: Map<string, string>;
};

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A column that says how it goes is the same whatever month it is headed by. */
const statusLabel = "Status";

/** Lays what a report holds over a form: what has the same words keeps its key, the rest comes last. */
export function mergeForm(
  form: RoundForm,
  { columns, texts, figures }: Pick<ImportedRound, "columns" | "texts" | "figures">,
): MergedForm {
  const merged: MergedForm = {
    form: { columns: [...form.columns], texts: [...form.texts], figures: [...form.figures] },
    ...{ columns: new Map(), texts: new Map(), figures: new Map() },
  };
  for (const { label, status } of columns) {
    const words = status ? statusLabel : label;
    const isSame = (column: FormColumn) =>
      status ? /^status\b/i.test(column.label) : plain(column.label) === plain(label);
    const known = merged.form.columns.find(isSame);
    const key = known?.key ?? keyFor(words, keysOf(merged.form.columns));
    if (!known) merged.form.columns.push({ key, label: words, help: "", required: false });
    merged.columns.set(label, key);
  }
  for (const { heading } of texts) {
    const known = merged.form.texts.find((text: FormText) => plain(text.heading) === plain(heading));
    const key = known?.key ?? keyFor(heading, keysOf(merged.form.texts));
    if (!known) merged.form.texts.push({ key, heading, help: "" });
    merged.texts.set(heading, key);
  }
  for (const { label } of figures) {
    const known = merged.form.figures.find(
      (figure) => figure.definition === "own" && plain(figure.label) === plain(label),
    );
    const key = known?.key ?? keyFor(label, keysOf(merged.form.figures));
    if (!known) merged.form.figures.push({ key, definition: "own", label });
    merged.figures.set(label, key);
  }
  return merged;
}

const keysOf = (items: readonly { key: string }[]) => items.map(({ key }) => key);

/** How the database knows a figure that is typed. */
export const keptFigure = (key: string) => `own:${key}`;
