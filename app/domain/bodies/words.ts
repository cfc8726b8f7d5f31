/** What a governing body is, from the one that has the last word to those that prepare. */
export const bodyKinds = ["assembly", "board", "council", "working"] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** What somebody is in a body, in the order of a list of members. */
export const bodyParts = ["leader", "deputy_leader", "member", "deputy", "observer", "secretary"] as const;
export type BodyPart = (typeof bodyParts)[number];

/** The parts that may have a vote. */
export const votingParts: readonly BodyPart[] = ["leader", "deputy_leader", "member"];
