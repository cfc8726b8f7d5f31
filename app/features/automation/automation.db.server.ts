import type { RuleChange } from "~/domain/automation/rules";
import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";
import { Prisma } from "../../../prisma/generated/client";

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

type Done = { key: string; rule: string; kind: string; eventId: string | null; sent: boolean; doneAt: Date | null };

/**
 * The keys that are done with, the events that the rules made and when, by the key of their draft, and the rules that
 * have sent anything.
 */
export async function dueDone(db: RegionDb) {
  const rows = await db.$queryRaw<Done[]>`
    SELECT key, rule, kind, about->>'eventId' AS "eventId", done_at AS "doneAt",
      state = 'done' AND kind IN ('issue', 'invitation') AS sent
    FROM automation_due WHERE state IN ('done', 'overtaken', 'left_out')`;
  const made = new Map<string, { eventId: string; at: Date }>();
  for (const { key, kind, eventId, doneAt } of rows)
    if (kind === "event-draft" && eventId && doneAt) made.set(key, { eventId, at: doneAt });
  const sent = new Set(rows.filter((row) => row.sent).map(({ rule }) => rule));
  return { done: new Set(rows.map(({ key }) => key)), made, sent };
}

/** What the region's rows of these tables are: where any is made, changed or taken away, these are other words. */
export async function printOf(db: RegionDb, tables: readonly string[]): Promise<string> {
  const each = tables.map(
    (table) =>
      Prisma.sql`SELECT count(*) || ' ' || coalesce(sum(hashtextextended(xmin || ' ' || ctid, 0)), 0) AS print
        FROM ${Prisma.raw(`"${table}"`)}`,
  );
  const rows = await db.$queryRaw<{ print: string }[]>`${Prisma.join(each, " UNION ALL ")}`;
  return rows.map(({ print }) => print).join(", ");
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

type StoredIssue = {
  id: string;
  newsletterId: string;
  newsletter: string;
  planRowId: string | null;
  from: Date;
  to: Date;
  state: "draft" | "approval" | "approved" | "sent" | "dropped";
  sendAt: Date | null;
  year: number;
  number: number;
};

/** The issues made of rows of the plan, and those of none that go out at a time somebody has set. */
export async function issuesToPlan(db: RegionDb) {
  const issues = await db.$queryRaw<StoredIssue[]>`
    SELECT i.id, i.newsletter_id AS "newsletterId", n.name AS newsletter, i.plan_row_id AS "planRowId",
      i.window_from AS "from", i.window_to AS "to", i.state::text AS state, i.send_at AS "sendAt", i.year, i.number
    FROM newsletter_issue i JOIN newsletter n ON (n.region_id, n.id) = (i.region_id, i.newsletter_id)
    WHERE i.plan_row_id IS NOT NULL OR (i.send_at IS NOT NULL AND i.state IN ('draft', 'approval', 'approved'))
    ORDER BY i.id`;
  return {
    ofRows: issues
      .filter(({ planRowId }) => planRowId !== null)
      .map(({ from, to, ...issue }) => ({ ...issue, from: isoDay(from), to: isoDay(to) })),
    scheduled: issues.flatMap(({ planRowId, sendAt, ...issue }) =>
      planRowId === null && sendAt ? [{ ...issue, sendAt }] : [],
    ),
  };
}

export type IssuesToPlan = Awaited<ReturnType<typeof issuesToPlan>>;

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
  return db.$queryRaw<Worker[]>`
    SELECT r.kind::text AS kind, r.actor_id AS "actorId", p.id AS "personId", p.name, p.email, p.locale::text AS locale
    FROM role r JOIN person p ON (p.region_id, p.id) = (r.region_id, r.person_id)
    WHERE r.kind IN ('coordinator', 'network_leader', 'webinar_publisher', 'secretariat') AND p.held_since IS NULL
      AND r.valid_from <= ${day}::date AND (r.valid_to IS NULL OR r.valid_to > ${day}::date)
    ORDER BY r.valid_from, r.id`;
}

export type Worker = {
  kind: string;
  actorId: string | null;
  personId: string;
  name: string;
  email: string;
  locale: string | null;
};

/** The networks anybody is a member of on a day (midnight UTC). */
export async function networksWithMembers(db: RegionDb, day: Date): Promise<Set<string>> {
  const found = await db.networkMember.findMany({
    where: { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
    select: { networkId: true },
    distinct: ["networkId"],
  });
  return new Set(found.map(({ networkId }) => networkId));
}
