/** What a group is for, in the order lists show it. */
export const groupKinds = ["working", "coordination", "project", "steering", "other"] as const;
export type GroupKind = (typeof groupKinds)[number];

/** What a member is in a group, the first first. */
export const groupParts = ["leader", "member", "deputy"] as const;
export type GroupPart = (typeof groupParts)[number];
