/** What a governing body is, from the one that has the last word to those that prepare. */
export const bodyKinds = ["assembly", "board", "council", "working"] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** What somebody is in a body, in the order of a list of members. */
export const bodyParts = ["leader", "deputy_leader", "member", "deputy", "observer", "secretary"] as const;
export type BodyPart = (typeof bodyParts)[number];

/** The parts that may have a vote. */
export const votingParts: readonly BodyPart[] = ["leader", "deputy_leader", "member"];

/** What a body most likely is by its name, for one that is made from its minutes: "Styringsgruppen" is a board. */
export function kindNamed(name: string): BodyKind {
  if (/general|årsmøte|representantskap/i.test(name)) return "assembly";
  if (/styr(?:e|ing)/i.test(name)) return "board";
  return /arbeid|prosjekt/i.test(name) ? "working" : "council";
}
