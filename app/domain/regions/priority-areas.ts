export type NumberedArea = { id: string; number: number };

/** The number after the highest; the first is 1. */
export function nextNumber(areas: readonly { number: number }[]): number {
  return Math.max(0, ...areas.map(({ number }) => number)) + 1;
}

/** Whether a number is free: no other priority area of the region has it. */
export function numberIsFree(areas: readonly NumberedArea[], number: number, own: string | null): boolean {
  return areas.every((area) => area.number !== number || area.id === own);
}

/** The word before the numbers, in the three languages, whatever the line breaks of a document did to it. */
const heading = /(?:innsatsområd(?:ene|ane|er|et|e|a)?|priorityareas?)(?:nr\.?|:)?/;
/** Numbers, one after another or from one to another: "2,3,4og5", "1-3". */
const numbers = /\d+(?:(?:,|;|\/|\+|&|\.|og|and|til|[-–])+\d+)*/;
const listed = new RegExp(`${heading.source}(${numbers.source})`, "g");
const every = new RegExp(
  `(?:alle|alledei|allede|all)(?:dei|de|the)?(?:\\d|fem|five)?${heading.source}|${heading.source}all(?!\\p{L}{2})`,
  "u",
);

/**
 * The priority areas that words name, by their numbers after the word for it ("Innsatsområde 2,3,4 og 5", "1–3"),
 * all of them ("Alle innsatsområda"), or by a name of their own. In the order of `areas`; numbers nobody has name none.
 */
export function readPriorityAreas(
  words: string,
  areas: readonly { id: string; number: number; name: string }[],
): string[] {
  if (areas.length === 0) return [];
  const text = words
    .toLowerCase()
    .normalize("NFC")
    .replace(/\u00ad/g, "");
  const joined = text
    .replace(/(\d)\s+(?=\d)/g, "$1,")
    .replace(/(\p{L})-(?=\s*\p{L})/gu, "$1")
    .replace(/\s+/g, "");
  if (every.test(joined)) return areas.map(({ id }) => id);
  const named = new Set<number>();
  for (const [, list = ""] of joined.matchAll(listed)) for (const number of numbersOf(list)) named.add(number);
  const spaced = ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  return areas.filter(({ number, name }) => named.has(number) || names(spaced, name)).map(({ id }) => id);
}

/** "2,3,4og5" as its numbers; a dash or "til" fills what is between. */
function numbersOf(list: string): number[] {
  const found: number[] = [];
  let between = "";
  for (const part of list.match(/\d+|\D+/g) ?? []) {
    if (!/^\d/.test(part)) {
      between = part;
      continue;
    }
    const [last, number] = [found.at(-1), Number(part)];
    if (last !== undefined && /^(?:til|[-–])$/.test(between) && number - last < 100)
      for (let step = last + 1; step < number; step += 1) found.push(step);
    found.push(number);
  }
  return found;
}

function names(spaced: string, name: string): boolean {
  const own = name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return own !== "" && spaced.includes(` ${own} `);
}
