import { isUuid } from "~/domain/shared/ids";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import {
  countDeliveries,
  deliveryPage,
  findDelivery,
  type LogFilter,
  logCounts,
  logMunicipalities,
  parkedBatches,
} from "~/features/delivery/delivery.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const states = ["queued", "sending", "sent", "failed", "dropped"] as const;
type DeliveryFilter = (typeof states)[number];

function isDeliveryFilter(text: string | null): text is DeliveryFilter {
  return states.some((state) => state === text);
}

/** How many messages have not left yet. */
export async function countOnTheirWay(db: RegionDb): Promise<number> {
  return onTheirWay(await countDeliveries(db));
}

const onTheirWay = ({ queued = 0, sending = 0 }: Awaited<ReturnType<typeof countDeliveries>>) => queued + sending;

/** What of the send log is asked for, as it stands in the address. A month is "2021-05". */
export type LogQuery = {
  before: string | null;
  state: string | null;
  municipality?: string | null;
  month?: string | null;
  kind?: string | null;
  q?: string | null;
};

const monthOf = (text: string | null | undefined) => (text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null);

function nextMonth(month: string, by = 1): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

function startOf(month: string, zone: string): Date {
  const start = localToInstant(`${month}-01`, "00:00", zone);
  return new Date(start.ok ? start.instant : `${month}-01T00:00:00Z`);
}

/**
 * The send log: every message to every recipient, newest first, with why each was sent; whether the region is on hold or
 * stopped; and batches that a person must decide of.
 */
export async function deliveriesView(db: RegionDb, query: LogQuery, now = new Date()) {
  const [region, municipalities, { kinds, counts: all }, parked] = await Promise.all([
    ownRegion(db),
    logMunicipalities(db),
    logCounts(db),
    parkedBatches(db),
  ]);
  const month = monthOf(query.month);
  const filter: LogFilter = {
    state: isDeliveryFilter(query.state) ? query.state : null,
    municipalityId: isUuid(query.municipality ?? null) ? (query.municipality ?? null) : null,
    kind: query.kind && kinds.includes(query.kind) ? query.kind : null,
    search: query.q?.trim() ?? "",
    between: month === null ? null : { from: startOf(month, region.zone), to: startOf(nextMonth(month), region.zone) },
  };
  const rows = await deliveryPage(db, { before: isUuid(query.before) ? query.before : null, filter });
  const names = new Map(municipalities.map(({ id, name }) => [id, name]));
  const shown = rows.slice(0, 50);
  const thisMonth = instantToLocal(now.toISOString(), region.zone).date.slice(0, 7);
  const narrowed = filter.municipalityId ?? filter.kind ?? filter.between ?? (filter.search || null);
  return {
    mode: region.mailMode,
    onHold: region.mailMode === "hold",
    meAddress: region.meAddress,
    stoppedAt: region.stoppedAt?.toISOString() ?? null,
    waiting: onTheirWay(all),
    counts: narrowed === null ? all : await countDeliveries(db, filter),
    rows: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.toName,
      address: row.toAddress,
      state: row.state,
      subject: subjectOf(row),
      lastError: row.lastError,
      eventId: row.eventId,
      at: ((row.state === "sent" && row.sentAt) || row.dueAt).toISOString(),
      why: whyOf(row, names),
    })),
    next: rows.length > 50 ? (shown.at(-1)?.id ?? null) : null,
    parked: parked.map(({ id, size, triedAt, template }) => ({
      id,
      size,
      at: triedAt?.toISOString() ?? null,
      subject: template?.subject ?? "",
    })),
    filter: { municipality: filter.municipalityId, month, kind: filter.kind, q: filter.search },
    choices: {
      municipalities: municipalities.toSorted((a, b) => a.name.localeCompare(b.name, "nb")),
      kinds,
      months: Array.from({ length: 18 }, (_, back) => nextMonth(thisMonth, -back)).concat(
        month && month < nextMonth(thisMonth, -17) ? [month] : [],
      ),
    },
  };
}

type About = {
  subject: string | null;
  event: { title: string } | null;
  issue: Issue | null;
  template: { subject: string } | null;
};
type Issue = { year: number; number: number; newsletter: { name: string } };

const issueTitle = ({ newsletter, number, year }: Issue) => `${newsletter.name} ${number}/${year}`;

/** What a message says it is about; until it has left, what it is written from. */
function subjectOf({ subject, template, event, issue }: About): string | null {
  return subject ?? template?.subject ?? event?.title ?? (issue && issueTitle(issue));
}

type Row = { kind: string; rule: string | null; municipalityId: string | null; message: unknown };

/** Why a message is sent: by which rule, if by one, for which municipality, and in its own words where it has them. */
function whyOf({ kind, rule, municipalityId, message }: Row, names: Map<string, string>) {
  const { fill } = message as { fill?: { why?: string } };
  return {
    kind,
    rule,
    municipality: (municipalityId && names.get(municipalityId)) ?? null,
    words: fill?.why ?? null,
  };
}

export type Why = ReturnType<typeof whyOf>;

/** One message and how it stands. */
export async function deliveryView(db: RegionDb, id: string) {
  const row = isUuid(id) ? await findDelivery(db, id) : null;
  if (!row) return null;
  const region = await ownRegion(db);
  const municipalities = await logMunicipalities(db);
  return {
    id: row.id,
    kind: row.kind,
    name: row.toName,
    address: row.toAddress,
    locale: row.locale,
    state: row.state,
    subject: subjectOf(row),
    lastError: row.lastError,
    attempts: row.attempts,
    messageId: row.messageId,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    sentAt: row.state === "sent" ? (row.sentAt?.toISOString() ?? null) : null,
    event: row.event && { id: row.event.id, title: row.event.title },
    issue: row.issue && { id: row.issue.id, title: issueTitle(row.issue) },
    why: whyOf(row, new Map(municipalities.map(({ id, name }) => [id, name]))),
    onHold: region.mailMode === "hold",
  };
}
