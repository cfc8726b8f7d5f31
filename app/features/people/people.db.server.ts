import type { RoleKind } from "~/domain/auth/permissions";
import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The person of this address in the region, made when there is none. A name is only given to a new one. */
export async function ensurePerson(db: RegionDb, { name, email }: { name: string; email: string }) {
  const address = email.trim().toLowerCase();
  const found = await db.person.findFirst({ where: { email: address } });
  return found ?? (await db.person.create({ data: { name, email: address } }));
}

export type NewRole = {
  personId: string;
  kind: RoleKind;
  actorId?: string | null;
  municipalityId?: string | null;
  validFrom: Date;
  validTo?: Date | null;
};

export async function createRole(db: RegionDb, role: NewRole) {
  return db.role.create({ data: role });
}

export async function findPerson(db: RegionDb, id: string) {
  return db.person.findFirst({ where: { id } });
}

const withPlaces = {
  id: true,
  kind: true,
  actorId: true,
  validFrom: true,
  validTo: true,
  actor: { select: { name: true } },
  municipality: { select: { municipality: { select: { number: true, name: true } } } },
} as const;

type StoredRole = {
  id: string;
  kind: RoleKind;
  actorId: string | null;
  validFrom: Date;
  validTo: Date | null;
  actor: { name: string } | null;
  municipality: { municipality: { number: string; name: string } } | null;
};

/** A role as pages show it: days as "YYYY-MM-DD", and what it is limited to by name. */
function roleFacts({ id, kind, actorId, validFrom, validTo, actor, municipality }: StoredRole) {
  return {
    id,
    kind,
    actorId,
    span: { from: isoDay(validFrom), to: validTo && isoDay(validTo) },
    actor: actor?.name ?? null,
    municipality: municipality?.municipality ?? null,
  };
}

export type RoleFacts = ReturnType<typeof roleFacts>;

/** People with a role on this day or later, by name, fifty and one at a time; `after` is the id the last page ended with. */
export async function membersPage(
  db: RegionDb,
  { today, after, search, kind }: { today: Date; after: string | null; search: string; kind: RoleKind | null },
) {
  const notEnded = { OR: [{ validTo: null }, { validTo: { gt: today } }] };
  const last = after === null ? null : await findPerson(db, after);
  const people = await db.person.findMany({
    where: {
      roles: { some: { ...notEnded, ...(kind && { kind }) } },
      AND: [
        ...(search
          ? [
              {
                OR: [
                  { name: { contains: search, mode: "insensitive" as const } },
                  { email: { contains: search, mode: "insensitive" as const } },
                ],
              },
            ]
          : []),
        ...(last ? [{ OR: [{ name: { gt: last.name } }, { name: last.name, id: { gt: last.id } }] }] : []),
      ],
    },
    select: {
      id: true,
      name: true,
      email: true,
      roles: { where: notEnded, select: withPlaces, orderBy: [{ validFrom: "asc" }, { id: "asc" }] },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 51,
  });
  return people.map(({ roles, ...person }) => ({ ...person, roles: roles.map(roleFacts) }));
}

/** The roles that ended last, newest end first. */
export async function endedRoles(db: RegionDb, today: Date, take: number) {
  const roles = await db.role.findMany({
    where: { validTo: { lte: today } },
    select: { ...withPlaces, person: { select: { id: true, name: true } } },
    orderBy: [{ validTo: "desc" }, { id: "desc" }],
    take,
  });
  return roles.map(({ person, ...role }) => ({ person, ...roleFacts(role) }));
}

/** A person with all roles she has and has had, newest first; null when there is none of this id. */
export async function personWithRoles(db: RegionDb, id: string) {
  const person = await db.person.findFirst({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      roles: { select: withPlaces, orderBy: [{ validFrom: "desc" }, { id: "desc" }] },
    },
  });
  return person && { ...person, roles: person.roles.map(roleFacts) };
}

export async function findPersonByEmail(db: RegionDb, email: string) {
  return db.person.findFirst({ where: { email } });
}

/** The people of these addresses: address -> id. */
export async function peopleByEmail(db: RegionDb, addresses: string[]): Promise<Map<string, string>> {
  const found = await db.person.findMany({ where: { email: { in: addresses } }, select: { id: true, email: true } });
  return new Map(found.map(({ id, email }) => [email, id]));
}

export async function createPeople(db: RegionDb, people: { id: string; name: string; email: string }[]): Promise<void> {
  await db.person.createMany({ data: people });
}

export async function findRole(db: RegionDb, id: string) {
  const role = await db.role.findFirst({ where: { id }, select: { ...withPlaces, personId: true } });
  return role && { personId: role.personId, ...roleFacts(role) };
}

/** All coordinator roles that have a day on or after this one. */
export async function coordinatorRoles(db: RegionDb, today: Date) {
  const roles = await db.role.findMany({
    where: { kind: "coordinator", OR: [{ validTo: null }, { validTo: { gt: today } }] },
    select: withPlaces,
  });
  return roles.map(roleFacts);
}

export async function setRoleEnd(db: RegionDb, id: string, validTo: Date | null): Promise<void> {
  await db.role.updateMany({ where: { id }, data: { validTo } });
}

export async function savePerson(db: RegionDb, id: string, data: { name: string; email: string }): Promise<void> {
  await db.person.updateMany({ where: { id }, data });
}

/** Takes back the links that have been sent to somebody and give away a role, or hers. */
export async function revokeRoleLinks(db: RegionDb, personId: string, now: Date): Promise<void> {
  await db.linkToken.updateMany({
    where: { personId, purpose: { in: ["role", "handover"] }, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** The actors a role can be limited to, in the region's order. */
export async function actorChoices(db: RegionDb) {
  return db.actor.findMany({ select: { id: true, name: true }, orderBy: [{ position: "asc" }, { id: "asc" }] });
}

/** The first people whose name or address has these words, by name. */
export async function searchPeople(db: RegionDb, words: string, take: number) {
  const has = { contains: words, mode: "insensitive" as const };
  return db.person.findMany({
    where: { OR: [{ name: has }, { email: has }] },
    select: { id: true, name: true, email: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take,
  });
}
