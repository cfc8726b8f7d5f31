import type { AudienceFacts, KnownPerson, MailScope, Membership, RulePart, Whom, WhomKind } from "./rule";

/** Why somebody is in an audience: through which part, and for which municipality. */
export type Reason = { partId: string; municipalityId: string | null };

/** Somebody in an audience, once, with every reason; `personId` is null for an address that is nobody's yet. */
export type Reached = Omit<KnownPerson, "personId"> & {
  personId: string | null;
  /** The first municipality she is there for. */
  municipalityId: string | null;
  reasons: Reason[];
};

export type Resolved = {
  people: Reached[];
  /** Those whose address is held: nothing is sent to them. */
  held: Reached[];
  /** Those who have opted out of what is asked about; of anything, when nothing is. */
  optedOut: Reached[];
  /** Municipalities a part names that nobody is contact person for. */
  vacant: { municipalityId: string; partIds: string[] }[];
};

type Found = { personId: string; municipalityId: string | null } | { name: string; address: string };
type Named = { people: Found[]; municipalities: string[] };

/** Addresses are one and the same whatever their case. */
export const addressKey = (address: string): string => address.trim().toLowerCase();

/**
 * The people a rule gives, from what stands on one day. Parts are taken in their order, but an exclusion wins wherever
 * it stands: who is named by one is in no list. Nobody is there twice, and a single address that is a person's is her.
 *
 * @param scope what is to be sent, when it is known: only those who have opted out of that are put apart
 */
export function resolveAudience(
  parts: readonly RulePart[],
  facts: AudienceFacts,
  scope: MailScope | null = null,
): Resolved {
  const lookUp = lookUpIn(facts);
  const excluded = parts.filter(({ excludes }) => excludes).map(({ whom }) => lookUp.named(whom));
  const out = new Set(excluded.flatMap(({ people }) => people.map((found) => lookUp.keyOf(found))));
  const outMunicipalities = new Set(excluded.flatMap(({ municipalities }) => municipalities));
  const reached = new Map<string, Reached>();
  const vacant = new Map<string, string[]>();
  for (const { id, excludes, whom } of parts) {
    if (excludes) continue;
    const named = lookUp.named(whom);
    for (const found of named.people) {
      const key = lookUp.keyOf(found);
      if (key !== null && !out.has(key)) addReason(reached, key, lookUp.reach(found), id, municipalityOf(found));
    }
    for (const municipalityId of named.municipalities)
      if (!lookUp.hasContact(municipalityId) && !outMunicipalities.has(municipalityId))
        vacant.set(municipalityId, [...(vacant.get(municipalityId) ?? []), id]);
  }
  const all = [...reached.values()];
  const refuses = ({ optedOut }: Reached) => (scope === null ? optedOut.length > 0 : optedOut.includes(scope));
  return {
    people: all.filter((each) => each.held === null && !refuses(each)),
    held: all.filter((each) => each.held !== null),
    optedOut: all.filter((each) => each.held === null && refuses(each)),
    vacant: [...vacant].map(([municipalityId, partIds]) => ({ municipalityId, partIds: [...new Set(partIds)] })),
  };
}

const municipalityOf = (found: Found) => ("personId" in found ? found.municipalityId : null);

function addReason(
  reached: Map<string, Reached>,
  key: string,
  fresh: Omit<Reached, "reasons" | "municipalityId">,
  partId: string,
  municipalityId: string | null,
): void {
  const known = reached.get(key);
  const reasons = known?.reasons ?? [];
  if (!reasons.some((reason) => reason.partId === partId && reason.municipalityId === municipalityId))
    reasons.push({ partId, municipalityId });
  if (known) known.municipalityId ??= municipalityId;
  else reached.set(key, { ...fresh, municipalityId, reasons });
}

/** Questions to the facts, each answered from an index. */
function lookUpIn(facts: AudienceFacts) {
  const contactOf = new Map(facts.contacts.map(({ personId, municipalityId }) => [municipalityId, personId]));
  const byAddress = new Map([...facts.people.values()].map((person) => [addressKey(person.email), person]));
  const personOf = (found: Found) =>
    "personId" in found ? facts.people.get(found.personId) : byAddress.get(addressKey(found.address));

  const ofMunicipalities = (ids: readonly string[]): Named => ({
    people: ids.flatMap((municipalityId) => {
      const personId = contactOf.get(municipalityId);
      return personId === undefined ? [] : [{ personId, municipalityId }];
    }),
    municipalities: [...ids],
  });
  const ofActor = (actorId: string): Named => ({
    people: (facts.actors.get(actorId) ?? []).map((personId) => ({ personId, municipalityId: null })),
    municipalities: [],
  });
  /** The members, and those of the groups among them, however deep; each group once. */
  const ofMembers = (members: readonly Membership[], seen: Set<string>): Named =>
    together(
      members.map(({ personId, municipalityId, actorId, groupId }) => {
        if (personId !== null) return { people: [{ personId, municipalityId }], municipalities: [] };
        if (groupId !== null) return ofGroup(groupId, seen);
        if (actorId !== null) return ofActor(actorId);
        return ofMunicipalities(municipalityId === null ? [] : [municipalityId]);
      }),
    );
  const ofGroup = (groupId: string, seen: Set<string>): Named => {
    if (seen.has(groupId)) return { people: [], municipalities: [] };
    seen.add(groupId);
    return ofMembers(facts.groups.get(groupId) ?? [], seen);
  };

  const given: { [K in WhomKind]: (whom: Extract<Whom, { kind: K }>) => Named } = {
    contact_persons: () => ofMunicipalities(facts.municipalities),
    area: ({ areaId }) => ofMunicipalities(facts.areas.get(areaId) ?? []),
    municipality: ({ municipalityId }) => ofMunicipalities([municipalityId]),
    network: ({ networkId }) => ofMembers(facts.networks.get(networkId) ?? [], new Set()),
    group: ({ groupId }) => ofGroup(groupId, new Set()),
    actor: ({ actorId }) => ofActor(actorId),
    person: ({ personId }) => ({ people: [{ personId, municipalityId: null }], municipalities: [] }),
    address: ({ name, address }) => ({ people: [{ name, address }], municipalities: [] }),
  };

  return {
    named: (whom: Whom): Named => (given[whom.kind] as (whom: Whom) => Named)(whom),
    hasContact: (municipalityId: string) => contactOf.has(municipalityId),
    /** What makes two the same one; null for a person who is not known. */
    keyOf(found: Found): string | null {
      const person = personOf(found);
      if (person) return addressKey(person.email);
      return "address" in found ? addressKey(found.address) : null;
    },
    reach(found: Found): Omit<Reached, "reasons" | "municipalityId"> {
      const person = personOf(found);
      if (person) return { ...person };
      const single = found as { name: string; address: string };
      return { personId: null, name: single.name, email: addressKey(single.address), held: null, optedOut: [] };
    },
  };
}

function together(named: Named[]): Named {
  return {
    people: named.flatMap(({ people }) => people),
    municipalities: named.flatMap(({ municipalities }) => municipalities),
  };
}
