import type { ContentItem } from "./minutes-content";

/** "8" and 2017 of "8/2017"; null of an item without a number. */
export function numberOf({ number }: Pick<ContentItem, "number">): { number: number; year: number } | null {
  const [, digits, year] = /^(\d{1,4})\/(\d{4})$/.exec(number) ?? [];
  return digits && year ? { number: Number(digits), year: Number(year) } : null;
}

/** A number as it is written, two figures at least: "04/2017". */
export const written = (number: number, year: number): string => `${String(number).padStart(2, "0")}/${year}`;

/** What an item is called among those of a meeting: "14/2017", "18/2017 B", else its title. */
export function itemLabel(item: Pick<ContentItem, "number" | "letter" | "title">, parent = ""): string {
  if (item.number !== "") return item.number;
  return item.letter === "" ? item.title : `${parent} ${item.letter}`.trim();
}
