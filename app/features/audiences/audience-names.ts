import type { WhomKind } from "~/domain/audiences/rule";
import type { HoldReason } from "~/domain/delivery/hold";
import type { ShownPart } from "~/features/audiences/audience.view.server";
import { m } from "~/i18n/messages/messages";
import type { IconName } from "~/ui/icons";

/** What a part of a rule can name, as a choice: "Medlemmene i eit nettverk". */
export const kindChoices: Record<WhomKind, () => string> = {
  contact_persons: () => m.audiences_kind_contact_persons(),
  area: () => m.audiences_kind_area(),
  municipality: () => m.audiences_kind_municipality(),
  network: () => m.audiences_kind_network(),
  group: () => m.audiences_kind_group(),
  actor: () => m.audiences_kind_actor(),
  person: () => m.audiences_kind_person(),
  address: () => m.audiences_kind_address(),
};

export const kindIcons: Record<WhomKind, IconName> = {
  contact_persons: "person-group",
  area: "pin",
  municipality: "pin",
  network: "network",
  group: "person-group",
  actor: "buildings",
  person: "person",
  address: "mail",
};

const words: Record<WhomKind, (named: { name: string }) => string> = {
  contact_persons: () => m.audiences_part_contact_persons(),
  area: (named) => m.audiences_part_area(named),
  municipality: (named) => m.audiences_part_municipality(named),
  network: (named) => m.audiences_part_network(named),
  group: (named) => m.audiences_part_group(named),
  actor: (named) => m.audiences_part_actor(named),
  person: ({ name }) => name,
  address: ({ name }) => name,
};

/** One part in words: "kontaktpersonane i Hordaland". */
export function partWords({ kind, name }: Pick<ShownPart, "kind" | "name">): string {
  return words[kind]({ name });
}

/** A whole rule in words: "Alle kontaktpersonar og medlemmene i «X», utan kontaktpersonen i Voss". */
export function ruleWords(parts: readonly ShownPart[]): string {
  const list = (some: ShownPart[]) => {
    const all = some.map(partWords);
    const last = all.pop() ?? "";
    return all.length === 0 ? last : m.audiences_and({ first: all.join(", "), last });
  };
  const [taken, left] = [parts.filter(({ excludes }) => !excludes), parts.filter(({ excludes }) => excludes)];
  if (taken.length === 0) return m.audiences_rule_nobody();
  const sentence = left.length === 0 ? list(taken) : m.audiences_without({ taken: list(taken), left: list(left) });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const scopes = {
  newsletters: () => m.audiences_scope_newsletters(),
  invitations: () => m.audiences_scope_invitations(),
  reminders: () => m.audiences_scope_reminders(),
};

/** What somebody has opted out of: "Ønskjer ikkje nyheitsbrev, påminningar". */
export function optedOutWords(optedOut: readonly (keyof typeof scopes)[]): string {
  return m.audiences_opted_out_of({ scopes: optedOut.map((scope) => scopes[scope]()).join(", ") });
}

/** Why nothing is sent to an address. */
export function heldWords(reason: HoldReason | null): string {
  if (reason === "complained") return m.audiences_held_complained();
  return reason === "bounced" ? m.audiences_held_bounced() : m.audiences_held_by_hand();
}

/** A municipality's written standard: "Nynorsk"; unknown is said. */
export function standardWords(standard: "bokmal" | "nynorsk" | "neutral" | null): string {
  if (standard === null) return m.audiences_standard_unknown();
  const names = {
    bokmal: () => m.audiences_standard_bokmal(),
    nynorsk: () => m.audiences_standard_nynorsk(),
    neutral: () => m.audiences_standard_neutral(),
  };
  return names[standard]();
}
