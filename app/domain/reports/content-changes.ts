import { sumProjects } from "../shared/account-sums";
import type { ContentRow, RoundContent } from "./round-content";
import { matchBefore, type RowWords } from "./row-changes";

/** What two versions of a report say differently. `name` is what it stands under; money in øre, figures in hundredths. */
export type ContentChange = {
  of: "text" | "figure" | "source" | "answer" | "row" | "income" | "wages" | "other" | "result";
  name: string;
  before: string;
  after: string;
};

const nameOf = ({ focusArea, measure, activity }: ContentRow) =>
  [focusArea, activity || measure].filter(Boolean).join(" · ");

/** How a version of a report differs from the one before it; empty where nothing does. */
export function contentChanges(before: RoundContent, after: RoundContent): ContentChange[] {
  return [
    ...textChanges(before, after),
    ...figureChanges(before, after),
    ...rowsChanged(before, after),
    ...accountChanges(before, after),
  ];
}

const unlike = ({ before, after }: ContentChange) => before !== after;

function textChanges(before: RoundContent, after: RoundContent): ContentChange[] {
  return asked(before.form.texts, after.form.texts)
    .map(({ key, heading }) => ({
      ...{ of: "text" as const, name: heading, before: before.texts[key] ?? "", after: after.texts[key] ?? "" },
    }))
    .filter(unlike);
}

function figureChanges(before: RoundContent, after: RoundContent): ContentChange[] {
  return asked(before.figures, after.figures).flatMap(({ key, label }) => {
    const [was, is] = [before, after].map(({ figures }) => figures.find((figure) => figure.key === key));
    return [
      { of: "figure" as const, name: label, before: was?.value ?? "", after: is?.value ?? "" },
      { of: "source" as const, name: label, before: was?.source ?? "", after: is?.source ?? "" },
    ].filter(unlike);
  });
}

function rowsChanged(before: RoundContent, after: RoundContent): ContentChange[] {
  const named = (row: ContentRow): ContentRow & RowWords => ({ ...row, activityId: null });
  const old = before.rows.map(named);
  const matches = matchBefore(after.rows.map(named), old);
  const columns = asked(before.form.columns, after.form.columns);
  const left = new Set(old);
  const changes = after.rows.flatMap((row, at): ContentChange[] => {
    const was = matches[at];
    if (!was) return [{ of: "row", name: nameOf(row), before: "", after: nameOf(row) }];
    left.delete(was);
    return columns
      .map(({ key, label }) => ({
        ...{ of: "answer" as const, name: `${nameOf(row)}: ${label}` },
        ...{ before: was.answers[key] ?? "", after: row.answers[key] ?? "" },
      }))
      .filter(unlike);
  });
  return [
    ...changes,
    ...[...left].map((row) => ({ of: "row" as const, name: nameOf(row), before: nameOf(row), after: "" })),
  ];
}

function accountChanges(before: RoundContent, after: RoundContent): ContentChange[] {
  const [was, is] = [sumProjects(before.projects), sumProjects(after.projects)];
  const changes = (["income", "wages", "other", "result"] as const).map((key) => ({
    ...{ of: key, name: "", before: was.whole[key].actual.toString(), after: is.whole[key].actual.toString() },
  }));
  return changes.filter(unlike);
}

/** What either asks for, in the later one's order and words. */
function asked<T extends { key: string }>(before: readonly T[], after: readonly T[]): T[] {
  return [...after, ...before.filter(({ key }) => !after.some((one) => one.key === key))];
}
