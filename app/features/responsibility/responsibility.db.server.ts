import type { SaidSpan } from "~/domain/responsibility/said";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Days are at midnight UTC in the database. */
export const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
const isoDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** What holds on a day, as a condition of a query; null is open. */
function holdsOn(day: string) {
  const date = midnight(day);
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: date } }] },
      { OR: [{ validTo: null }, { validTo: { gt: date } }] },
    ],
  };
}

/** The actors of a day, units among them. */
export async function actorsOn(db: RegionDb, day: string) {
  return db.actor.findMany({
    where: holdsOn(day),
    select: { id: true, parentId: true, name: true, shortName: true, tier: true, position: true },
  });
}

export type ActorOnDay = Awaited<ReturnType<typeof actorsOn>>[number];

/** The tasks of a day with the name and place of the actor they belong to, who may have ended; in the region's order. */
export async function tasksOn(db: RegionDb, day: string) {
  return db.task.findMany({
    where: holdsOn(day),
    select: { id: true, name: true, actorId: true, position: true, actor: { select: { name: true, position: true } } },
    orderBy: [{ actor: { position: "asc" } }, { actorId: "asc" }, { position: "asc" }, { id: "asc" }],
  });
}

/** The rows of a plan in its own order. */
export async function planRowsOf(db: RegionDb, planId: string) {
  return db.planRow.findMany({
    where: { planId },
    select: { id: true, channel: true, channelId: true, goal: true, theme: true, timing: true, responsible: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** What is said on a day of every task and of the rows of a plan, by row: actors and parts. One line a row: there may be 24,000. */
export async function saidOnDay(db: RegionDb, day: string, planId: string | null) {
  const rows = await db.$queryRaw<{ row: string; said: string }[]>`
    SELECT coalesce(task_id, plan_row_id)::text AS row, string_agg(actor_id::text || part::text, ',') AS said
    FROM responsibility
    WHERE (valid_from IS NULL OR valid_from <= ${day}::date) AND (valid_to IS NULL OR valid_to > ${day}::date)
      AND (task_id IS NOT NULL OR plan_row_id IN (SELECT id FROM plan_row WHERE plan_id = ${planId}::uuid))
    GROUP BY 1`;
  return new Map(rows.map(({ row, said }) => [row, said]));
}

/** The actors that have a task, or a part somebody has said, and the wordings of "Ansvar", whatever the day and plan. */
export async function everInvolved(db: RegionDb) {
  const rows = await db.$queryRaw<{ kind: string; value: string }[]>`
    SELECT DISTINCT 'actor' AS kind, actor_id::text AS value FROM responsibility
    UNION SELECT 'actor', actor_id::text FROM task
    UNION SELECT 'words', responsible FROM plan_row`;
  const of = (wanted: string) => rows.flatMap(({ kind, value }) => (kind === wanted ? [value] : []));
  return { actorIds: of("actor"), words: of("words") };
}

/** The days from which the matrix has been approved to hold, the earliest first. */
export async function approvalDays(db: RegionDb): Promise<string[]> {
  const found = await db.responsibilityApproval.findMany({
    select: { validFrom: true },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  });
  return found.map(({ validFrom }) => validFrom.toISOString().slice(0, 10));
}

export async function insertApproval(db: RegionDb, validFrom: string, personId: string | null): Promise<string> {
  const { id } = await db.responsibilityApproval.create({ data: { validFrom: midnight(validFrom), personId } });
  return id;
}

export async function priorityAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

/** The priority areas somebody has chosen, by task or plan row. */
export async function chosenAreas(db: RegionDb): Promise<Map<string, string[]>> {
  const links = await db.priorityAreaLink.findMany({
    where: { networkId: null },
    select: { priorityAreaId: true, taskId: true, planRowId: true },
  });
  const chosen = new Map<string, string[]>();
  for (const { priorityAreaId, taskId, planRowId } of links) {
    const row = taskId ?? planRowId ?? "";
    chosen.set(row, [...(chosen.get(row) ?? []), priorityAreaId]);
  }
  return chosen;
}

/** A row of the matrix: a task, or a row of a plan. */
export type FoundRow =
  | { kind: "task"; id: string; name: string; actorId: string; owner: string; from: string | null; to: string | null }
  | {
      kind: "plan-row";
      id: string;
      channel: string;
      theme: string;
      timing: string;
      responsible: string;
      plan: { from: string; to: string };
    };

/** The task or plan row of this id; null for an id that is neither, or another region's. */
export async function findRow(db: RegionDb, id: string): Promise<FoundRow | null> {
  if (!isUuid(id)) return null;
  const task = await db.task.findFirst({ where: { id }, include: { actor: { select: { name: true } } } });
  if (task) {
    const { name, actorId, actor, validFrom, validTo } = task;
    return { kind: "task", id, name, actorId, owner: actor.name, from: isoDay(validFrom), to: isoDay(validTo) };
  }
  const row = await db.planRow.findFirst({ where: { id }, include: { plan: { select: { from: true, to: true } } } });
  if (!row) return null;
  const { channel, theme, timing, responsible } = row;
  const plan = { from: isoDay(row.plan.from) ?? "", to: isoDay(row.plan.to) ?? "" };
  return { kind: "plan-row", id: row.id, channel, theme, timing, responsible, plan };
}

export type StoredSaying = SaidSpan & { id: string };

/** Everything that has been said of a row, for any day. */
export async function sayingsOf(db: RegionDb, row: Pick<FoundRow, "kind" | "id">): Promise<StoredSaying[]> {
  const found = await db.responsibility.findMany({
    where: row.kind === "task" ? { taskId: row.id } : { planRowId: row.id },
    select: { id: true, actorId: true, part: true, validFrom: true, validTo: true },
    orderBy: [{ actorId: "asc" }, { validFrom: "asc" }],
  });
  return found.map(({ id, actorId, part, validFrom, validTo }) => ({
    id,
    actorId,
    part,
    from: isoDay(validFrom),
    to: isoDay(validTo),
  }));
}

/** Takes away some of what was said of a row and says other things. */
export async function replaceSayings(
  db: RegionDb,
  row: Pick<FoundRow, "kind" | "id">,
  { gone, made }: { gone: readonly string[]; made: readonly SaidSpan[] },
): Promise<void> {
  if (gone.length > 0) await db.responsibility.deleteMany({ where: { id: { in: [...gone] } } });
  if (made.length === 0) return;
  await db.responsibility.createMany({
    data: made.map(({ actorId, part, from, to }) => ({
      actorId,
      part,
      ...(row.kind === "task" ? { taskId: row.id } : { planRowId: row.id }),
      validFrom: from && midnight(from),
      validTo: to && midnight(to),
    })),
  });
}

/** What has been written down about the parts of a row, the newest first, at most fifty, and who did it. */
export async function partHistory(db: RegionDb, rowId: string) {
  const events = await db.auditEvent.findMany({
    where: { subjectKind: { in: ["responsibility", "task", "plan-row"] }, subjectId: rowId },
    orderBy: { id: "desc" },
    take: 50,
  });
  const ids = [...new Set(events.flatMap(({ personId }) => personId ?? []))];
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map((event) => ({ ...event, person: event.personId && (names.get(event.personId) ?? null) }));
}

/** The names of actors, whatever the day. */
export async function actorNames(db: RegionDb): Promise<Map<string, string>> {
  const actors = await db.actor.findMany({ select: { id: true, name: true } });
  return new Map(actors.map(({ id, name }) => [id, name]));
}

/** What is said on a day of plan rows, by actor. */
export async function saidOfRows(db: RegionDb, planRowIds: readonly string[], day: string) {
  return db.responsibility.findMany({
    where: { planRowId: { in: [...planRowIds] }, ...holdsOn(day) },
    select: { planRowId: true, actorId: true, part: true },
    orderBy: [{ planRowId: "asc" }, { actorId: "asc" }],
  });
}

/** Says parts in plan rows from a day on, null since ever. */
export async function insertSayings(
  db: RegionDb,
  said: readonly { planRowId: string; actorId: string; part: SaidSpan["part"]; validFrom: string | null }[],
): Promise<void> {
  await db.responsibility.createMany({
    data: said.map(({ validFrom, ...one }) => ({ ...one, validFrom: validFrom && midnight(validFrom) })),
  });
}
