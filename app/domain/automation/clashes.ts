import type { Planned, PlannedKind } from "./planned";

/** Where what the rules will do gets in the way of itself. */
export type Clash =
  /** So many people get more within seven days than they should: `count` each, at the most. */
  | { kind: "crowded"; people: number; count: number; most: number; lines: Planned[] }
  /** More in an hour than the region lets out: the last ones leave `hours` later. */
  | { kind: "slow"; at: string; recipients: number; cap: number; hours: number; lines: Planned[] }
  /** When the region is closed, it waits. */
  | { kind: "closed"; at: string; lines: Planned[] };

export type Caps = { capHour: number | null; capWeek: number | null };

/** So many in seven days are not too many, where the region has set no cap. */
const few = 3;
const week = 7 * 24 * 3_600_000;

/** What goes out to those the region writes to, and not to those who make it. */
const outward: readonly PlannedKind[] = [
  "issue",
  "invitation",
  "reminder-unanswered",
  "reminder-coming",
  "feedback-request",
];

export const goesOut = ({ kind, recipients }: Pick<Planned, "kind" | "recipients">) =>
  outward.includes(kind) && recipients > 0;

/** The ids of those who get a line, the same list for those lines that go to the same; null where they are not known. */
type WhoGets<Line> = (line: Line) => readonly string[] | null;

/**
 * The clashes among what is planned, by the time of the first line of each.
 *
 * @param isOpen whether mail may leave by itself at an ISO instant (M8)
 */
export function clashesOf<Line extends Planned>(
  planned: readonly Line[],
  isOpen: (at: string) => boolean,
  caps: Caps,
  whoGets: WhoGets<Line>,
): Clash[] {
  const mails = planned.filter(goesOut);
  const found = [
    ...crowds(mails, caps.capWeek ?? few, whoGets),
    ...slow(mails, caps.capHour),
    ...closed(planned, isOpen),
  ];
  const first = (clash: Clash) => Date.parse(clash.lines[0]?.at ?? "");
  return found.sort((a, b) => first(a) - first(b));
}

/** Those who get exactly the same lines, and how many they are. */
type Readers<Line> = { people: number; lines: Line[] };

/** Everybody who gets something, together with those who get the same. */
function readersOf<Line extends Planned>(mails: readonly Line[], whoGets: WhoGets<Line>): Readers<Line>[] {
  const lists = [...Map.groupBy(mails, whoGets)].flatMap(([ids, lines]) => (ids ? [{ ids: new Set(ids), lines }] : []));
  const inLists = new Map<string, number[]>();
  lists.forEach(({ ids }, at) => {
    for (const id of ids) {
      const own = inLists.get(id);
      if (own) own.push(at);
      else inLists.set(id, [at]);
    }
  });
  return [...Map.groupBy(inLists.values(), (own) => own.join(" ")).values()].map((all) => ({
    people: all.length,
    lines: byTime((all[0] ?? []).flatMap((at) => lists[at]?.lines ?? [])),
  }));
}

/** The weeks in which somebody gets more than `most`; those of people who get some of the same are one. */
function crowds<Line extends Planned>(mails: readonly Line[], most: number, whoGets: WhoGets<Line>): Clash[] {
  const weeks = readersOf(mails, whoGets)
    .flatMap(({ people, lines }) => fullWeeks(lines, most).map((own) => ({ people, count: own.length, lines: own })))
    .sort((a, b) => b.count - a.count || startOf(a.lines) - startOf(b.lines));
  const found: Extract<Clash, { kind: "crowded" }>[] = [];
  for (const week of weeks) {
    const lines = (other: { lines: Planned[] }) => byTime([...new Set([...other.lines, ...week.lines])]);
    const same = found.find((other) => week.lines.some((line) => other.lines.includes(line)) && isWeek(lines(other)));
    if (!same) found.push({ kind: "crowded", ...week, most });
    else Object.assign(same, { people: same.people + week.people, lines: lines(same) });
  }
  return found;
}

/** The weeks of one reader that hold more than `most`, each line in one of them. `lines` by time. */
function fullWeeks<Line extends Planned>(lines: readonly Line[], most: number): Line[][] {
  const weeks: Line[][] = [];
  for (let at = 0; at < lines.length; ) {
    const end = Date.parse(lines[at]?.at ?? "") + week;
    const own = lines.slice(at).filter((line) => Date.parse(line.at) < end);
    if (own.length > most) weeks.push(own);
    at += own.length > most ? own.length : 1;
  }
  return weeks;
}

const startOf = (lines: readonly Planned[]) => Date.parse(lines[0]?.at ?? "");
const isWeek = (lines: readonly Planned[]) => Date.parse(lines.at(-1)?.at ?? "") < startOf(lines) + week;

function slow(mails: readonly Planned[], cap: number | null): Clash[] {
  if (cap === null || cap <= 0) return [];
  return [...Map.groupBy(mails, ({ at }) => Date.parse(at))].flatMap(([, lines]) => {
    const recipients = lines.reduce((sum, line) => sum + line.recipients, 0);
    if (recipients <= cap) return [];
    return [{ kind: "slow", at: lines[0]?.at ?? "", recipients, cap, hours: Math.ceil(recipients / cap) - 1, lines }];
  });
}

function closed(planned: readonly Planned[], isOpen: (at: string) => boolean): Clash[] {
  return planned.filter(({ at }) => !isOpen(at)).map((line) => ({ kind: "closed", at: line.at, lines: [line] }));
}

const byTime = <L extends Planned>(lines: readonly L[]): L[] =>
  [...lines].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
