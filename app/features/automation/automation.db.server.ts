import type { RuleChange } from "~/domain/automation/rules";
import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How the region's rules differ from what they do by themselves, by key. */
export async function ruleChanges(db: RegionDb): Promise<Map<string, RuleChange & { version: number }>> {
  const rules = await db.automationRule.findMany({
    select: { key: true, trust: true, off: true, steps: true, newsletterId: true, agreedAt: true, version: true },
  });
  return new Map(
    rules.map(({ steps, agreedAt, ...rule }) => [
      rule.key,
      { ...rule, steps: (steps ?? {}) as Record<string, number>, agreed: agreedAt !== null },
    ]),
  );
}

/** The keys that are done with, and the events that the rules made and when, by the key of their draft. */
export async function dueDone(db: RegionDb) {
  const rows = await db.automationDue.findMany({
    where: { state: { in: ["done", "overtaken", "left_out"] } },
    select: { key: true, kind: true, about: true, doneAt: true },
  });
  const made = new Map<string, { eventId: string; at: Date }>();
  for (const { key, kind, about, doneAt } of rows) {
    const { eventId } = about as { eventId?: string };
    if (kind === "event-draft" && eventId && doneAt) made.set(key, { eventId, at: doneAt });
  }
  return { done: new Set(rows.map(({ key }) => key)), made };
}

/** The rules that have sent anything. */
export async function rulesThatSent(db: RegionDb): Promise<Set<string>> {
  const rows = await db.automationDue.findMany({
    where: { state: "done", kind: { in: ["issue", "invitation"] } },
    select: { rule: true },
    distinct: ["rule"],
  });
  return new Set(rows.map(({ rule }) => rule));
}

/** The region's school holidays and closed days that touch some days (ISO, both inclusive). */
export async function holidaysIn(db: RegionDb, { from, to }: { from: string; to: string }) {
  const holidays = await db.holiday.findMany({
    where: { from: { lte: new Date(to) }, to: { gte: new Date(from) } },
    select: { kind: true, name: true, from: true, to: true },
    orderBy: [{ kind: "desc" }, { from: "asc" }],
  });
  return holidays.map((holiday) => ({ ...holiday, from: isoDay(holiday.from), to: isoDay(holiday.to) }));
}

/** The events of rows and networks that are not cancelled. */
export async function heldEvents(db: RegionDb) {
  return db.event.findMany({
    where: { state: { not: "cancelled" }, OR: [{ planRowId: { not: null } }, { networkId: { not: null } }] },
    select: {
      ...{ id: true, title: true, planRowId: true, networkId: true, startsAt: true, endsAt: true },
      ...{ replyBy: true, state: true, zone: true },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

export type HeldEvent = Awaited<ReturnType<typeof heldEvents>>[number];

/** The issues made of rows of the plan. */
export async function issuesOfRows(db: RegionDb) {
  const issues = await db.newsletterIssue.findMany({
    where: { planRowId: { not: null } },
    select: {
      ...{ id: true, planRowId: true, windowFrom: true, windowTo: true, state: true, sendAt: true },
      ...{ year: true, number: true, newsletter: { select: { name: true } } },
    },
  });
  return issues.map(({ windowFrom, windowTo, ...issue }) => ({
    ...issue,
    from: isoDay(windowFrom),
    to: isoDay(windowTo),
  }));
}

export type IssueOfRow = Awaited<ReturnType<typeof issuesOfRows>>[number];

/** The issues that are not of a row, and go out at a time somebody has set. */
export async function scheduledIssues(db: RegionDb) {
  return db.newsletterIssue.findMany({
    where: { planRowId: null, sendAt: { not: null }, state: { in: ["draft", "approval", "approved"] } },
    select: {
      ...{ id: true, newsletterId: true, sendAt: true, state: true, year: true, number: true },
      newsletter: { select: { name: true } },
    },
    orderBy: { id: "asc" },
  });
}

/** The newsletters issues can be made of, in their order. */
export async function liveNewsletters(db: RegionDb) {
  return db.newsletter.findMany({
    where: { endedAt: null },
    select: { id: true, name: true, fourEyes: true, editors: { select: { personId: true } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The events people are invited to that have something to do by themselves between two instants. */
export async function mailingEvents(db: RegionDb, { from, to }: { from: Date; to: Date }) {
  return db.event.findMany({
    where: { state: { in: ["published", "held"] }, endsAt: { gte: from }, startsAt: { lte: to } },
    select: {
      ...{ id: true, title: true, kind: true, state: true, startsAt: true, endsAt: true, zone: true, replyBy: true },
      ...{ asksFeedback: true, askedVersion: true },
      reminders: { select: { kind: true, minutes: true } },
      invitations: {
        where: { withdrawnAt: null, person: { heldSince: null } },
        select: {
          ...{ id: true, personId: true, answer: true, answeredVersion: true, attendedAt: true },
          person: { select: { optedOut: true } },
          deliveries: {
            where: { kind: "event-invitation", state: { in: ["queued", "sending"] } },
            select: { dueAt: true },
          },
        },
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

export type MailingEvent = Awaited<ReturnType<typeof mailingEvents>>[number];

/** Those who work with the region on a day (midnight UTC), by role; nobody whose address is held. */
export async function workers(db: RegionDb, day: Date) {
  const roles = await db.role.findMany({
    where: {
      kind: { in: ["coordinator", "network_leader", "webinar_publisher", "secretariat"] },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gt: day } }],
      person: { heldSince: null },
    },
    select: { kind: true, actorId: true, person: { select: { id: true, name: true, email: true, locale: true } } },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  });
  return roles;
}

/** The networks, each with the audience chosen for it and whether anybody is a member on a day (midnight UTC). */
export async function networksNow(db: RegionDb, day: Date) {
  const networks = await db.network.findMany({
    select: {
      id: true,
      audienceId: true,
      members: {
        where: { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
        select: { id: true },
        take: 1,
      },
    },
  });
  return new Map(networks.map(({ id, audienceId, members }) => [id, { audienceId, hasMembers: members.length > 0 }]));
}
