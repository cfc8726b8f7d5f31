import { besideTheLine, neverHeld } from "~/features/delivery/delivery.db.server";
import { callInRegion, type RegionDb } from "~/platform/db/region-db.server";
import type { SystemDb } from "~/platform/db/system-db.server";
import { readEnv } from "~/platform/env.server";
import { Prisma } from "../../../prisma/generated/client";

export type Claim = { regionId: string; id: string; attempts: number };

/**
 * Claims up to `limit` messages that are due, for `leaseSeconds`. What another worker has claimed is skipped; a lease
 * that has run out is taken over. Messages of a region on hold or stopped stay where they are, and so do those that
 * are frozen in a batch. `urgent` takes but those that are never held. Newsletters of regions whose way out takes
 * batches are claimed with `batches`, and by nothing else.
 */
export async function claimDue(
  db: SystemDb,
  input: {
    worker: string;
    now: Date;
    limit: number;
    leaseSeconds: number;
    urgent?: boolean;
    batches?: boolean;
  },
): Promise<Claim[]> {
  const { worker, now, limit, leaseSeconds, urgent = false, batches = false } = input;
  const { MAIL_TRANSPORT, RESEND_API_KEY, RESEND_REGIONS } = readEnv();
  const leaves = MAIL_TRANSPORT !== "mailbox";
  const [installation, slugs] = [leaves && RESEND_API_KEY !== undefined, leaves ? Object.keys(RESEND_REGIONS) : []];
  const until = new Date(now.getTime() + leaseSeconds * 1000);
  return db.$queryRaw<Claim[]>`
    UPDATE delivery SET state = 'sending', lease_until = ${until}, leased_by = ${worker}::uuid, attempts = attempts + 1
    WHERE (region_id, id) IN (
      SELECT d.region_id, d.id FROM delivery d JOIN region r ON r.id = d.region_id
      WHERE d.due_at <= ${now}
        AND (d.state = 'queued' OR (d.state = 'sending' AND d.lease_until < ${now}))
        AND d.batch_id IS NULL
        AND ${batches} = (d.kind = 'newsletter' AND coalesce(r.mail_transport::text, ${MAIL_TRANSPORT}) = 'resend'
          AND (${installation} OR r.slug = ANY (${slugs})))
        AND (d.kind = ANY (${neverHeld}) OR (NOT ${urgent} AND r.stopped_at IS NULL
          AND (r.mail_mode = 'live' OR (r.mail_mode = 'to_me' AND r.me_address IS NOT NULL))))
      ORDER BY d.due_at LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED)
    RETURNING region_id AS "regionId", id, attempts`;
}

/** Moves this worker's leases on. Returns the ids of those it still has. */
export async function renewLeases(
  db: SystemDb,
  { regionId, ids, worker, until }: { regionId: string; ids: string[]; worker: string; until: Date },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE delivery SET lease_until = ${until}
    WHERE region_id = ${regionId}::uuid AND id = ANY (${ids}::uuid[]) AND leased_by = ${worker}::uuid AND state = 'sending'
    RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Which region a message is of; null when it is none. */
export async function slugOfDelivery(db: SystemDb, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ slug: string }[]>`
    SELECT r.slug FROM region r WHERE EXISTS (SELECT FROM delivery d WHERE d.region_id = r.id AND d.id = ${id}::uuid)`;
  return row?.slug ?? null;
}

export async function claimedDeliveries(db: RegionDb, { ids, worker }: { ids: string[]; worker: string }) {
  return db.delivery.findMany({
    where: { id: { in: ids }, leasedBy: worker, state: "sending" },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
}

export type ClaimedDelivery = Awaited<ReturnType<typeof claimedDeliveries>>[number];

export async function findTemplate(db: RegionDb, id: string) {
  return db.deliveryTemplate.findFirst({ where: { id } });
}

/** Why nothing is to be sent to these people, by person. */
export async function heldPeople(db: RegionDb, ids: string[]): Promise<Map<string, string>> {
  const held = await db.person.findMany({
    where: { id: { in: ids }, heldSince: { not: null } },
    select: { id: true, heldReason: true },
  });
  return new Map(held.map(({ id, heldReason }) => [id, heldReason ?? "by_hand"]));
}

/**
 * Those of these messages whose recipient no longer wants what they carry: the newsletter they are an issue of, or any
 * (M1, M2).
 */
export async function unwanted(db: RegionDb, ids: string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM delivery d
    JOIN person p ON (p.region_id, p.id) = (d.region_id, d.person_id)
    JOIN newsletter_issue i ON (i.region_id, i.id) = (d.region_id, d.issue_id)
    LEFT JOIN subscription s ON (s.region_id, s.newsletter_id, s.person_id) = (i.region_id, i.newsletter_id, p.id)
    WHERE d.id = ANY (${ids}::uuid[]) AND d.kind = 'newsletter'
      AND ('newsletters' = ANY (p.opted_out) OR s.state = 'left')`;
  return new Set(rows.map(({ id }) => id));
}

export type InLine = { id: string; state: string; invitationId: string | null; registrationId: string | null };

/** All messages that stand in line with these: about the same invitation or registration. */
export async function linesOf(db: RegionDb, deliveries: ClaimedDelivery[]): Promise<InLine[]> {
  const ids = (key: "invitationId" | "registrationId") =>
    [...new Set(deliveries.map((delivery) => delivery[key]))].filter((id) => id !== null);
  const [invitations, registrations] = [ids("invitationId"), ids("registrationId")];
  if (invitations.length + registrations.length === 0) return [];
  return db.delivery.findMany({
    where: {
      OR: [{ invitationId: { in: invitations } }, { registrationId: { in: registrations } }],
      state: { not: "dropped" },
      kind: { notIn: besideTheLine },
    },
    select: { id: true, state: true, invitationId: true, registrationId: true },
  });
}

const free = { leasedBy: null, leaseUntil: null };

/** Records what became of messages, if this worker still holds them. Returns how many it did. */
export async function recordOutcome(
  db: RegionDb,
  { ids, worker, data }: { ids: string[]; worker: string; data: Prisma.DeliveryUncheckedUpdateManyInput },
): Promise<number> {
  if (ids.length === 0) return 0;
  const where = { id: { in: ids }, leasedBy: worker, state: "sending" as const };
  const { count } = await db.delivery.updateMany({ where, data: { sentAt: null, ...data, ...free } });
  return count;
}

export type SentMail = { id: string; messageId: string; subject: string; providerId: string | null; at: Date };

/** Records messages of one region that have left, if this worker still holds them: what opens a door is erased. */
export async function recordSent(input: {
  regionId: string;
  sent: SentMail[];
  worker: string;
  transport: string | null;
}): Promise<void> {
  const { regionId, sent, worker, transport } = input;
  await callInRegion(Prisma.sql`SELECT record_sent(${regionId}::uuid, ${worker}::uuid, ${transport},
    ${sent.map(({ id }) => id)}::uuid[], ${sent.map(({ at }) => at.toISOString())}::timestamptz[],
    ${sent.map(({ messageId }) => messageId)}::text[], ${sent.map(({ subject }) => subject)}::text[],
    ${sent.map(({ providerId }) => providerId ?? "")}::text[])`);
}

/**
 * When rules have sent something lately, with whom it went to: in the last hour to anybody, since a time to these
 * addresses. What is on its way counts as sent now.
 */
export async function lastAutomatic(
  db: RegionDb,
  { since, now, addresses }: { since: Date; now: Date; addresses: string[] },
): Promise<{ id: string; address: string; at: number }[]> {
  const lastHour = new Date(now.getTime() - 3_600_000);
  const rows = await db.delivery.findMany({
    where: {
      rule: { not: null },
      OR: [
        { state: "sent", sentAt: { gt: lastHour } },
        { state: "sent", sentAt: { gt: since }, toAddress: { in: addresses } },
        { state: "sending", sentAt: { not: null } },
      ],
    },
    select: { id: true, toAddress: true, sentAt: true },
  });
  return rows.map(({ id, toAddress, sentAt }) => ({ id, address: toAddress, at: (sentAt ?? now).getTime() }));
}

/** Marks messages as let through the caps, by the time they count from, so that another worker counts them too. */
export async function admit(db: RegionDb, { ids, now }: { ids: string[]; now: Date }): Promise<void> {
  if (ids.length > 0) await db.delivery.updateMany({ where: { id: { in: ids } }, data: { sentAt: now } });
}

/** The municipality each of these invitations and registrations is for, by its id. */
export async function municipalitiesOf(
  db: RegionDb,
  of: { invitationId?: string; registrationId?: string }[],
): Promise<Map<string, string | null>> {
  const ids = (key: "invitationId" | "registrationId") => of.map((one) => one[key]).filter((id) => id !== undefined);
  const [invitations, registrations] = [ids("invitationId"), ids("registrationId")];
  const select = { id: true, municipalityId: true };
  const rows = [
    ...(invitations.length > 0 ? await db.invitation.findMany({ where: { id: { in: invitations } }, select }) : []),
    ...(registrations.length > 0
      ? await db.registration.findMany({ where: { id: { in: registrations } }, select })
      : []),
  ];
  return new Map(rows.map(({ id, municipalityId }) => [id, municipalityId]));
}
