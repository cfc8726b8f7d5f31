import type { About, PlannedKind } from "~/domain/automation/planned";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { DueState } from "../../../prisma/generated/enums";

export type { DueState };

/** What is kept of what a due row is about: what the planner says, what it is called, and who has said yes to it. */
export type DueAbout = About & { subject: string; approvedById?: string; trust?: string };

const shown = {
  ...{ id: true, key: true, rule: true, kind: true, at: true, state: true, about: true, reason: true, doneAt: true },
} as const;

const asDue = <R extends { kind: string; about: unknown }>({ kind, about, ...row }: R) => ({
  ...row,
  kind: kind as PlannedKind,
  about: about as DueAbout,
});

/** The due rows that are not done with, the earliest first. */
export async function openDue(db: RegionDb) {
  const rows = await db.automationDue.findMany({
    where: { state: { in: ["planned", "waiting"] } },
    select: shown,
    orderBy: [{ at: "asc" }, { key: "asc" }],
  });
  return rows.map(asDue);
}

export type DueRow = Awaited<ReturnType<typeof openDue>>[number];

/** The invitations that wait for somebody, of one event or of any, the earliest first. */
export async function waitingInvitations(db: RegionDb, eventId?: string) {
  const rows = await db.automationDue.findMany({
    where: {
      ...{ state: "waiting", kind: "invitation" },
      ...(eventId && { about: { path: ["eventId"], equals: eventId } }),
    },
    select: shown,
    orderBy: [{ at: "asc" }, { key: "asc" }],
  });
  return rows.map(asDue).flatMap(({ about, ...row }) => {
    const { eventId: of } = about;
    return of ? [{ ...row, about, eventId: of }] : [];
  });
}

export type WaitingInvitationRow = Awaited<ReturnType<typeof waitingInvitations>>[number];

/** What says whom rows of the plan and networks are for. */
export async function cellsOf(db: RegionDb, { rowIds, networkIds }: { rowIds: string[]; networkIds: string[] }) {
  const cells = { id: true, audience: true, audienceId: true } as const;
  return {
    rows: await db.planRow.findMany({ where: { id: { in: rowIds } }, select: { ...cells, channel: true } }),
    networks: await db.network.findMany({ where: { id: { in: networkIds } }, select: cells }),
  };
}

/** One due row, held until the transaction ends, so that it is done once (M6). */
export async function holdDue(db: RegionDb, id: string): Promise<DueRow | null> {
  await db.$queryRaw`SELECT 1 FROM automation_due WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await db.automationDue.findFirst({ where: { id }, select: shown });
  return row && asDue(row);
}

export async function createDue(
  db: RegionDb,
  rows: { key: string; rule: string; kind: string; at: Date; state: DueState; reason: string; about: object }[],
): Promise<DueRow[]> {
  const made = await db.automationDue.createManyAndReturn({ data: rows, skipDuplicates: true, select: shown });
  return made.map(asDue);
}

export async function saveDue(
  db: RegionDb,
  id: string,
  data: { at?: Date; state?: DueState; reason?: string; about?: object; doneAt?: Date },
): Promise<void> {
  await saveAllDue(db, [id], data);
}

/** The same of some rows at once. */
export async function saveAllDue(db: RegionDb, ids: string[], data: Parameters<typeof saveDue>[2]): Promise<void> {
  await db.automationDue.updateMany({ where: { id: { in: ids } }, data });
}

/** Takes away rows that nobody has anything to do with any more. */
export async function removeDue(db: RegionDb, ids: string[]): Promise<void> {
  await db.automationDue.deleteMany({ where: { id: { in: ids }, state: { in: ["planned", "waiting"] } } });
}

/** Has the region looked at again at a moment, since it was looked at now. */
export async function sleepUntil(db: RegionDb, { now, next }: { now: Date; next: Date }): Promise<void> {
  await db.region.updateMany({ where: { automationAt: { lte: now } }, data: { automationAt: next } });
}

/** Says of what was queued of an event by which rule it goes. */
export async function markRule(
  db: RegionDb,
  { eventId, kind, rule }: { eventId: string; kind: string; rule: string },
): Promise<void> {
  await db.delivery.updateMany({ where: { eventId, kind, rule: null, state: "queued" }, data: { rule } });
}

/** What an event that a rule has made is to be: whom it is for, and what it asks afterwards. */
export async function setUpEvent(
  db: RegionDb,
  id: string,
  data: {
    asksFeedback: boolean;
    audienceKind?: "contact_persons" | "network_members" | "audience";
    audienceId?: string | null;
  },
): Promise<void> {
  await db.event.updateMany({ where: { id }, data });
}

/** What a rule gives an event to remind by. */
export async function giveReminders(
  db: RegionDb,
  eventId: string,
  reminders: { kind: "unanswered" | "coming"; minutes: number }[],
): Promise<void> {
  await db.eventReminder.createMany({ data: reminders.map((one) => ({ eventId, ...one })), skipDuplicates: true });
}

export async function findEventState(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id }, select: { state: true, startsAt: true } });
}

export async function findIssueToSend(db: RegionDb, id: string) {
  return db.newsletterIssue.findFirst({
    where: { id },
    select: { id: true, state: true, version: true, newsletterId: true, newsletter: { select: { name: true } } },
  });
}

/** What a plan row says for the event that is made of it. */
export async function wordsOfRow(db: RegionDb, id: string) {
  return db.planRow.findFirst({ where: { id }, select: { goal: true, plan: { select: { from: true, to: true } } } });
}
