import type { Change } from "~/domain/municipalities/lineage";
import type { ChangeRow, EditionRow, FileProblem } from "~/domain/municipalities/register-file";

type Names = { number: string; name: string; nameSami: string | null; countyNumber: string; county: string };

/** A municipality that stands in the register, as it is called now. */
export type Standing = Names & { id: string };

/** A municipality with what is to be written; days are ISO. */
type Entry = {
  id: string;
  made: boolean;
  now: Names;
  /** The day the names of `now` are held from; null is as before. */
  since: string | null;
  /** The versions before `now` that are new, the oldest first. */
  between: (Names & { from: string; to: string })[];
  endedOn: string | null;
  /** The line of the change that named it last. */
  line: number | null;
};

/** What an edition changes in the register. */
export type EditionPlan = {
  created: Standing[];
  /** Municipalities whose number or name is another now. */
  updated: Standing[];
  ended: { id: string; day: string }[];
  /** Versions that were open and are over. */
  closed: { id: string; day: string }[];
  versions: (Names & { id: string; from: string; to: string | null })[];
  changes: Change[];
};

export type EditionResult = { ok: true; plan: EditionPlan } | { ok: false; problems: FileProblem[] };

type Input = {
  day: string;
  edition: readonly EditionRow[];
  /** Those between the register's last edition and this one, all of days up to it. */
  changes: readonly ChangeRow[];
  standing: readonly Standing[];
  /** Numbers that ended municipalities had last: nobody else can have them. */
  taken: readonly string[];
  /** Whether what no change tells of may come and go, its origin and end unknown. */
  allowUnknown: boolean;
  newId: () => string;
};

/**
 * What an edition of a day, with the changes that lead up to it, makes of the register: renumbered and renamed ones go
 * on, a merger ends what went into it, and a split ends what was divided unless the edition still has its number. A
 * change that names no municipality, or that the edition contradicts, is a problem, and then nothing is made.
 */
export function addEdition(input: Input): EditionResult {
  const { day, edition } = input;
  const problems: FileProblem[] = [];
  const entries = input.standing.map(({ id, ...names }): Entry => {
    return { id, made: false, now: names, since: null, between: [], endedOn: null, line: null };
  });
  const open = new Map(entries.map((entry) => [entry.now.number, entry]));
  const changes: Change[] = [];
  for (const on of [...new Set(input.changes.map((change) => change.day))].sort()) {
    const all = input.changes.filter((change) => change.day === on);
    problems.push(...carryOut(on, all, { input, open, entries, changes }));
  }
  problems.push(...agree(input, open));
  problems.push(...unfree(input, open));
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) };

  for (const { line: _line, ...row } of edition) {
    const entry = open.get(row.number);
    if (!entry) entries.push({ ...begun(input.newId(), row, day), line: null });
    else if (!sameNames(entry.now, row)) rename(entry, row, day);
  }
  const numbers = new Set(edition.map(({ number }) => number));
  for (const [number, entry] of open) if (!numbers.has(number)) entry.endedOn = day;
  return { ok: true, plan: planOf(entries, changes) };
}

type State = { input: Input; open: Map<string, Entry>; entries: Entry[]; changes: Change[] };

/** Carries out the changes of one day on what is open, and tells those that cannot be. */
function carryOut(day: string, all: ChangeRow[], { input, open, entries, changes }: State): FileProblem[] {
  const problems: FileProblem[] = [];
  const known = all.flatMap((change) => {
    const from = open.get(change.fromNumber);
    if (!from) problems.push(problem(change, `No municipality has the number ${change.fromNumber} on ${day}`));
    else if (!sameName(from.now.name, change.fromName))
      problems.push(problem(change, `${change.fromNumber} is ${from.now.name}, not ${change.fromName}`));
    else return [{ change, from }];
    return [];
  });
  const goesOn = ({ change }: { change: ChangeRow }) => change.kind === "renumbered" || change.kind === "renamed";
  for (const { change } of known) {
    const other = known.find((each) => each.change !== change && each.change.fromNumber === change.fromNumber);
    if (other && (goesOn({ change }) || change.kind === "merged") && other.change.kind !== "part")
      problems.push(problem(change, `${change.fromNumber} has another change on line ${other.change.line}`));
  }
  if (problems.length > 0) return problems;

  const moved = known.filter(goesOn);
  for (const { change } of known.filter((each) => !goesOn(each)))
    if (change.toNumber !== change.fromNumber && !stays(change, known, input)) open.delete(change.fromNumber);
  for (const { change } of moved) open.delete(change.fromNumber);
  for (const { change, from } of moved) {
    if (open.has(change.toNumber)) problems.push(problem(change, `${change.toNumber} is another's on ${day}`));
    rename(from, namesOf(change, from.now, input), day);
    from.line = change.line;
    open.set(change.toNumber, from);
  }
  for (const { change, from } of known.filter((each) => !goesOn(each))) {
    if (change.toNumber === change.fromNumber) continue;
    let into = open.get(change.toNumber);
    if (!into) {
      into = { ...begun(input.newId(), namesOf(change, from.now, input), day), line: change.line };
      entries.push(into);
      open.set(change.toNumber, into);
    }
    if (!stays(change, known, input)) from.endedOn = day;
    changes.push({ day, fromId: from.id, toId: into.id, kind: change.kind === "part" ? "part" : "merged" });
  }
  return problems;
}

/** Whether a municipality that a part was taken from stands still: the edition, or a change of its own, has its number. */
function stays(change: ChangeRow, known: { change: ChangeRow }[], { edition }: Input): boolean {
  if (change.kind !== "part") return false;
  const own = known.find((each) => each.change.fromNumber === change.fromNumber && each.change.kind !== "part");
  return own !== undefined || edition.some(({ number }) => number === change.fromNumber);
}

/** Where the edition and what the changes lead to are not the same. */
function agree({ edition, allowUnknown }: Input, open: Map<string, Entry>): FileProblem[] {
  const problems: FileProblem[] = [];
  const rows = new Map(edition.map((row) => [row.number, row]));
  for (const { line, number, name } of edition) {
    const entry = open.get(number);
    if (!entry && !allowUnknown)
      problems.push({ file: "edition", line, message: `No change tells where ${number} ${name} comes from` });
    if (entry && entry.line !== null && !sameName(entry.now.name, name)) {
      const message = `The edition calls ${number} ${name}, on its line ${line}, not ${entry.now.name}`;
      problems.push({ file: "changes", line: entry.line, message });
    }
  }
  for (const [number, { now, line }] of open) {
    if (rows.has(number)) continue;
    if (line !== null) {
      problems.push({ file: "changes", line, message: `The edition does not have ${number} ${now.name}` });
    } else if (!allowUnknown) {
      const message = `${number} ${now.name} is not in the edition, and no change tells what became of it`;
      problems.push({ file: "edition", line: null, message });
    }
  }
  return problems;
}

/** Numbers that would be two municipalities' last. */
function unfree({ edition, taken }: Input, open: Map<string, Entry>): FileProblem[] {
  const message = (number: string) => `${number} was the last number of one that is no more`;
  const named = [...open].filter(([number, { line }]) => line !== null && taken.includes(number));
  const fresh = edition.filter(({ number }) => !open.has(number) && taken.includes(number));
  return [
    ...named.map(([number, { line }]): FileProblem => ({ file: "changes", line, message: message(number) })),
    ...fresh.map(({ line, number }): FileProblem => ({ file: "edition", line, message: message(number) })),
  ];
}

function begun(id: string, names: Names, day: string): Omit<Entry, "line"> {
  return { id, made: true, now: names, since: day, between: [], endedOn: null };
}

function rename(entry: Entry, { number, name, nameSami, countyNumber, county }: Names, day: string): void {
  if (entry.since !== null && entry.since < day) entry.between.push({ ...entry.now, from: entry.since, to: day });
  entry.now = { number, name, nameSami, countyNumber, county };
  entry.since = day;
}

/** The names a change gives. Its county is the edition's of that number, else of its first two digits, else as before. */
function namesOf({ toNumber, toName }: ChangeRow, before: Names, { edition }: Input): Names {
  const countyNumber = toNumber.slice(0, 2);
  const same = edition.find(({ number }) => number === toNumber);
  const county =
    edition.find((row) => row.countyNumber === countyNumber)?.county ??
    (before.countyNumber === countyNumber ? before.county : "");
  const nameSami = same?.nameSami ?? (sameName(before.name, toName) ? before.nameSami : null);
  return { number: toNumber, name: toName, nameSami, countyNumber, county };
}

function planOf(entries: Entry[], changes: Change[]): EditionPlan {
  const named = entries.filter(({ made, since }) => !made && since !== null);
  const last = entries.filter(({ since }) => since !== null);
  return {
    created: entries.filter(({ made }) => made).map(({ id, now }) => ({ id, ...now })),
    updated: named.map(({ id, now }) => ({ id, ...now })),
    ended: entries.flatMap(({ id, endedOn }) => (endedOn === null ? [] : [{ id, day: endedOn }])),
    closed: entries.flatMap(({ id, made, since, between, endedOn }) => {
      const day = made ? null : (between[0]?.from ?? since ?? endedOn);
      return day === null ? [] : [{ id, day }];
    }),
    versions: [
      ...entries.flatMap(({ id, between }) => between.map((version) => ({ id, ...version }))),
      ...last.map(({ id, now, since, endedOn }) => ({ id, ...now, from: since ?? "", to: endedOn })),
    ],
    changes,
  };
}

const sameName = (a: string, b: string) => a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase();

function sameNames(a: Names, b: Names): boolean {
  return a.name === b.name && a.nameSami === b.nameSami && a.countyNumber === b.countyNumber && a.county === b.county;
}

function problem({ line }: ChangeRow, message: string): FileProblem {
  return { file: "changes", line, message };
}

function inOrder(problems: FileProblem[]): FileProblem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file, "en") || (a.line ?? 0) - (b.line ?? 0));
}
