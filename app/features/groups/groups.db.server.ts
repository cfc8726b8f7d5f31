import type { GroupKind, GroupPart } from "~/domain/groups/words";
import { groupKinds } from "~/domain/groups/words";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

export const pageSize = 50;

/** What stands on this day (midnight UTC), as a condition of a query; no first or last day is open. */
export function standsOn(day: Date) {
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
      { OR: [{ validTo: null }, { validTo: { gt: day } }] },
    ],
  };
}

/** From a day (inclusive) to a day (exclusive), "YYYY-MM-DD"; null is open. */
export type OpenSpan = { from: string | null; to: string | null };

const spanOf = ({ validFrom, validTo }: { validFrom: Date | null; validTo: Date | null }): OpenSpan => ({
  from: isoDay(validFrom),
  to: isoDay(validTo),
});

/** The members of all groups that stand on this day, as far as they lead to actors. */
export async function actorMembersOn(db: RegionDb, day: Date) {
  return db.groupMember.findMany({
    where: {
      ...standsOn(day),
      group: standsOn(day),
      OR: [{ actorId: { not: null } }, { memberGroupId: { not: null } }],
    },
    select: { groupId: true, actorId: true, memberGroupId: true },
    orderBy: [{ part: "asc" }, { id: "asc" }],
  });
}

const withPlaces = {
  id: true,
  groupId: true,
  part: true,
  personId: true,
  memberGroupId: true,
  actorId: true,
  municipalityId: true,
  validFrom: true,
  validTo: true,
  person: { select: { id: true, name: true, email: true } },
  memberGroup: { select: { id: true, name: true } },
  actor: { select: { id: true, name: true, shortName: true } },
  municipality: { select: { municipality: { select: { id: true, number: true, name: true } } } },
} as const;

type StoredMember = NonNullable<Awaited<ReturnType<typeof rawMember>>>;

async function rawMember(db: RegionDb, id: string) {
  return db.groupMember.findFirst({ where: { id }, select: withPlaces });
}

/** A member as pages show it: who is the member, and whom a person represents. */
function memberFacts({ person, memberGroup, actor, municipality, validFrom, validTo, ...member }: StoredMember) {
  return {
    id: member.id,
    groupId: member.groupId,
    part: member.part,
    personId: member.personId,
    memberGroupId: member.memberGroupId,
    actorId: member.actorId,
    municipalityId: member.municipalityId,
    person,
    group: memberGroup,
    actor,
    municipality: municipality?.municipality ?? null,
    span: spanOf({ validFrom, validTo }),
  };
}

export type MemberFacts = ReturnType<typeof memberFacts>;

/**
 * Groups that have not ended (or that have), by kind and in the region's order, fifty and one at a time, with their
 * leaders and how many members they have on the day; `after` is the id the last page ended with.
 */
export async function groupsPage(
  db: RegionDb,
  { day, ended, after }: { day: Date; ended: boolean; after: string | null },
) {
  const last = isUuid(after) ? await db.group.findFirst({ where: { id: after } }) : null;
  const later = last ? groupKinds.slice(groupKinds.indexOf(last.kind) + 1) : [];
  const found = await db.group.findMany({
    where: {
      AND: [
        ended ? { validTo: { lte: day } } : { OR: [{ validTo: null }, { validTo: { gt: day } }] },
        last
          ? {
              OR: [
                { kind: { in: later } },
                { kind: last.kind, position: { gt: last.position } },
                { kind: last.kind, position: last.position, id: { gt: last.id } },
              ],
            }
          : {},
      ],
    },
    select: {
      id: true,
      name: true,
      kind: true,
      purpose: true,
      validFrom: true,
      validTo: true,
      actor: { select: { id: true, name: true, shortName: true } },
      members: { where: { part: "leader", ...standsOn(day) }, select: withPlaces, orderBy: { id: "asc" }, take: 5 },
      _count: { select: { members: { where: standsOn(day) } } },
    },
    orderBy: [{ kind: "asc" }, { position: "asc" }, { id: "asc" }],
    take: pageSize + 1,
  });
  return found.map(({ members, _count, validFrom, validTo, ...group }) => ({
    ...group,
    leaders: members.map(memberFacts),
    members: _count.members,
    span: spanOf({ validFrom, validTo }),
  }));
}

export async function countGroups(db: RegionDb, day: Date): Promise<{ standing: number; ended: number }> {
  const all = await db.group.count();
  const ended = await db.group.count({ where: { validTo: { lte: day } } });
  return { standing: all - ended, ended };
}

export async function findGroup(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const group = await db.group.findFirst({
    where: { id },
    include: { actor: { select: { id: true, name: true, shortName: true } } },
  });
  if (!group) return null;
  const { validFrom, validTo, regionId: _regionId, updatedAt: _updatedAt, ...facts } = group;
  return { ...facts, span: spanOf({ validFrom, validTo }) };
}

export type FoundGroup = NonNullable<Awaited<ReturnType<typeof findGroup>>>;

/** All members a group has and has had, leaders first. */
export async function membersOf(db: RegionDb, groupId: string) {
  const found = await db.groupMember.findMany({
    where: { groupId },
    select: withPlaces,
    orderBy: [{ part: "asc" }, { id: "asc" }],
  });
  return found.map(memberFacts);
}

export async function findMember(db: RegionDb, id: string) {
  const found = await rawMember(db, id);
  return found && memberFacts(found);
}

/** Where a group is a member or chosen: of other groups and networks on the day, and in audiences. */
export async function usesOf(db: RegionDb, id: string, day: Date) {
  const name = { select: { id: true, name: true } };
  const groups = await db.groupMember.findMany({
    where: { memberGroupId: id, ...standsOn(day) },
    select: { group: name },
  });
  const networks = await db.networkMember.findMany({
    where: { groupId: id, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
    select: { network: name },
  });
  const rules = await db.audienceRule.findMany({ where: { groupId: id }, select: { audience: name } });
  const audiences = new Map(rules.map(({ audience }) => [audience.id, audience]));
  return {
    groups: groups.map(({ group }) => group),
    networks: networks.map(({ network }) => network),
    audiences: [...audiences.values()],
  };
}

/** The groups that are members of groups on a day the span has, without one membership that is to change. */
export async function groupLinks(
  db: RegionDb,
  { from, to, but }: { from: Date | null; to: Date | null; but: string | null },
) {
  const found = await db.groupMember.findMany({
    where: {
      memberGroupId: { not: null },
      ...(but && { id: { not: but } }),
      AND: [
        to ? { OR: [{ validFrom: null }, { validFrom: { lt: to } }] } : {},
        from ? { OR: [{ validTo: null }, { validTo: { gt: from } }] } : {},
      ],
    },
    select: { groupId: true, memberGroupId: true },
  });
  return found.flatMap(({ groupId, memberGroupId }) => (memberGroupId ? [{ groupId, memberGroupId }] : []));
}

export async function groupNames(db: RegionDb, ids: string[]): Promise<Map<string, string>> {
  const found = await db.group.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(found.map(({ id, name }) => [id, name]));
}

export type GroupData = {
  name: string;
  kind: GroupKind;
  purpose: string;
  actorId: string | null;
  validFrom: Date | null;
  validTo: Date | null;
};

export async function createGroup(db: RegionDb, data: GroupData) {
  const last = await db.group.aggregate({ _max: { position: true } });
  return db.group.create({ data: { ...data, position: (last._max.position ?? 0) + 1 }, select: { id: true } });
}

/** Saves a group that is still at this version; false when somebody else was first. */
export async function saveGroup(db: RegionDb, id: string, version: number, data: GroupData): Promise<boolean> {
  const { count } = await db.group.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function deleteGroup(db: RegionDb, id: string): Promise<void> {
  await db.group.deleteMany({ where: { id } });
}

/** What stands against removing a group: it has had members, is one itself, or its name means it. */
export async function isGroupUsed(db: RegionDb, id: string): Promise<boolean> {
  const found = await db.group.findFirst({
    where: {
      id,
      OR: [
        { members: { some: {} } },
        { memberOf: { some: {} } },
        { networkMembers: { some: {} } },
        { audienceRules: { some: {} } },
      ],
    },
    select: { id: true },
  });
  return found !== null;
}

export type NewMember = {
  groupId: string;
  part: GroupPart;
  personId: string | null;
  memberGroupId: string | null;
  actorId: string | null;
  municipalityId: string | null;
  validFrom: Date | null;
  validTo: Date | null;
};

export async function createMember(db: RegionDb, data: NewMember) {
  return db.groupMember.create({ data, select: { id: true } });
}

export async function saveMember(
  db: RegionDb,
  id: string,
  data: Partial<Pick<NewMember, "part" | "actorId" | "municipalityId" | "validFrom" | "validTo">>,
): Promise<void> {
  await db.groupMember.updateMany({ where: { id }, data });
}

export async function deleteMember(db: RegionDb, id: string): Promise<void> {
  await db.groupMember.deleteMany({ where: { id } });
}
