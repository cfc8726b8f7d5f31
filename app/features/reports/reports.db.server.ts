import type { RoundKind } from "~/domain/reports/round-content";
import type { RoundForm } from "~/domain/reports/round-form";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { readAnswers, readRoundForm } from "~/features/reports/round-form.schema";
import { createBesides } from "~/features/reports/row-activities.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";
import type { Prisma } from "../../../prisma/generated/client";

const dayOrNull = (day: string | null) => (day === null ? null : new Date(day));

const roundColumns = {
  ...{ id: true, name: true, kind: true, from: true, to: true, rowsBy: true, submitBy: true, state: true },
  ...{ planId: true, previousId: true, form: true, texts: true, correction: true, submittedAt: true },
  ...{ importId: true, version: true },
} as const;

type RoundColumns = Prisma.ReportRoundGetPayload<{ select: typeof roundColumns }>;

const asRound = <R extends RoundColumns>({ from, to, rowsBy, submitBy, form, texts, ...round }: R) => ({
  ...round,
  ...{ from: isoDay(from), to: isoDay(to), rowsBy: isoDay(rowsBy), submitBy: isoDay(submitBy) },
  ...{ form: readRoundForm(form), texts: readAnswers(texts) },
});

export type StoredRound = ReturnType<typeof asRound<RoundColumns>>;
export type RoundState = StoredRound["state"];

/** The rounds of the region, the newest period first. */
export async function listRounds(db: RegionDb): Promise<StoredRound[]> {
  const rounds = await db.reportRound.findMany({
    select: roundColumns,
    orderBy: [{ to: "desc" }, { from: "desc" }, { id: "desc" }],
  });
  return rounds.map(asRound);
}

/** A round, with the year of its plan and the name of the one before. */
export async function findRound(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const found = await db.reportRound.findFirst({
    where: { id },
    select: {
      ...roundColumns,
      plan: { select: { id: true, year: true } },
      previous: { select: { id: true, name: true } },
    },
  });
  return found && asRound(found);
}

/** Holds the round's row until the transaction ends, so that its rows and its submission follow each other. */
export async function lockRound(db: RegionDb, id: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM report_round WHERE id = ${id}::uuid FOR UPDATE`;
}

export type NewRound = {
  name: string;
  kind: RoundKind;
  /** ISO days. */
  from: string;
  to: string;
  rowsBy: string | null;
  submitBy: string | null;
  planId: string | null;
  previousId: string | null;
  form: RoundForm;
  importId?: string | null;
};

export async function createRound(db: RegionDb, { from, to, rowsBy, submitBy, ...round }: NewRound): Promise<string> {
  const made = await db.reportRound.create({
    data: {
      ...round,
      ...{ from: new Date(from), to: new Date(to), rowsBy: dayOrNull(rowsBy), submitBy: dayOrNull(submitBy) },
    },
    select: { id: true },
  });
  return made.id;
}

/** Changes a round that is still at `version`; false when somebody else was first. */
export async function updateRound(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  change: Partial<Pick<NewRound, "name" | "rowsBy" | "submitBy" | "form" | "planId" | "previousId">> & {
    texts?: Record<string, string>;
    correction?: string;
    state?: RoundState;
    submittedAt?: Date | null;
  },
): Promise<boolean> {
  const { rowsBy, submitBy, ...rest } = change;
  const { count } = await db.reportRound.updateMany({
    where: { id, version },
    data: {
      ...rest,
      ...(rowsBy !== undefined && { rowsBy: dayOrNull(rowsBy) }),
      ...(submitBy !== undefined && { submitBy: dayOrNull(submitBy) }),
      version: version + 1,
    },
  });
  return count === 1;
}

const rowColumns = {
  ...{ id: true, roundId: true, position: true, activityId: true, asks: true, area: true, focusArea: true },
  ...{ strategy: true, measure: true, activity: true, timing: true, ownerId: true, answers: true, state: true },
  ...{ deliveredAt: true, remindedAt: true, version: true },
  owner: { select: { id: true, name: true } },
  activityRow: { select: { id: true, owner: true, state: true, reason: true, carriedFromId: true } },
  besides: { select: { activityId: true }, orderBy: { activityId: "asc" } },
} as const;

type RowColumns = Prisma.ReportRowGetPayload<{ select: typeof rowColumns }>;

const asRow = ({ answers, activityRow, besides, ...row }: RowColumns) => ({
  ...row,
  /** The activities it speaks of besides the one it reports on. */
  besides: besides.map(({ activityId }) => activityId),
  answers: readAnswers(answers),
  carriedFromId: activityRow?.carriedFromId ?? null,
  /** Where its activity of the plan stands now, and who owns it in words. */
  planned: activityRow && {
    id: activityRow.id,
    owner: activityRow.owner,
    state: activityRow.state,
    reason: activityRow.reason,
  },
});

export type StoredRow = ReturnType<typeof asRow>;

/** The rows of a round in their order. */
export async function listRows(db: RegionDb, roundId: string): Promise<StoredRow[]> {
  const rows = await db.reportRow.findMany({
    where: { roundId },
    select: rowColumns,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(asRow);
}

export async function findRow(db: RegionDb, id: string): Promise<StoredRow | null> {
  if (!isUuid(id)) return null;
  const row = await db.reportRow.findFirst({ where: { id }, select: rowColumns });
  return row && asRow(row);
}

export type NewRow = Pick<
  StoredRow,
  "position" | "activityId" | "area" | "focusArea" | "strategy" | "measure" | "activity" | "timing" | "ownerId"
> &
  Partial<Pick<StoredRow, "asks" | "answers" | "state" | "deliveredAt" | "besides">>;

/** Writes new rows; gives their ids, in the rows' order. */
export async function createRows(db: RegionDb, roundId: string, rows: readonly NewRow[]): Promise<string[]> {
  const made = rows.map((row) => ({ id: newId(), ...row }));
  if (made.length > 0)
    await db.reportRow.createMany({ data: made.map(({ besides: _, ...row }) => ({ ...row, roundId })) });
  await createBesides(
    db,
    made.flatMap(({ id: rowId, besides = [] }) => besides.map((activityId) => ({ rowId, activityId }))),
  );
  return made.map(({ id }) => id);
}

/** Changes a row that is still at `version`; false when somebody else was first. */
export async function updateRow(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  change: Partial<Pick<StoredRow, "answers" | "state" | "deliveredAt" | "ownerId" | "activityId" | "asks">>,
): Promise<boolean> {
  const { count } = await db.reportRow.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1 },
  });
  return count === 1;
}

/** The activities of a plan in its order, with the words they stand under. */
export async function planActivities(db: RegionDb, planId: string) {
  const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];
  const areas = await db.actionArea.findMany({
    where: { planId },
    orderBy: inOrder,
    select: {
      priorityArea: { select: { name: true } },
      focusAreas: {
        orderBy: inOrder,
        select: {
          name: true,
          measures: {
            orderBy: inOrder,
            select: {
              ...{ name: true, strategy: true },
              activities: { orderBy: inOrder, select: { id: true, name: true, timing: true, ownerId: true } },
            },
          },
        },
      },
    },
  });
  return areas.flatMap(({ priorityArea, focusAreas }) =>
    focusAreas.flatMap((focus) =>
      focus.measures.flatMap((measure) =>
        measure.activities.map(({ id, name, timing, ownerId }) => ({
          ...{ activityId: id, activity: name, timing, ownerId },
          ...{ area: priorityArea.name, focusArea: focus.name, strategy: measure.strategy, measure: measure.name },
        })),
      ),
    ),
  );
}

/** The plans a round can be of, the newest first. */
export async function listRoundPlans(db: RegionDb) {
  return db.actionPlan.findMany({ select: { id: true, year: true, state: true }, orderBy: { year: "desc" } });
}

/** Those a row can be handed to: people with a role in the region that is not a municipality's, by name. */
export async function listRowOwners(db: RegionDb, today: string) {
  const day = new Date(today);
  const roles = await db.role.findMany({
    where: {
      kind: { notIn: ["contact_person", "directorate"] },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    select: { person: { select: { id: true, name: true } } },
  });
  const people = new Map(roles.map(({ person }) => [person.id, person]));
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

/** How many rows each round has, and how many of them are delivered. */
export async function countRows(db: RegionDb): Promise<Map<string, { all: number; delivered: number }>> {
  const counted = await db.reportRow.groupBy({ by: ["roundId", "state"], _count: true });
  const rounds = new Map<string, { all: number; delivered: number }>();
  for (const { roundId, state, _count: count } of counted) {
    const { all, delivered } = rounds.get(roundId) ?? { all: 0, delivered: 0 };
    rounds.set(roundId, { all: all + count, delivered: delivered + (state === "delivered" ? count : 0) });
  }
  return rounds;
}

/** How many people have rows in each round that is not submitted, and have not delivered them all. */
export async function openRowOwners(db: RegionDb): Promise<Map<string, number>> {
  const found = await db.$queryRaw<{ id: string; people: number }[]>`
    SELECT r.id, count(DISTINCT w.owner_id)::int AS people
    FROM report_round r JOIN report_row w ON (w.region_id, w.round_id) = (r.region_id, r.id)
    WHERE r.state <> 'submitted' AND w.state <> 'delivered' AND w.owner_id IS NOT NULL
    GROUP BY r.id`;
  return new Map(found.map(({ id, people }) => [id, people]));
}

/** People by name, with what is needed to write to them. */
export async function ownersWithMail(db: RegionDb, ids: string[]) {
  return db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, email: true, locale: true, heldSince: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** Marks the owners of rows that are not delivered as written to. */
export async function markReminded(
  db: RegionDb,
  { roundId, ownerIds, at }: { roundId: string; ownerIds: string[]; at: Date },
): Promise<void> {
  await db.reportRow.updateMany({
    where: { roundId, ownerId: { in: ownerIds }, state: { not: "delivered" } },
    data: { remindedAt: at },
  });
}

/** The cases a report is treated in, the first made first. */
export async function casesOfRound(db: RegionDb, roundId: string) {
  return db.case.findMany({
    where: { roundId, parentId: null },
    select: { id: true, title: true, state: true, closed: true, body: { select: { id: true, name: true } } },
    orderBy: { id: "asc" },
  });
}

/** The round a case is about. */
export async function findRoundOfCase(db: RegionDb, caseId: string) {
  const found = await db.case.findFirst({
    where: { id: caseId },
    select: { round: { select: { id: true, name: true, state: true, submittedAt: true } } },
  });
  return found?.round ?? null;
}
