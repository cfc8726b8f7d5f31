import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveAudience } from "~/domain/audiences/resolve";
import type { AudienceFacts, KnownPerson, MailScope, Membership, RulePart, Whom } from "~/domain/audiences/rule";

const person = (personId: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  personId,
  name: `Kontakt ${personId}`,
  email: `${personId}@samvirk.example`,
  held: null,
  optedOut: [],
  ...more,
});
const member = (more: Partial<Membership>): Membership => ({
  personId: null,
  municipalityId: null,
  actorId: null,
  groupId: null,
  ...more,
});
const take = (whom: Whom): RulePart => ({ id: JSON.stringify(whom), excludes: false, whom });
const leave = (whom: Whom): RulePart => ({ id: `not ${JSON.stringify(whom)}`, excludes: true, whom });

const facts: AudienceFacts = {
  people: new Map(
    [
      person("p1"),
      person("p2"),
      person("p3", { held: "bounced" }),
      person("p4", { optedOut: ["newsletters"] }),
      person("p5"),
    ].map((each) => [each.personId, each]),
  ),
  contacts: [
    { personId: "p1", municipalityId: "alver" },
    { personId: "p2", municipalityId: "bergen" },
    { personId: "p1", municipalityId: "voss" },
  ],
  municipalities: ["alver", "bergen", "solund", "voss"],
  areas: new Map([["nord", ["solund", "voss", "guest"]]]),
  networks: new Map([
    ["n", [member({ municipalityId: "bergen" }), member({ groupId: "g" }), member({ personId: "p5" })]],
  ]),
  groups: new Map([
    ["g", [member({ personId: "p3", municipalityId: "alver" }), member({ groupId: "h" })]],
    ["h", [member({ actorId: "a" }), member({ groupId: "g" }), member({ municipalityId: "solund" })]],
  ]),
  actors: new Map([["a", ["p4", "p5"]]]),
};
const ids = (parts: RulePart[]) => resolveAudience(parts, facts).people.map(({ personId }) => personId);

describe("an audience", () => {
  it("gives the contact persons, each once, and says which municipality has none", () => {
    const all = resolveAudience([take({ kind: "contact_persons" })], facts);
    expect(all.people.map(({ personId, municipalityId }) => [personId, municipalityId])).toEqual([
      ["p1", "alver"],
      ["p2", "bergen"],
    ]);
    expect(all.people[0]?.reasons.map(({ municipalityId }) => municipalityId)).toEqual(["alver", "voss"]);
    expect(all.vacant.map(({ municipalityId }) => municipalityId)).toEqual(["solund"]);
  });

  it("gives those of an area, and names a guest that nobody here answers for", () => {
    const nord = resolveAudience([take({ kind: "area", areaId: "nord" })], facts);
    expect(nord.people.map(({ personId }) => personId)).toEqual(["p1"]);
    expect(nord.vacant.map(({ municipalityId }) => municipalityId)).toEqual(["solund", "guest"]);
  });

  it("goes through networks, groups within groups and the people of actors, and ends a circle", () => {
    const network = resolveAudience([take({ kind: "network", networkId: "n" })], facts);
    expect(network.people.map(({ personId }) => personId)).toEqual(["p2", "p5"]);
    expect(network.held.map(({ personId, held }) => [personId, held])).toEqual([["p3", "bounced"]]);
    expect(network.optedOut.map(({ personId }) => personId)).toEqual(["p4"]);
    expect(network.vacant.map(({ municipalityId }) => municipalityId)).toEqual(["solund"]);
  });

  it("puts apart only those who have opted out of what is to be sent, when that is known", () => {
    const parts = [take({ kind: "actor", actorId: "a" })];
    const opted = (scope: MailScope) => resolveAudience(parts, facts, scope).optedOut.map(({ personId }) => personId);
    expect(opted("newsletters")).toEqual(["p4"]);
    expect(opted("invitations")).toEqual([]);
    expect(resolveAudience(parts, facts, "invitations").people.map(({ personId }) => personId)).toEqual(["p4", "p5"]);
  });

  it("leaves out what an exclusion names, wherever it stands", () => {
    const [all, voss] = [take({ kind: "contact_persons" }), leave({ kind: "municipality", municipalityId: "bergen" })];
    expect(ids([all, voss])).toEqual(["p1"]);
    expect(ids([voss, all])).toEqual(["p1"]);
  });

  it("does not call a municipality vacant that is left out", () => {
    const without = leave({ kind: "municipality", municipalityId: "solund" });
    expect(resolveAudience([take({ kind: "contact_persons" }), without], facts).vacant).toEqual([]);
  });

  it("takes a single address for the person it belongs to, in and out", () => {
    const address = { kind: "address", name: "Nokon", address: " P1@Samvirk.example" } as const;
    const both = resolveAudience([take(address), take({ kind: "person", personId: "p1" })], facts);
    expect(both.people).toMatchObject([{ personId: "p1", name: "Kontakt p1", reasons: [{}, {}] }]);
    expect(ids([take({ kind: "contact_persons" }), leave(address)])).toEqual(["p2"]);
    const foreign = take({ ...address, address: "Post@Anna.example" });
    expect(resolveAudience([foreign], facts).people).toMatchObject([{ personId: null, email: "post@anna.example" }]);
  });

  it("gives nobody for what is gone", () => {
    const gone: Whom[] = [
      { kind: "area", areaId: "x" },
      { kind: "network", networkId: "x" },
      { kind: "group", groupId: "x" },
      { kind: "actor", actorId: "x" },
      { kind: "person", personId: "x" },
    ];
    expect(resolveAudience(gone.map(take), facts)).toEqual({ people: [], held: [], optedOut: [], vacant: [] });
  });
});

const pick = (prefix: string, most: number) => fc.integer({ min: 0, max: most }).map((n) => `${prefix}${n}`);
const orNull = (of: fc.Arbitrary<string>) => fc.option(of, { nil: null });
const membership: fc.Arbitrary<Membership> = fc.oneof(
  fc.record({ personId: pick("p", 9), municipalityId: orNull(pick("m", 5)) }).map(member),
  pick("m", 5).map((municipalityId) => member({ municipalityId })),
  pick("a", 3).map((actorId) => member({ actorId })),
  pick("g", 4).map((groupId) => member({ groupId })),
);
const mapOf = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(key, value), { maxLength: 6 }).map((pairs) => new Map(pairs));
const anyFacts: fc.Arbitrary<AudienceFacts> = fc.record({
  people: fc
    .array(
      fc.record({
        n: fc.integer({ min: 0, max: 9 }),
        held: fc.constantFrom(null, null, "bounced" as const),
        optedOut: fc.subarray<MailScope>(["newsletters", "invitations", "reminders"]),
      }),
    )
    .map((some) => new Map(some.map(({ n, ...more }) => [`p${n}`, person(`p${n}`, more)]))),
  contacts: fc.uniqueArray(fc.record({ personId: pick("p", 9), municipalityId: pick("m", 5) }), {
    selector: ({ municipalityId }) => municipalityId,
  }),
  municipalities: fc.uniqueArray(pick("m", 5)),
  areas: mapOf(pick("r", 3), fc.array(pick("m", 6))),
  networks: mapOf(pick("n", 3), fc.array(membership)),
  groups: mapOf(pick("g", 4), fc.array(membership)),
  actors: mapOf(pick("a", 3), fc.array(pick("p", 9))),
});
const whom: fc.Arbitrary<Whom> = fc.oneof(
  fc.constant({ kind: "contact_persons" as const }),
  pick("r", 3).map((areaId) => ({ kind: "area" as const, areaId })),
  pick("m", 6).map((municipalityId) => ({ kind: "municipality" as const, municipalityId })),
  pick("n", 3).map((networkId) => ({ kind: "network" as const, networkId })),
  pick("g", 4).map((groupId) => ({ kind: "group" as const, groupId })),
  pick("a", 3).map((actorId) => ({ kind: "actor" as const, actorId })),
  pick("p", 9).map((personId) => ({ kind: "person" as const, personId })),
  pick("P", 11).map((n) => ({ kind: "address" as const, name: "N", address: `${n}@samvirk.example` })),
);
const anyParts = fc
  .array(fc.tuple(fc.boolean(), whom), { maxLength: 8 })
  .map((parts) => parts.map(([excludes, named], at) => ({ id: String(at), excludes, whom: named })));
const everybody = ({ people, held, optedOut }: ReturnType<typeof resolveAudience>) => [...people, ...held, ...optedOut];
const emails = (resolved: ReturnType<typeof resolveAudience>) => everybody(resolved).map(({ email }) => email);

describe("any audience", () => {
  it("never has anybody twice", () => {
    fc.assert(
      fc.property(anyParts, anyFacts, (parts, some) => {
        const found = emails(resolveAudience(parts, some));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it("never has anybody whom an exclusion names", () => {
    fc.assert(
      fc.property(anyParts, anyFacts, (parts, some) => {
        const out = parts.filter(({ excludes }) => excludes).map((part) => ({ ...part, excludes: false }));
        const named = new Set(emails(resolveAudience(out, some)));
        expect(emails(resolveAudience(parts, some)).filter((email) => named.has(email))).toEqual([]);
      }),
    );
  });

  it("has the same people whatever the order of its parts", () => {
    fc.assert(
      fc.property(anyParts, anyFacts, (parts, some) => {
        const sorted = (list: RulePart[]) => emails(resolveAudience(list, some)).sort();
        expect(sorted([...parts].reverse())).toEqual(sorted(parts));
      }),
    );
  });

  it("never has a held address, or one who opted out, among those who are reached, and gives everybody a reason", () => {
    fc.assert(
      fc.property(anyParts, anyFacts, fc.constantFrom("invitations" as const, null), (parts, some, scope) => {
        const resolved = resolveAudience(parts, some, scope);
        expect(resolved.people.some(({ held }) => held !== null)).toBe(false);
        expect(resolved.people.some(({ optedOut }) => optedOut.includes(scope ?? "reminders"))).toBe(false);
        const including = new Set(parts.filter(({ excludes }) => !excludes).map(({ id }) => id));
        for (const { reasons } of everybody(resolved)) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(reasons.every(({ partId }) => including.has(partId))).toBe(true);
        }
      }),
    );
  });
});
