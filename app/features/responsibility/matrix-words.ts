import { type PartCode, partCodes } from "~/domain/responsibility/parts";
import { m } from "~/i18n/messages/messages";
import { isImplied, partIn } from "./matrix-cells";

const words: Record<PartCode, () => string> = {
  a: () => m.responsibility_part_a(),
  p: () => m.responsibility_part_p(),
  c: () => m.responsibility_part_c(),
  k: () => m.responsibility_part_k(),
  i: () => m.responsibility_part_i(),
};

/** "Ansvarleg" */
export const partWord = (part: PartCode | null) => (part ? words[part]() : m.responsibility_part_none());

/** The letter that stands for a part in the reader's language: A U B K I, in English A P S C I. */
export const partLetter = (part: PartCode) => m.responsibility_letters().charAt(partCodes.indexOf(part));

/** Which part a key sets, by the letters of the reader's language. */
export function partOfKey(key: string): PartCode | null {
  if (key.length !== 1) return null;
  return partCodes[m.responsibility_letters().indexOf(key.toUpperCase())] ?? null;
}

/** How a cell's code is spoken. */
export function codeWords(code: string): string {
  if (code === "-") return m.responsibility_none_said();
  const part = partIn(code);
  return isImplied(code) ? m.responsibility_implied({ part: partWord(part) }) : partWord(part);
}
