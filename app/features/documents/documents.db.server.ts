import type { Period } from "~/domain/documents/types";
import { isoDay } from "~/domain/shared/days";
import {
  type Cells,
  importColumns,
  linksColumn,
  type ProductRow,
  type Target,
  targetKey,
} from "~/features/documents/compare-document";
import type { ImportChoices } from "~/features/documents/import-choices";
import type { StatusReportChoices } from "~/features/documents/status-report-choices";
import { systemClock } from "~/platform/clock";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

const pageSize = 50;

/** What is read out of a text, apart from minutes. */
type TextKind = "document" | "action_plan" | "status_report";

export async function createImport(
  db: RegionDb,
  {
    fileName,
    text,
    choices,
    personId,
    kind = "document",
  }: {
    fileName: string;
    text: string;
    choices: ImportChoices | StatusReportChoices;
    personId: string | null;
    kind?: TextKind;
  },
): Promise<string> {
  const { id } = await db.import.create({ data: { kind, fileName, text, choices, personId }, select: { id: true } });
  return id;
}

export async function findImport(db: RegionDb, id: string, kind: TextKind = "document") {
  return db.import.findFirst({ where: { id, kind } });
}

/** Newest first, fifty at a time and one more; `after` is the id the last page ended with. */
export async function importPage(db: RegionDb, after: string | null) {
  return db.import.findMany({
    where: { kind: "document", ...(after && { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: { id: true, fileName: true, state: true, result: true, createdAt: true, savedAt: true },
  });
}

/** Those of one kind that came last, the newest first. */
export async function lastImports(db: RegionDb, kind: TextKind, take: number) {
  return db.import.findMany({
    where: { kind },
    orderBy: { id: "desc" },
    take,
    select: { id: true, fileName: true, state: true, createdAt: true },
  });
}

export async function keepChoices(
  db: RegionDb,
  id: string,
  choices: ImportChoices | StatusReportChoices,
): Promise<boolean> {
  const { count } = await db.import.updateMany({ where: { id, state: "staged" }, data: { choices } });
  return count === 1;
}

/** The text goes when the import is over: it may name people, and nothing needs it. */
export async function closeImport(
  db: RegionDb,
  id: string,
  outcome:
    | { state: "discarded" }
    | {
        state: "saved";
        savedAt: Date;
        choices: ImportChoices | StatusReportChoices;
        result: Prisma.InputJsonValue;
      },
): Promise<boolean> {
  const { count } = await db.import.updateMany({ where: { id, state: "staged" }, data: { ...outcome, text: "" } });
  return count === 1;
}

/** The rows each target has now, by `targetKey`, in their order. `lock` holds them until the transaction ends. */
export async function productRows(db: RegionDb, targets: Target[], lock: boolean): Promise<Map<string, ProductRow[]>> {
  const found = new Map<string, ProductRow[]>();
  const has = (kind: Target["kind"]) => targets.some((target) => target.kind === kind);
  const orderBy = [{ position: "asc" as const }, { id: "asc" as const }];
  if (has("actors")) {
    if (lock) await db.$executeRaw`SELECT 1 FROM actor FOR UPDATE`;
    // A task that has a last day has been taken out of the actor's words.
    const tasks = { where: { validTo: null }, select: { name: true }, orderBy };
    const rows = await db.actor.findMany({ where: { parentId: null }, orderBy, include: { tasks } });
    found.set(
      "actors",
      rows.map((row) => productRow("actors", { ...row, tasks: row.tasks.map(({ name }) => name).join("\n") })),
    );
  }
  if (has("networks")) {
    if (lock) await db.$executeRaw`SELECT 1 FROM network FOR UPDATE`;
    const rows = await db.network.findMany({ orderBy });
    found.set(
      "networks",
      rows.map((row) => productRow("networks", row)),
    );
  }
  const periods = targets.flatMap(({ period }) => (period ? [planDays(period)] : []));
  if (periods.length > 0) {
    if (lock) await db.$executeRaw`SELECT 1 FROM plan_row FOR UPDATE`;
    const plans = await db.communicationsPlan.findMany({ where: { OR: periods }, include: { rows: { orderBy } } });
    for (const plan of plans) {
      const period = { from: isoDay(plan.from), to: isoDay(plan.to) };
      const key = targetKey({ kind: "communications-plan", period });
      found.set(
        key,
        plan.rows.map((row) => productRow("communications-plan", row)),
      );
    }
  }
  return found;
}

type StoredRow = {
  id: string;
  position: number;
  updatedAt: Date;
  imported: Prisma.JsonValue;
  links?: string[];
  tasks?: string;
};

function productRow(kind: Target["kind"], row: StoredRow): ProductRow {
  const stored = row as unknown as Record<string, unknown>;
  const columns = importColumns(kind);
  const words = (from: Record<string, unknown>, column: string) => String(from[column] ?? "");
  const current: Cells = Object.fromEntries(
    columns.map((column) => [column, column === linksColumn ? (row.links ?? []).join("\n") : words(stored, column)]),
  );
  const imported = isRecord(row.imported) ? { [linksColumn]: current[linksColumn], ...row.imported } : null;
  return {
    id: row.id,
    position: row.position,
    updatedAt: row.updatedAt,
    current,
    imported: imported && Object.fromEntries(columns.map((column) => [column, words(imported, column)])),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function planDays({ from, to }: Period) {
  return { from: new Date(from), to: new Date(to) };
}

/** The periods that have a plan, and whether it is closed. */
export async function plannedPeriods(db: RegionDb): Promise<(Period & { closed: boolean })[]> {
  const plans = await db.communicationsPlan.findMany({ select: { from: true, to: true, state: true } });
  return plans.map(({ from, to, state }) => ({ from: isoDay(from), to: isoDay(to), closed: state === "closed" }));
}

/** The plan of exactly this period, made when there is none. */
export async function ensurePlan(db: RegionDb, period: Period): Promise<{ id: string; created: boolean }> {
  const found = await db.communicationsPlan.findFirst({ where: planDays(period), select: { id: true } });
  if (found) return { id: found.id, created: false };
  const { id } = await db.communicationsPlan.create({ data: planDays(period), select: { id: true } });
  return { id, created: true };
}

export type NewRow = { position: number; cells: Cells };

/** Makes rows in one statement and returns each with its id, in any order. `planId` for rows of a plan. */
export async function createRows(db: RegionDb, kind: Target["kind"], planId: string | null, rows: NewRow[]) {
  const data = rows.map(({ position, cells }) => ({ position, imported: cells, ...columnsFor(kind, cells) }));
  const select = { id: true, imported: true } as const;
  if (kind === "actors") {
    const made = await db.actor.createManyAndReturn({ data: data as Prisma.ActorCreateManyInput[], select });
    await db.task.createMany({
      data: made.flatMap(({ id, imported }) =>
        taskNames(imported as Cells).map((name, position) => ({ actorId: id, name, position })),
      ),
    });
    return made;
  }
  if (kind === "networks") {
    return db.network.createManyAndReturn({ data: data as Prisma.NetworkCreateManyInput[], select });
  }
  if (planId === null) throw new Error("A plan row needs its plan");
  const planned = data.map((row) => ({ ...row, planId }));
  return db.planRow.createManyAndReturn({ data: planned as Prisma.PlanRowCreateManyInput[], select });
}

/** Writes a row's cells, as the import's own; a plan row's version rises. */
export async function updateRow(
  db: RegionDb,
  kind: Target["kind"],
  { id, position, cells }: { id: string; position: number | null; cells: Cells },
): Promise<void> {
  const data = { ...columnsFor(kind, cells), imported: cells, ...(position !== null && { position }) };
  const where = { id };
  if (kind === "actors") {
    await db.actor.updateMany({ where, data: { ...data, version: { increment: 1 } } });
    await keepTasks(db, id, taskNames(cells));
  } else if (kind === "networks") await db.network.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  else await db.planRow.updateMany({ where, data: { ...data, version: { increment: 1 } } });
}

/** Notes that a row says what the document says, without touching the row otherwise. */
export async function noteImported(db: RegionDb, kind: Target["kind"], { id, updatedAt }: ProductRow, cells: Cells) {
  const change = { where: { id }, data: { imported: cells, updatedAt } };
  if (kind === "actors") await db.actor.updateMany(change);
  else if (kind === "networks") await db.network.updateMany(change);
  else await db.planRow.updateMany(change);
}

/** A task a line. */
function taskNames(cells: Cells): string[] {
  return (cells.tasks ?? "").split("\n").flatMap((line) => line.trim() || []);
}

/**
 * Makes these an actor's tasks, in this order. One that keeps its name keeps what is known of it; one that is gone is
 * removed, or ends today when somebody has said something of it.
 */
async function keepTasks(db: RegionDb, actorId: string, names: string[]): Promise<void> {
  const known = await db.task.findMany({
    where: { actorId, validTo: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, position: true, validFrom: true, ...told },
  });
  for (const [position, name] of names.entries()) {
    const at = known.findIndex((task) => task.name === name);
    const [task] = at < 0 ? [] : known.splice(at, 1);
    if (!task) await db.task.create({ data: { actorId, name, position } });
    else if (task.position !== position) await db.task.updateMany({ where: { id: task.id }, data: { position } });
  }
  const kept = known.filter(({ _count }) => _count.responsibilities + _count.priorityAreas > 0);
  const gone = known.filter((task) => !kept.includes(task));
  await db.task.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const today = new Date(systemClock().toISOString().slice(0, 10));
  for (const { id, validFrom } of kept)
    await db.task.updateMany({
      where: { id },
      data: { validTo: validFrom && validFrom > today ? validFrom : today },
    });
}

const told = { _count: { select: { responsibilities: true, priorityAreas: true } } } as const;

function columnsFor(kind: Target["kind"], cells: Cells): Record<string, string | string[]> {
  if (kind === "actors") {
    const { tasks: _, ...columns } = cells;
    return columns;
  }
  if (kind !== "networks") return cells;
  return { ...cells, [linksColumn]: (cells[linksColumn] ?? "").split("\n").filter(Boolean) };
}
