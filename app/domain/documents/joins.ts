import type { Cell } from "./cells";

/** `glue` stands between the two sides; `doubtful` when only a person can tell. */
type JoinDecision = { glue: "" | " " | "\n"; doubtful: boolean };

/** How often each word stands in the document, in lower case. */
export type Words = Map<string, number>;

/** Words so common that a line may end or begin with one without standing elsewhere in the document. */
const FUNCTION_WORDS = new Set(
  `alle alt andre at av bli blir blei ble begge både dei deira deg den denne der deira dermed desse dette det di difor du
  då da de disse eg ei ein eit eitt ei en eller enn er et etter for fordi fram fra frå før gjennom ha hadde han har her
  hos ho hun hva hvem hvilke hvor hvordan i ikke ikkje imot inn innan innanfor innen inne ingen jeg kan kor korleis kva
  kven kvar kunne kva kvarandre man med medan mellom men mens mot mot mange meir mer mest må når no nå noe noko noen nokon
  nokre nye ny og også òg om opp over på rundt samt seg sei si sidan siden sin sine sitt skal skulle slik slike som så
  til til under unna uten utan ut utanfor utenfor ved var vart vere være vere vert vi vil ville vår våre år å åt`.split(
    /\s+/,
  ),
);

const ONE_LETTER_WORDS = new Set(["i", "å"]);
const EDGE = 80;

/** Counts the words of a text; markup counts along, which does no harm. */
export function countWords(text: string): Words {
  const words: Words = new Map();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** Takes the two words at a cut out of the count, so that a torn word is not its own witness. */
export function discountCut(words: Words, left: Cell, right: Cell): void {
  for (const word of [lastWord(left.text), firstWord(right.text)]) {
    const lower = word.toLowerCase();
    const count = words.get(lower);
    if (count !== undefined) words.set(lower, count - 1);
  }
}

/**
 * How two sides of a cut cell belong together. `words` counts the document without the words at its cuts. A new
 * sentence, a capital or a figure begins anew; a lower-case letter after a letter may go on with a torn word.
 */
export function decideJoin(left: Cell, right: Cell, words: Words): JoinDecision {
  const l = left.text.slice(-EDGE);
  const r = right.text.slice(0, EDGE);
  const anew: JoinDecision = { glue: left.closes || right.opens ? "\n" : " ", doubtful: false };
  if (/^[,.;:!?)\]»”]/.test(r) || /[([«“]$/.test(l)) return { glue: "", doubtful: false };
  if (/\d$/.test(l) && /^\d/.test(r)) return { glue: " ", doubtful: true };
  if (/^\p{Lu}/u.test(r)) return isTornAcronym(l, r, words) ? { glue: "", doubtful: false } : anew;
  if (!/^\p{L}/u.test(r) || /[.!?:…]["”»)]?$/.test(l)) return anew;
  if (/\p{L}-$/u.test(l)) return { glue: /^(og|eller|samt)\b/u.test(r) ? " " : "", doubtful: false };
  if (!/\p{L}$/u.test(l)) return { glue: " ", doubtful: false };
  return decideWord(lastWord(l).toLowerCase(), firstWord(r).toLowerCase(), words);
}

function decideWord(left: string, right: string, words: Words): JoinDecision {
  const isWord = (word: string) =>
    word.length === 1 ? ONE_LETTER_WORDS.has(word) : FUNCTION_WORDS.has(word) || (words.get(word) ?? 0) > 0;
  const apart = isWord(left) && isWord(right);
  const together = (words.get(left + right) ?? 0) > 0;
  if (together) return { glue: "", doubtful: apart };
  if (apart) return { glue: " ", doubtful: false };
  if (right.length === 1 && !isWord(right)) return { glue: "", doubtful: false };
  if (left.length === 1 && !isWord(left) && !isWord(right)) return { glue: "", doubtful: false };
  return { glue: " ", doubtful: true };
}

function isTornAcronym(l: string, r: string, words: Words): boolean {
  const left = lastWord(l);
  const right = firstWord(r);
  if (left.length < 1 || left !== left.toUpperCase() || right !== right.toUpperCase()) return false;
  const seen = (word: string) => (words.get(word.toLowerCase()) ?? 0) > 0;
  return seen(left + right) && !(seen(left) && seen(right));
}

function lastWord(text: string): string {
  return /\p{L}+$/u.exec(text.slice(-EDGE))?.[0] ?? "";
}

function firstWord(text: string): string {
  return /^\p{L}+/u.exec(text.slice(0, EDGE))?.[0] ?? "";
}
