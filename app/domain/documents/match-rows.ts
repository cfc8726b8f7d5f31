type Cells = Record<string, string>;

export type IncomingRow<C extends Cells> = { row: number; cells: C };

/** A row of the product. `imported`: its cells when it was last imported, null when made by hand; `current`: now. */
export type ExistingRow<C extends Cells> = { id: string; imported: C | null; current: C };

export type Verdict<C extends Cells> = { row: number } & (
  | { kind: "created" }
  | { kind: "unchanged"; id: string }
  | { kind: "updated"; id: string; changes: { column: keyof C & string; before: string; after: string }[] }
  | {
      kind: "asks";
      id: string;
      changes: { column: keyof C & string; imported: string; current: string; incoming: string }[];
    }
);

const KEY_WEIGHT = 3;
const THRESHOLD = 0.5;
/** Below this the names of two rows are taken for different, and only wholly equal cells speak for the pair. */
const LIKE_NAMES = 0.3;
const MOST_TOKENS = 64;

/**
 * Compares the rows of a file with those of the product: one verdict per incoming row, in order. A row changed in the
 * product since its import `asks` when the file says something else than the product does. `missing` are the rows
 * imported before that the file no longer has; they are left alone.
 *
 * Rows pair by equal cells first (as imported, then as they are now), in order among duplicates; then by likeness,
 * where the key column weighs most. A row made by hand pairs only when all its cells are equal. Deterministic.
 */
export function matchRows<C extends Cells>(
  incoming: IncomingRow<C>[],
  existing: ExistingRow<C>[],
  keyColumn: keyof C,
): { verdicts: Verdict<C>[]; missing: string[] } {
  const columns = [
    ...new Set(
      [...incoming, ...existing.map(({ current }) => ({ cells: current }))].flatMap(({ cells }) => Object.keys(cells)),
    ),
  ];
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (file: number, product: number) => {
    pairs.set(file, product);
    taken.add(product);
  };

  const pairEqual = (cellsOf: (row: ExistingRow<C>) => C | null) => {
    const waiting = new Map<string, number[]>();
    for (const [at, row] of existing.entries()) {
      const cells = taken.has(at) ? null : cellsOf(row);
      if (cells === null) continue;
      const same = waiting.get(fingerprint(cells, columns));
      if (same) same.push(at);
      else waiting.set(fingerprint(cells, columns), [at]);
    }
    for (const same of waiting.values()) same.reverse();
    for (const [at, { cells }] of incoming.entries()) {
      const match = pairs.has(at) ? undefined : waiting.get(fingerprint(cells, columns))?.pop();
      if (match !== undefined) pair(at, match);
    }
  };
  pairEqual(({ imported }) => imported);
  pairEqual(({ imported, current }) => (imported ? current : null));
  pairEqual(({ imported, current }) => (imported ? null : current));

  const left = [...incoming.keys()].filter((at) => !pairs.has(at));
  const right = [...existing.keys()].filter((at) => !taken.has(at) && existing[at]?.imported);
  for (const [file, product] of likePairs(incoming, existing, left, right, columns, String(keyColumn)))
    pair(file, product);

  const verdicts = incoming.map(({ row, cells }, at): Verdict<C> => {
    const match = pairs.get(at);
    const known = match === undefined ? undefined : existing[match];
    return known ? { row, ...compare(cells, known, columns) } : { row, kind: "created" };
  });
  const missing = existing.filter(({ imported }, at) => imported && !taken.has(at)).map(({ id }) => id);
  return { verdicts, missing };
}

function compare<C extends Cells>(cells: C, { id, imported, current }: ExistingRow<C>, columns: (keyof C & string)[]) {
  const changed = columns.filter((column) => value(cells, column) !== value(current, column));
  if (changed.length === 0) return { kind: "unchanged" as const, id };
  const before = imported ?? current;
  if (fingerprint(before, columns) === fingerprint(current, columns)) {
    const changes = changed.map((column) => ({ column, before: value(current, column), after: value(cells, column) }));
    return { kind: "updated" as const, id, changes };
  }
  const changes = changed.map((column) => ({
    column,
    imported: value(before, column),
    current: value(current, column),
    incoming: value(cells, column),
  }));
  return { kind: "asks" as const, id, changes };
}

/** Pairs of positions that are alike enough, the most alike first; each position at most once. */
function likePairs<C extends Cells>(
  incoming: IncomingRow<C>[],
  existing: ExistingRow<C>[],
  left: number[],
  right: number[],
  columns: string[],
  key: string,
): [number, number][] {
  const tokens = tokenizer();
  const prepare = (cells: Cells) =>
    columns.map((column) => ({ text: value(cells, column), tokens: tokens(value(cells, column), column === key) }));
  const keyAt = columns.indexOf(key);
  const files = left.map((at) => ({ at, cells: prepare(incoming[at]?.cells ?? {}) }));
  const products = right.map((at) => {
    const row = existing[at];
    return { at, cells: [row?.imported ?? {}, row?.current ?? {}].map(prepare) };
  });
  const candidates: { file: number; product: number; score: number }[] = [];
  for (const file of files) {
    for (const product of products) {
      const score = Math.max(...product.cells.map((cells) => likeness(file.cells, cells, keyAt)));
      if (score >= THRESHOLD) candidates.push({ file: file.at, product: product.at, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.file - b.file || a.product - b.product);
  const usedFiles = new Set<number>();
  const usedProducts = new Set<number>();
  return candidates.flatMap(({ file, product }): [number, number][] => {
    if (usedFiles.has(file) || usedProducts.has(product)) return [];
    usedFiles.add(file);
    usedProducts.add(product);
    return [[file, product]];
  });
}

type PreparedCell = { text: string; tokens: Int32Array };

/** From 0 to 1. Cells blank on both sides say nothing. Rows that differ in one cell only are always alike. */
function likeness(a: PreparedCell[], b: PreparedCell[], keyAt: number): number {
  const named = keyAt < 0 ? 1 : similarity(a[keyAt], b[keyAt]);
  let weight = 0;
  let sum = 0;
  let different = 0;
  let equal = 0;
  for (let at = 0; at < a.length; at++) {
    const one = a[at];
    const other = b[at];
    if (!one || !other || (one.text === "" && other.text === "")) continue;
    const same = one.text === other.text;
    if (same) equal++;
    else different++;
    const counts = at === keyAt ? KEY_WEIGHT : 1;
    weight += counts;
    sum += counts * (at === keyAt ? named : same ? 1 : named < LIKE_NAMES ? 0 : similarity(one, other));
  }
  const score = weight === 0 ? 0 : sum / weight;
  return different === 1 && equal >= 2 ? Math.max(score, 0.75) : score;
}

/** Dice's coefficient over sorted tokens. */
function similarity(a: PreparedCell | undefined, b: PreparedCell | undefined): number {
  if (!a || !b) return 0;
  if (a.text === b.text) return 1;
  const total = a.tokens.length + b.tokens.length;
  let common = 0;
  for (let i = 0, j = 0; i < a.tokens.length && j < b.tokens.length; ) {
    const difference = (a.tokens[i] ?? 0) - (b.tokens[j] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return total === 0 ? 0 : (2 * common) / total;
}

/** Numbers the words of a cell, or the letter pairs of a name, so that comparing is cheap. */
function tokenizer(): (text: string, isName: boolean) => Int32Array {
  const numbers = new Map<string, number>();
  const numberOf = (token: string) => {
    const known = numbers.get(token) ?? numbers.size;
    numbers.set(token, known);
    return known;
  };
  return (text, isName) => {
    const lower = text.toLowerCase().slice(0, 1000);
    const parts = isName ? letterPairs(lower) : (lower.match(/[\p{L}\p{N}]+/gu) ?? []);
    return Int32Array.from(parts.slice(0, MOST_TOKENS), numberOf).sort();
  };
}

function letterPairs(text: string): string[] {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, " ");
  return Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2));
}

function fingerprint(cells: Cells, columns: string[]): string {
  return JSON.stringify(columns.map((column) => value(cells, column)));
}

function value(cells: Cells, column: string): string {
  return cells[column] ?? "";
}
