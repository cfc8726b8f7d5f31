import { addressKey } from "~/domain/audiences/resolve";
import type { AudienceFacts, KnownPerson, Membership, RulePart } from "~/domain/audiences/rule";
import { heldOn } from "~/features/regions/held-on";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a municipality is called, where it is of the register; `guest` is not in the region. */
export type MunicipalityFacts = {
  number: string;
  name: string;
  writtenStandard: "bokmal" | "nynorsk" | "neutral" | null;
  guest: boolean;
};

/** What stands on this day, where no first or last day is open. */
function standsOn(day: Date) {
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
      { OR: [{ validTo: null }, { validTo: { gt: day } }] },
    ],
  };
}

const member = { personId: true, municipalityId: true } as const;
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "nb");

/** Groups rows by a key, each row as it is wanted. */
function gather<Row, Out>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => Out) {
  const found = new Map<string, Out[]>();
  for (const row of rows) {
    const own = found.get(key(row));
    if (own) own.push(value(row));
    else found.set(key(row), [value(row)]);
  }
  return found;
}

/**
 * All that these parts can name, as it stands on a day (midnight UTC), in a number of queries that does not depend on
 * how many parts there are or how many people they give.
 */
export async function audienceFacts(db: RegionDb, parts: readonly RulePart[], day: Date) {
  const whom = parts.map((part) => part.whom);
  const has = (kind: RulePart["whom"]["kind"]) => whom.some((each) => each.kind === kind);
  const { municipalities, contacts } = await municipalitiesAndContacts(db, day);
  const areas = await municipalitiesOfAreas(
    db,
    whom.flatMap((each) => (each.kind === "area" ? [each.areaId] : [])),
  );
  for (const { municipality } of areas)
    if (!municipalities.has(municipality.id)) municipalities.set(municipality.id, guest(municipality));
  const networks = await membersOfNetworks(
    db,
    whom.flatMap((each) => (each.kind === "network" ? [each.networkId] : [])),
    day,
  );
  const groups = has("group") || has("network") ? await membersOfGroups(db, day) : new Map<string, Membership[]>();
  const actorIds = new Set([
    ...whom.flatMap((each) => (each.kind === "actor" ? [each.actorId] : [])),
    ...[...groups.values()].flat().flatMap(({ actorId, personId }) => (actorId && !personId ? [actorId] : [])),
  ]);
  const actors = await peopleOfActors(db, [...actorIds], day);
  const ids = new Set([
    ...whom.flatMap((each) => (each.kind === "person" ? [each.personId] : [])),
    ...contacts.map(({ personId }) => personId),
    ...[...networks.values(), ...groups.values()].flat().flatMap(({ personId }) => personId ?? []),
    ...[...actors.values()].flat(),
  ]);
  const addresses = whom.flatMap((each) => (each.kind === "address" ? [addressKey(each.address)] : []));
  const ofTheRegion = [...municipalities].filter(([, { guest: visits }]) => !visits).map(([id]) => id);
  const facts: AudienceFacts = {
    people: await peopleOf(db, [...ids], addresses),
    contacts,
    municipalities: ofTheRegion,
    areas: gather(
      areas.sort((a, b) => byName(a.municipality, b.municipality)),
      ({ areaId }) => areaId,
      ({ municipality }) => municipality.id,
    ),
    networks,
    groups,
    actors,
  };
  return { facts, municipalities: municipalities as ReadonlyMap<string, MunicipalityFacts> };
}

const guest = ({ number, name }: { number: string; name: string }): MunicipalityFacts => ({
  number,
  name,
  writtenStandard: null,
  guest: true,
});

async function municipalitiesAndContacts(db: RegionDb, day: Date) {
  const own = await db.$queryRaw<(Omit<MunicipalityFacts, "guest"> & { id: string })[]>`
    SELECT place.id, place.number, place.name, own.written_standard::text AS "writtenStandard"
    FROM region_municipality own JOIN municipality place ON place.id = own.municipality_id
    WHERE (own.valid_from IS NULL OR own.valid_from <= ${day}::date)
      AND (own.valid_to IS NULL OR own.valid_to > ${day}::date)`;
  const municipalities = new Map<string, MunicipalityFacts>(
    own.sort(byName).map(({ id, ...municipality }) => [id, { ...municipality, guest: false }]),
  );
  const roles = await db.role.findMany({
    where: { kind: "contact_person", municipalityId: { not: null }, ...heldOn(day) },
    select: member,
  });
  const holder = new Map(roles.map(({ personId, municipalityId }) => [municipalityId, personId]));
  const contacts = [...municipalities.keys()].flatMap((municipalityId) => {
    const personId = holder.get(municipalityId);
    return personId === undefined ? [] : [{ personId, municipalityId }];
  });
  return { municipalities, contacts };
}

async function municipalitiesOfAreas(db: RegionDb, areaIds: string[]) {
  if (areaIds.length === 0) return [];
  return db.areaMunicipality.findMany({
    where: { areaId: { in: areaIds } },
    select: { areaId: true, municipality: { select: { id: true, number: true, name: true } } },
  });
}

async function membersOfNetworks(db: RegionDb, networkIds: string[], day: Date): Promise<Map<string, Membership[]>> {
  if (networkIds.length === 0) return new Map();
  const found = await db.networkMember.findMany({
    where: { networkId: { in: networkIds }, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
    select: { ...member, networkId: true, groupId: true },
    orderBy: { id: "asc" },
  });
  return gather(
    found,
    ({ networkId }) => networkId,
    ({ personId, municipalityId, groupId }) => ({ personId, municipalityId, groupId, actorId: null }),
  );
}

async function membersOfGroups(db: RegionDb, day: Date): Promise<Map<string, Membership[]>> {
  const found = await db.groupMember.findMany({
    where: { ...standsOn(day), group: standsOn(day) },
    select: { ...member, groupId: true, memberGroupId: true, actorId: true },
    orderBy: [{ part: "asc" }, { id: "asc" }],
  });
  return gather(
    found,
    ({ groupId }) => groupId,
    ({ personId, municipalityId, actorId, memberGroupId }) => ({
      personId,
      municipalityId,
      actorId,
      groupId: memberGroupId,
    }),
  );
}

/** Those who work for these actors or for a unit of one. */
async function peopleOfActors(db: RegionDb, actorIds: string[], day: Date): Promise<Map<string, string[]>> {
  if (actorIds.length === 0) return new Map();
  const found = await db.$queryRaw<{ personId: string; actorId: string; parentId: string | null }[]>`
    SELECT at.person_id AS "personId", at.actor_id AS "actorId", actor.parent_id AS "parentId"
    FROM actor_person at JOIN actor ON (actor.region_id, actor.id) = (at.region_id, at.actor_id)
    WHERE (at.valid_from IS NULL OR at.valid_from <= ${day}::date) AND (at.valid_to IS NULL OR at.valid_to > ${day}::date)
      AND (at.actor_id = ANY (${actorIds}::uuid[]) OR actor.parent_id = ANY (${actorIds}::uuid[]))
    ORDER BY at.id`;
  const rows = found.flatMap(({ personId, actorId, parentId }) =>
    [actorId, parentId].flatMap((of) => (of === null ? [] : [{ of, personId }])),
  );
  return gather(
    rows,
    ({ of }) => of,
    ({ personId }) => personId,
  );
}

async function peopleOf(db: RegionDb, ids: string[], addresses: string[]): Promise<Map<string, KnownPerson>> {
  const found = await db.person.findMany({
    where: { OR: [{ id: { in: ids } }, { email: { in: addresses } }] },
    select: { id: true, name: true, email: true, heldSince: true, heldReason: true, optedOut: true },
  });
  return new Map(
    found.map(({ id, name, email, heldSince, heldReason, optedOut }) => [
      id,
      { personId: id, name, email, held: heldSince === null ? null : (heldReason ?? "by_hand"), optedOut },
    ]),
  );
}
