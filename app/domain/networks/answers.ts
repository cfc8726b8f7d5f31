export type Answer = "accepted" | "tentative" | "declined";

/** One who was asked to a gathering; `key` is the municipality, or the person who is of none. */
export type Asked = { gathering: string; key: string; name: string; answer: Answer | null };

/** One line of the table: the answer to each gathering, null is none yet, "not-asked" was not invited. */
export type AnswerRow = { key: string; name: string; cells: (Answer | "none" | "not-asked")[] };

const strength = { accepted: 3, tentative: 2, declined: 1, none: 0 } as const;

/**
 * What each has answered to each gathering. Several of one municipality count as one, by the most that any of them has
 * said: yes, maybe, no, nothing. In the order the names are met.
 */
export function answerRows(gatherings: readonly string[], asked: readonly Asked[]): AnswerRow[] {
  const rows = new Map<string, AnswerRow>();
  for (const { gathering, key, name, answer } of asked) {
    const at = gatherings.indexOf(gathering);
    if (at < 0) continue;
    const row = rows.get(key) ?? { key, name, cells: gatherings.map(() => "not-asked" as const) };
    const said = answer ?? "none";
    const before = row.cells[at];
    if (!before || before === "not-asked" || strength[said] > strength[before]) row.cells[at] = said;
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** How a gathering was answered, one a municipality. */
export function countCells(rows: readonly AnswerRow[], at: number) {
  const of = (cell: AnswerRow["cells"][number]) => rows.filter((row) => row.cells[at] === cell).length;
  return { yes: of("accepted"), maybe: of("tentative"), no: of("declined"), none: of("none") };
}

export type Silence = "has-not-answered" | "has-not-come";

/**
 * Those who were asked to each of the last gatherings and have answered none of them, or have said that they come to
 * none of them. Fewer gatherings than `times` tell nothing. `rows` have the gatherings in the order of time.
 */
export function silent(rows: readonly AnswerRow[], times = 3): { key: string; name: string; why: Silence }[] {
  return rows.flatMap(({ key, name, cells }) => {
    const why = silenceOf(cells.slice(-times), times);
    return why ? [{ key, name, why }] : [];
  });
}

function silenceOf(last: AnswerRow["cells"], times: number): Silence | null {
  if (last.length < times || last.includes("not-asked")) return null;
  if (last.every((cell) => cell === "none")) return "has-not-answered";
  return last.every((cell) => cell === "none" || cell === "declined") ? "has-not-come" : null;
}
