import type { RegionDb } from "~/platform/db/region-db.server";

/** From the first moment of a period's first day up to the first moment after its last, and no further than now. */
export type Span = { from: Date; until: Date; now: Date };

type Held = {
  all: number;
  meetings: number;
  dialogues: number;
  gatherings: number;
  webinars: number;
  days: number;
  networks: number;
};

/** The events that began in a span and are over, by kind, and how many networks they were of. */
export async function countEvents(db: RegionDb, { from, until, now }: Span): Promise<Held> {
  const [found] = await db.$queryRaw<Held[]>`
    SELECT count(*)::int AS "all",
      count(*) FILTER (WHERE kind = 'meeting')::int AS meetings,
      count(*) FILTER (WHERE kind = 'dialogue_meeting')::int AS dialogues,
      count(*) FILTER (WHERE kind = 'network_gathering')::int AS gatherings,
      count(*) FILTER (WHERE kind = 'webinar')::int AS webinars,
      count(*) FILTER (WHERE kind IN ('professional_day', 'conference'))::int AS days,
      count(DISTINCT network_id)::int AS networks
    FROM event
    WHERE state IN ('published', 'held') AND starts_at >= ${from} AND starts_at < ${until} AND ends_at <= ${now}`;
  return found ?? { all: 0, meetings: 0, dialogues: 0, gatherings: 0, webinars: 0, days: 0, networks: 0 };
}

type Met = { events: number; times: number; people: number; municipalities: number };

/** Who came to events in a span: each once for an event, who is both invited and registered too. */
export async function countAttendance(db: RegionDb, { from, until, now }: Span): Promise<Met> {
  const [found] = await db.$queryRaw<Met[]>`
    SELECT count(DISTINCT event_id)::int AS events, count(DISTINCT (event_id, person_id))::int AS times,
      count(DISTINCT person_id)::int AS people, count(DISTINCT municipality_id)::int AS municipalities
    FROM (
      SELECT i.event_id, i.person_id, i.municipality_id FROM invitation i
      WHERE i.attended_at IS NOT NULL AND i.withdrawn_at IS NULL
      UNION ALL
      SELECT r.event_id, r.person_id, r.municipality_id FROM registration r
      WHERE r.attended_at IS NOT NULL AND r.state <> 'refused'
    ) AS came
    JOIN event e ON e.id = came.event_id
    WHERE e.state IN ('published', 'held') AND e.starts_at >= ${from} AND e.starts_at < ${until} AND e.ends_at <= ${now}`;
  return found ?? { events: 0, times: 0, people: 0, municipalities: 0 };
}

/** The networks of the register, and how many of them are more than planned. */
export async function countNetworks(db: RegionDb): Promise<{ all: number; running: number }> {
  const all = await db.network.count();
  return { all, running: all - (await db.network.count({ where: { stage: "planned" } })) };
}

/** The issues of newsletters that were sent in a span, and how many people got one or more of them. */
export async function countIssues(db: RegionDb, { from, until }: Span): Promise<{ issues: number; people: number }> {
  const [found] = await db.$queryRaw<{ issues: number; people: number }[]>`
    SELECT count(DISTINCT i.id)::int AS issues, count(DISTINCT coalesce(d.person_id::text, d.to_address))::int AS people
    FROM newsletter_issue i
    LEFT JOIN delivery d ON d.issue_id = i.id AND d.state = 'sent'
    WHERE i.state = 'sent' AND i.sent_at >= ${from} AND i.sent_at < ${until}`;
  return found ?? { issues: 0, people: 0 };
}

/** The meetings of bodies on these days (ISO, both inclusive) that are over, and the numbered cases they treated. */
export async function countCases(
  db: RegionDb,
  { from, to }: { from: string; to: string },
): Promise<{ meetings: number; cases: number }> {
  const days = {
    day: { gte: new Date(from), lte: new Date(to) },
    state: { in: ["ended", "remarks", "approved"] },
  } as const;
  const minutes = { ...days, state: { in: [...days.state.in] } };
  return {
    meetings: await db.minutes.count({ where: minutes }),
    cases: await db.agendaItem.count({
      where: { minutes, number: { not: null }, outcome: { notIn: ["postponed", "not_treated"] } },
    }),
  };
}

/** The activities of a plan by where they stand. */
export async function countActivities(db: RegionDb, planId: string) {
  return db.activity.groupBy({
    by: ["state"],
    where: { measure: { focusArea: { area: { planId } } } },
    _count: true,
  });
}
