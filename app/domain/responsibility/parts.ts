/** The parts an actor can play in a task or plan row, the one that says most first. */
export const parts = ["accountable", "performs", "contributes", "consulted", "informed"] as const;
export type Part = (typeof parts)[number];

/** What somebody can say of an actor and a row: a part, or that an implied one is none. */
export type SaidPart = Part | "none";

/** The parts as a character each, in the same order. */
export const partCodes = ["a", "p", "c", "k", "i"] as const;
export type PartCode = (typeof partCodes)[number];

const codes: Record<Part, PartCode> = {
  accountable: "a",
  performs: "p",
  contributes: "c",
  consulted: "k",
  informed: "i",
};

export const codeOf = (part: Part): PartCode => codes[part];

/** The part of a character; null for one that is none. */
export function partOf(code: string): Part | null {
  return parts.find((part) => codes[part] === code) ?? null;
}

/** Whether one part says more than another; any says more than none. */
export function saysMore(part: Part, than: Part | undefined): boolean {
  return than === undefined || parts.indexOf(part) < parts.indexOf(than);
}
