import type { FormColumn } from "./round-form";

export type Answers = Readonly<Record<string, string>>;

/** What became of an answer since the round before. */
export type AnswerChange = "same" | "changed" | "new" | "gone" | "none";

export type ChangedAnswer = { key: string; label: string; now: string; before: string; change: AnswerChange };

/** Each answer of a row beside the one of the round before; `before` is null where there was no such row. */
export function rowChanges(columns: readonly FormColumn[], now: Answers, before: Answers | null): ChangedAnswer[] {
  return columns.map(({ key, label }) => {
    const [is, was] = [own(now, key), before ? own(before, key) : ""];
    return { key, label, now: is, before: was, change: changeOf(is, was) };
  });
}

function changeOf(now: string, before: string): AnswerChange {
  if (now === "" && before === "") return "none";
  if (before === "") return "new";
  if (now === "") return "gone";
  return words(now) === words(before) ? "same" : "changed";
}

/** Answers to what the form does not ask for: kept, and said. */
export function unasked(columns: readonly FormColumn[], answers: Answers): { key: string; words: string }[] {
  const asked = new Set(columns.map(({ key }) => key));
  return Object.entries(answers).flatMap(([key, text]) =>
    asked.has(key) || text === "" ? [] : [{ key, words: text }],
  );
}

/** The columns that must be filled in before a row is delivered, and are not. */
export function missing(columns: readonly FormColumn[], answers: Answers): FormColumn[] {
  return columns.filter(({ key, required }) => required && own(answers, key).trim() === "");
}

export type RowWords = {
  activityId: string | null;
  /** The activities it speaks of besides. */
  besides?: readonly string[];
  /** The activity of the plan before that this one was carried over from. */
  carriedFromId?: string | null;
  focusArea: string;
  measure: string;
  activity: string;
};

/**
 * The row of the round before that each row continues: the same activity, else the one it was carried over from, else
 * the same words in the same focus area. One row continues at most one; a row that spoke of more activities is continued
 * by a row for each of them. The result has the rows' order; null is none.
 */
export function matchBefore<R extends RowWords>(rows: readonly RowWords[], before: readonly R[]): (R | null)[] {
  const left = new Set(before);
  const found = new Map<RowWords, R>();
  const take = (keyOf: (row: RowWords) => string | null, keyBefore: (row: R) => string | null) => {
    const byKey = Map.groupBy([...left], keyBefore);
    for (const row of rows) {
      const key = found.has(row) ? null : keyOf(row);
      const one = key === null ? undefined : byKey.get(key)?.find((candidate) => left.has(candidate));
      if (!one) continue;
      found.set(row, one);
      left.delete(one);
    }
  };
  take(
    ({ activityId }) => activityId,
    ({ activityId }) => activityId,
  );
  take(
    ({ carriedFromId = null }) => carriedFromId,
    ({ activityId }) => activityId,
  );
  take(wordsOf, wordsOf);
  const spokeOf = new Map(before.flatMap((row) => (row.besides ?? []).map((id) => [id, row] as const)));
  const besides = (id: string | null | undefined) => (id ? spokeOf.get(id) : undefined);
  return rows.map((row) => found.get(row) ?? besides(row.activityId) ?? besides(row.carriedFromId) ?? null);
}

const wordsOf = ({ focusArea, measure, activity }: RowWords) => [focusArea, measure, activity].map(words).join("\n");

const words = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();

const own = (answers: Answers, key: string) => (Object.hasOwn(answers, key) ? (answers[key] ?? "") : "");
