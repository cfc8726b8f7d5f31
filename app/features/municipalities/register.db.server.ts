import type { EditionPlan } from "~/domain/municipalities/add-edition";
import { systemDb } from "~/platform/db/system-db.server";

const names = { number: true, name: true, nameSami: true, countyNumber: true, county: true } as const;

/** The register as a new edition meets it: what stands, the numbers of what is no more, and the days of its editions. */
export async function registerToExtend() {
  const all = await systemDb().municipality.findMany({ select: { id: true, endedOn: true, ...names } });
  const editions = await systemDb().registerEdition.findMany({ orderBy: { day: "asc" }, select: { day: true } });
  return {
    standing: all.filter(({ endedOn }) => endedOn === null).map(({ endedOn: _none, ...one }) => one),
    taken: all.filter(({ endedOn }) => endedOn !== null).map(({ number }) => number),
    editions: editions.map(({ day }) => day),
  };
}

/** The names that were held on a day (midnight UTC). */
export async function versionsOn(day: Date) {
  return systemDb().municipalityVersion.findMany({
    where: {
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
        { OR: [{ validTo: null }, { validTo: { gt: day } }] },
      ],
    },
    select: names,
  });
}

/**
 * Writes an edition in one statement, so that it is there in whole or not at all. Each part waits for the one before
 * it: a number is let go before another takes it. Fails when the edition's day is there already.
 */
export async function writeEdition(plan: EditionPlan, { day, count }: { day: string; count: number }): Promise<void> {
  await systemDb().$executeRaw`
    WITH input AS (SELECT ${JSON.stringify(plan)}::jsonb AS plan),
    edition AS (
      INSERT INTO register_edition (day, municipalities) VALUES (${day}::date, ${count}::int) RETURNING 1
    ),
    ended AS (
      UPDATE municipality SET ended_on = e.day
      FROM input, edition, jsonb_to_recordset(plan->'ended') AS e (id uuid, day date)
      WHERE municipality.id = e.id RETURNING 1
    ),
    updated AS (
      UPDATE municipality SET number = u.number, name = u.name, name_sami = u."nameSami",
        county_number = u."countyNumber", county = u.county
      FROM input, (SELECT count(*) FROM ended) AS after,
        jsonb_to_recordset(plan->'updated')
          AS u (id uuid, number text, name text, "nameSami" text, "countyNumber" text, county text)
      WHERE municipality.id = u.id RETURNING 1
    ),
    created AS (
      INSERT INTO municipality (id, number, name, name_sami, county_number, county, ended_on)
      SELECT c.id, c.number, c.name, c."nameSami", c."countyNumber", c.county, e.day
      FROM input CROSS JOIN (SELECT count(*) FROM updated) AS after
        CROSS JOIN jsonb_to_recordset(plan->'created')
          AS c (id uuid, number text, name text, "nameSami" text, "countyNumber" text, county text)
        LEFT JOIN jsonb_to_recordset(plan->'ended') AS e (id uuid, day date) ON e.id = c.id
      RETURNING 1
    ),
    closed AS (
      UPDATE municipality_version SET valid_to = c.day
      FROM input, (SELECT count(*) FROM created) AS after, jsonb_to_recordset(plan->'closed') AS c (id uuid, day date)
      WHERE municipality_version.municipality_id = c.id AND municipality_version.valid_to IS NULL RETURNING 1
    ),
    versions AS (
      INSERT INTO municipality_version
        (id, municipality_id, number, name, name_sami, county_number, county, valid_from, valid_to)
      SELECT gen_random_uuid(), v.id, v.number, v.name, v."nameSami", v."countyNumber", v.county, v."from", v."to"
      FROM input, (SELECT count(*) FROM closed) AS after,
        jsonb_to_recordset(plan->'versions')
          AS v (id uuid, number text, name text, "nameSami" text, "countyNumber" text, county text, "from" date, "to" date)
      RETURNING 1
    )
    INSERT INTO municipality_change (id, day, from_id, to_id, kind)
    SELECT gen_random_uuid(), c.day, c."fromId", c."toId", c.kind::municipality_change_kind
    FROM input, (SELECT count(*) FROM versions) AS after,
      jsonb_to_recordset(plan->'changes') AS c (day date, "fromId" uuid, "toId" uuid, kind text)`;
}
