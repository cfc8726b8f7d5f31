import { circleOf } from "~/domain/groups/inside";
import type { GroupPart } from "~/domain/groups/words";
import { audit } from "~/features/audit/audit.server";
import { placesExist } from "~/features/groups/group-choices.db.server";
import { spanOfDays } from "~/features/groups/group-span";
import {
  createMember,
  deleteMember,
  findGroup,
  findMember,
  groupLinks,
  groupNames,
  type MemberFacts,
  membersOf,
  type NewMember,
  saveMember,
} from "~/features/groups/groups.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Who is or becomes a member: a person who may represent somebody, another group, or an actor or municipality as such. */
export type MemberOf = Pick<NewMember, "personId" | "memberGroupId" | "actorId" | "municipalityId">;

export type MemberRefusal = "not-found" | "nobody" | "end-before-start" | "already-member";
type Refused = { ok: false; reason: MemberRefusal } | { ok: false; reason: "circle"; names: string[] };

type Days = { part: GroupPart; first: string | null; last: string | null };

/** Takes a member in. The same one twice at the same time, and a group that would be inside itself, are refused. */
export async function addMember(
  db: RegionDb,
  { groupId, member, part, first, last }: { groupId: string; member: MemberOf } & Days,
): Promise<{ ok: true; id: string } | Refused> {
  await lockRegion(db, "groups");
  if (!(await findGroup(db, groupId))) return { ok: false, reason: "not-found" };
  const span = spanOfDays(first, last);
  if (!span.ok) return span;
  if (!(await placesExist(db, member))) return { ok: false, reason: "nobody" };
  const data = { groupId, part, ...member, validFrom: span.validFrom, validTo: span.validTo };
  const refused = (await circleFor(db, data)) ?? (await twiceFor(db, data, null));
  if (refused) return refused;
  const { id } = await createMember(db, data);
  await audit(db, { action: "created", subject: "group-member", id, after: written(data) });
  return { ok: true, id };
}

/** Changes a member's part and days, and whom a person represents. */
export async function changeMember(
  db: RegionDb,
  { groupId, id, part, first, last, represents }: { groupId: string; id: string; represents: Represented } & Days,
): Promise<{ ok: true } | Refused> {
  await lockRegion(db, "groups");
  const found = await findMember(db, id);
  if (found?.groupId !== groupId) return { ok: false, reason: "not-found" };
  const span = spanOfDays(first, last);
  if (!span.ok) return span;
  const before = rowOf(found);
  const days = { validFrom: span.validFrom, validTo: span.validTo };
  const after = { ...before, part, ...days, ...(found.personId !== null && represents) };
  if (found.personId !== null && !(await placesExist(db, after))) return { ok: false, reason: "nobody" };
  const refused = (await circleFor(db, after, id)) ?? (await twiceFor(db, after, id));
  if (refused) return refused;
  const { actorId, municipalityId } = after;
  await saveMember(db, id, { part, actorId, municipalityId, ...days });
  await audit(db, { action: "updated", subject: "group-member", id, before: written(before), after: written(after) });
  return { ok: true };
}

type Represented = Pick<NewMember, "actorId" | "municipalityId">;

/** Ends a membership now: it is not held from today on. One that has not begun is withdrawn. */
export async function endMember(
  db: RegionDb,
  { groupId, id, today }: { groupId: string; id: string; today: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" }> {
  const found = await findMember(db, id);
  if (found?.groupId !== groupId || (found.span.to !== null && found.span.to <= today))
    return { ok: false, reason: "not-found" };
  const before = rowOf(found);
  const to = found.span.from !== null && found.span.from > today ? found.span.from : today;
  const after = { ...before, validTo: new Date(to) };
  await saveMember(db, id, { validTo: after.validTo });
  await audit(db, { action: "updated", subject: "group-member", id, before: written(before), after: written(after) });
  return { ok: true };
}

/** Takes away a membership that was a slip, as if it had never been; the change log keeps it. */
export async function removeMember(
  db: RegionDb,
  { groupId, id }: { groupId: string; id: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" }> {
  const found = await findMember(db, id);
  if (found?.groupId !== groupId) return { ok: false, reason: "not-found" };
  await deleteMember(db, id);
  await audit(db, { action: "removed", subject: "group-member", id, before: written(rowOf(found)) });
  return { ok: true };
}

const rowOf = ({ groupId, part, personId, memberGroupId, actorId, municipalityId, span }: MemberFacts): NewMember => ({
  groupId,
  part,
  personId,
  memberGroupId,
  actorId,
  municipalityId,
  validFrom: span.from ? new Date(span.from) : null,
  validTo: span.to ? new Date(span.to) : null,
});

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
const written = ({ validFrom, validTo, ...row }: NewMember) => ({
  ...row,
  validFrom: day(validFrom),
  validTo: day(validTo),
});

async function circleFor(db: RegionDb, row: NewMember, self?: string): Promise<Refused | null> {
  if (row.memberGroupId === null) return null;
  const links = await groupLinks(db, { from: row.validFrom, to: row.validTo, but: self ?? null });
  const circle = circleOf(links, { groupId: row.groupId, memberGroupId: row.memberGroupId });
  if (!circle) return null;
  const names = await groupNames(db, circle);
  return { ok: false, reason: "circle", names: circle.map((id) => names.get(id) ?? "") };
}

/** The same member, for the same actor or municipality, on a day in common. */
async function twiceFor(db: RegionDb, row: NewMember, self: string | null): Promise<Refused | null> {
  const [from, to] = [day(row.validFrom), day(row.validTo)];
  const twice = (await membersOf(db, row.groupId)).some(
    (other) =>
      other.id !== self &&
      other.personId === row.personId &&
      other.memberGroupId === row.memberGroupId &&
      other.actorId === row.actorId &&
      other.municipalityId === row.municipalityId &&
      (to === null || other.span.from === null || other.span.from < to) &&
      (from === null || other.span.to === null || from < other.span.to),
  );
  return twice ? { ok: false, reason: "already-member" } : null;
}
