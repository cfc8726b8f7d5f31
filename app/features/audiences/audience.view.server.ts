import { type Reached, resolveAudience as resolve } from "~/domain/audiences/resolve";
import type { MailScope, RulePart } from "~/domain/audiences/rule";
import { audienceFacts, type MunicipalityFacts } from "~/features/audiences/audience-facts.db.server";
import {
  allAudiences,
  allNetworks,
  audiencesPage,
  countAudiences,
  findAudience,
  type NamedPart,
  pageSize,
  partsOf,
  plainPartsOf,
} from "~/features/audiences/audiences.db.server";
import { historyOf } from "~/features/audit/history.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Municipalities = ReadonlyMap<string, MunicipalityFacts>;

const shown = (each: Reached, municipalities: Municipalities) => {
  const municipality = municipalities.get(each.municipalityId ?? "");
  return {
    personId: each.personId,
    name: each.name,
    email: each.email,
    municipalityId: each.municipalityId,
    municipalityName: municipality?.name ?? null,
    writtenStandard: municipality?.writtenStandard ?? null,
    held: each.held,
    optedOut: [...each.optedOut],
    partIds: [...new Set(each.reasons.map(({ partId }) => partId))],
  };
};

export type AudienceMember = ReturnType<typeof shown>;

type Known = Awaited<ReturnType<typeof audienceFacts>>;

function reachedBy(parts: readonly RulePart[], { facts, municipalities }: Known, scope: MailScope | null) {
  return reachedWith(resolve(parts, facts, scope), municipalities);
}

function reachedWith(found: ReturnType<typeof resolve>, municipalities: Municipalities) {
  const list = (reached: Reached[]) => reached.map((each) => shown(each, municipalities));
  return {
    people: list(found.people),
    held: list(found.held),
    optedOut: list(found.optedOut),
    vacant: found.vacant.flatMap(({ municipalityId, partIds }) => {
      const known = municipalities.get(municipalityId);
      return known ? [{ municipalityId, partIds, number: known.number, name: known.name, guest: known.guest }] : [];
    }),
  };
}

/**
 * Whom an audience reaches on a day (midnight UTC), each once; those whose address is held, those who have opted out
 * of what is to be sent (of anything, when no scope is given), and the municipalities it names that have no contact
 * person. Nobody, when there is no such audience.
 */
export async function resolveAudience(db: RegionDb, audienceId: string, day: Date, scope: MailScope | null = null) {
  return resolveOne(db, { is: "audience", audienceId }, day, scope);
}

/** All contact persons, as an audience that is always there. */
export async function resolveContactPersons(db: RegionDb, day: Date, scope: MailScope | null = null) {
  return resolveOne(db, { is: "contact-persons" }, day, scope);
}

/** The members of a network, as an audience that is always there. */
export async function resolveMembers(db: RegionDb, networkId: string, day: Date, scope: MailScope | null = null) {
  return resolveOne(db, { is: "members", networkId }, day, scope);
}

/** Those who have these seats, each for the municipality of hers; a seat without a person is passed over. */
export async function resolveSeats(
  db: RegionDb,
  seats: readonly { personId: string | null; municipalityId: string | null }[],
  day: Date,
  scope: MailScope | null = null,
) {
  const taken = seats.flatMap(({ personId, municipalityId }) =>
    personId ? [{ personId, municipalityId, actorId: null, groupId: null }] : [],
  );
  const named = taken.map(({ personId }): RulePart => {
    return { id: personId, excludes: false, whom: { kind: "person", personId } };
  });
  const whom = { kind: "network", networkId: "seats" } as const;
  const { facts, municipalities } = await audienceFacts(db, named, day);
  const networks = new Map([[whom.networkId, taken]]);
  const found = resolve([{ id: "members", excludes: false, whom }], { ...facts, networks }, scope);
  return reachedWith(found, municipalities);
}

/** The members of all networks, as an audience that is always there. */
export async function resolveAllMembers(db: RegionDb, day: Date, scope: MailScope | null = null) {
  return resolveOne(db, { is: "members", networkId: null }, day, scope);
}

/** An audience that is kept, or one that is always there; a network of null is all of them. */
export type AnyAudience =
  | { is: "audience"; audienceId: string }
  | { is: "contact-persons" }
  | { is: "members"; networkId: string | null };

export type Resolved = ReturnType<typeof reachedBy>;

async function resolveOne(db: RegionDb, audience: AnyAudience, day: Date, scope: MailScope | null): Promise<Resolved> {
  return (await resolveMany(db, new Map([["", audience]]), day, scope)).get("") as Resolved;
}

/**
 * The same of many audiences, each under its own key, in a number of queries that does not depend on how many they are
 * or how many people they reach.
 */
export async function resolveMany(
  db: RegionDb,
  wanted: ReadonlyMap<string, AnyAudience>,
  day: Date,
  scope: MailScope | null = null,
): Promise<Map<string, Resolved>> {
  const all = [...wanted.values()];
  const ids = all.flatMap((one) => (one.is === "audience" ? [one.audienceId] : []));
  const kept = Map.groupBy(ids.length > 0 ? await plainPartsOf(db, ids) : [], ({ audienceId }) => audienceId);
  const everyNetwork = all.some((one) => one.is === "members" && one.networkId === null);
  const networks = everyNetwork ? (await allNetworks(db)).map(({ id }) => id) : [];
  const part = (id: string, whom: RulePart["whom"]) => ({ id, excludes: false, whom });
  const partsOfOne = (one: AnyAudience): RulePart[] => {
    if (one.is === "audience") return kept.get(one.audienceId) ?? [];
    if (one.is === "contact-persons") return [part("all", { kind: "contact_persons" })];
    const own = one.networkId === null ? networks : [one.networkId];
    return own.map((networkId) => part(networkId, { kind: "network", networkId }));
  };
  const parts = new Map([...wanted].map(([key, one]) => [key, partsOfOne(one)]));
  if (parts.size === 0) return new Map();
  const known = await audienceFacts(db, [...parts.values()].flat(), day);
  return new Map([...parts].map(([key, own]) => [key, reachedBy(own, known, scope)]));
}

/** Which of these audiences somebody is in on a day, whether or not mail reaches her. */
export async function audiencesOfPerson(
  db: RegionDb,
  { audienceIds, personId, day }: { audienceIds: string[]; personId: string; day: Date },
): Promise<Set<string>> {
  if (audienceIds.length === 0) return new Set();
  const parts = await partsOf(db, audienceIds);
  const { facts } = await audienceFacts(db, parts, day);
  const isIn = (audienceId: string) => {
    const own = parts.filter((part) => part.audienceId === audienceId);
    const { people, held, optedOut } = resolve(own, facts);
    return [...people, ...held, ...optedOut].some((each) => each.personId === personId);
  };
  return new Set(audienceIds.filter(isIn));
}

/** The audiences by name, to choose from. */
export async function audienceChoices(db: RegionDb) {
  return allAudiences(db);
}

/** A page of audiences, each with its rule, how many it reaches today, and what is bound to it. */
export async function audiencesView(db: RegionDb, { today, after }: { today: string; after: string | null }) {
  const found = await audiencesPage(db, after);
  const audiences = found.slice(0, pageSize);
  const parts = await partsOf(
    db,
    audiences.map(({ id }) => id),
  );
  const { facts } = await audienceFacts(db, parts, new Date(today));
  return {
    audiences: audiences.map(({ words, _count, ...audience }) => {
      const own = parts.filter(({ audienceId }) => audienceId === audience.id);
      const { people, held, optedOut } = resolve(own, facts);
      return {
        ...audience,
        parts: own.map(plain),
        people: people.length,
        apart: held.length + optedOut.length,
        words: words.map((each) => each.shown),
        networks: _count.networks,
      };
    }),
    total: await countAudiences(db),
    next: found.length > pageSize ? (audiences.at(-1)?.id ?? null) : null,
  };
}

/** A part as a page shows it. */
const plain = ({ id, excludes, whom, name }: NamedPart) => ({
  id,
  excludes,
  kind: whom.kind,
  name: whom.kind === "address" ? `${name} (${whom.address})` : name,
});
export type ShownPart = ReturnType<typeof plain>;

const keyOf = ({ personId, partIds }: AudienceMember) => personId ?? partIds[0] ?? "";

/**
 * One audience: its rule, fifty of those it reaches (`after` is the key the last page ended with), and those who are
 * not reached, with the reason.
 */
export async function audienceView(
  db: RegionDb,
  { id, today, after }: { id: string; today: string; after: string | null },
) {
  const audience = await findAudience(db, id);
  if (!audience) return null;
  const parts = await partsOf(db, [id]);
  const resolved = reachedBy(parts, await audienceFacts(db, parts, new Date(today)), null);
  const { people } = resolved;
  const start = after === null ? 0 : people.findIndex((each) => keyOf(each) === after) + 1;
  const page = people.slice(start, start + pageSize);
  const last = page.at(-1);
  const locales = (standard: string | null) => people.filter((each) => each.writtenStandard === standard).length;
  return {
    audience,
    parts: parts.map(plain),
    people: page,
    start,
    counts: {
      people: people.length,
      bokmal: locales("bokmal"),
      nynorsk: locales("nynorsk"),
      other: locales("neutral") + locales(null),
    },
    held: resolved.held,
    optedOut: resolved.optedOut,
    vacant: resolved.vacant,
    next: last && start + pageSize < people.length ? keyOf(last) : null,
    history: await historyOf(db, { id, subjects: ["audience"] }),
  };
}

export type AudienceView = NonNullable<Awaited<ReturnType<typeof audienceView>>>;

/** An audience as its editing page needs it, with how many it reaches. */
export async function audienceToEdit(db: RegionDb, { id, today }: { id: string; today: string }) {
  const audience = await findAudience(db, id);
  if (!audience) return null;
  const parts = await partsOf(db, [id]);
  const { facts } = await audienceFacts(db, parts, new Date(today));
  const all = resolve(parts, facts);
  return {
    audience,
    parts: parts.map((part) => {
      const alone = resolve([{ ...part, excludes: false }], facts);
      return { ...plain(part), gives: alone.people.length + alone.held.length + alone.optedOut.length };
    }),
    counts: {
      people: all.people.length,
      held: all.held.length,
      optedOut: all.optedOut.length,
      vacant: all.vacant.length,
    },
  };
}

export type AudienceToEdit = NonNullable<Awaited<ReturnType<typeof audienceToEdit>>>;
