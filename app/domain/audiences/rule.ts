/**
 * Whom a part of an audience names. A new kind (a stage of progress) is one line here and one in `resolve`.
 */
export type Whom =
  | { kind: "contact_persons" }
  | { kind: "area"; areaId: string }
  | { kind: "municipality"; municipalityId: string }
  | { kind: "network"; networkId: string }
  | { kind: "group"; groupId: string }
  | { kind: "actor"; actorId: string }
  | { kind: "person"; personId: string }
  | { kind: "address"; name: string; address: string };

export type WhomKind = Whom["kind"];

/** In the order a form offers them. */
export const whomKinds = [
  "contact_persons",
  "area",
  "municipality",
  "network",
  "group",
  "actor",
  "person",
  "address",
] as const satisfies readonly WhomKind[];

/** One part of an audience, which takes in or leaves out; exclusions win whatever the order. */
export type RulePart = { id: string; excludes: boolean; whom: Whom };

export type MailScope = "newsletters" | "invitations" | "reminders";

/** A person as a rule meets her: nothing is sent to a held address (M3), nor what she has opted out of (M2). */
export type KnownPerson = {
  personId: string;
  name: string;
  email: string;
  held: "bounced" | "by_hand" | "complained" | null;
  optedOut: readonly MailScope[];
};

/** A member of a network or group: a person, for a municipality or nobody; a municipality, an actor or a group as such. */
export type Membership = {
  personId: string | null;
  municipalityId: string | null;
  actorId: string | null;
  groupId: string | null;
};

/** Everything rules can name, as it stands on one day. */
export type AudienceFacts = {
  people: ReadonlyMap<string, KnownPerson>;
  /** The contact persons, in the order of the municipalities' names. */
  contacts: readonly { personId: string; municipalityId: string }[];
  /** The municipalities of the region, in the order of their names. */
  municipalities: readonly string[];
  areas: ReadonlyMap<string, readonly string[]>;
  networks: ReadonlyMap<string, readonly Membership[]>;
  groups: ReadonlyMap<string, readonly Membership[]>;
  actors: ReadonlyMap<string, readonly string[]>;
};
