/** What sort of organisation an actor is, in the order it is chosen from. */
export const actorKinds = [
  "state",
  "county",
  "municipal",
  "association",
  "development_centre",
  "health_trust",
  "research",
  "user_council",
  "voluntary",
  "other",
] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Where an actor stands: in the support apparatus, in its extended form, or outside it. */
export const actorTiers = ["core", "extended", "outside"] as const;
export type ActorTier = (typeof actorTiers)[number];
