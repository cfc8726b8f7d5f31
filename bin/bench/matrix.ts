import pg from "pg";
import { type Bench, inTurns, tell } from "#bin/bench/figures";
import { serve } from "#bin/bench/pages";
import { matrixView } from "~/features/responsibility/matrix.view.server";
import { withRegion } from "~/platform/db/region-db.server";

const [period, from, to] = ["2031", "2031-01-01", "2031-12-31"];

/** 60 actors, 100 tasks and a plan of 300 rows, where somebody has said a part in every cell. */
export const fullMatrix = (region: string) => `
  INSERT INTO actor (region_id, id, position, name, short_name, tier, updated_at)
    SELECT '${region}', gen_random_uuid(), 1000 + n, 'Matriseaktør ' || n, 'MA' || n,
      (CASE WHEN n < 20 THEN 'core' ELSE 'extended' END)::actor_tier, now() FROM generate_series(1, 60) n;
  INSERT INTO task (region_id, id, actor_id, position, name)
    SELECT region_id, gen_random_uuid(), id, 1000 + n, 'Matriseoppgåve ' || n
    FROM actor, generate_series(1, 5) n WHERE region_id = '${region}' AND position BETWEEN 1001 AND 1020;
  INSERT INTO communications_plan (region_id, id, "from", "to") VALUES ('${region}', gen_random_uuid(), '${from}', '${to}');
  INSERT INTO plan_row (region_id, id, plan_id, position, channel, theme, timing, responsible, updated_at)
    SELECT region_id, gen_random_uuid(), id, n, 'Webinar ' || n, 'Mat og måltid, transport', 'Mai/juni + november',
      format('Matriseaktør %s, MA%s, ukjend gruppe %s + resten av koordineringsgruppa', 1 + n % 60, 1 + n * 7 % 60, n % 20), now()
    FROM communications_plan, generate_series(1, 300) n WHERE region_id = '${region}' AND "from" = '${from}';
  INSERT INTO responsibility (region_id, id, actor_id, task_id, plan_row_id, part)
    SELECT r.region_id, gen_random_uuid(), a.id, r.task, r.plan_row,
      (CASE WHEN a.position = 1001 + r.n % 60 THEN 'accountable' ELSE
        (ARRAY['performs', 'contributes', 'consulted', 'informed'])[1 + (a.position + r.n) % 4] END)::responsibility_part
    FROM (SELECT region_id, id AS task, NULL::uuid AS plan_row, row_number() OVER (ORDER BY id) AS n FROM task
            WHERE region_id = '${region}' AND position > 1000
          UNION ALL SELECT p.region_id, NULL, p.id, p.position FROM plan_row p JOIN communications_plan c
            ON (c.region_id, c.id) = (p.region_id, p.plan_id) WHERE p.region_id = '${region}' AND c."from" = '${from}') r
    JOIN actor a ON a.region_id = r.region_id AND a.position > 1000;
  ANALYZE;`;

/** The matrix of 60 actors and 400 rows: what it takes to read, the whole page, and one edit. */
export async function measureMatrix({ few, cookie, region }: Bench): Promise<void> {
  const client = new pg.Client({ connectionString: few });
  await client.connect();
  await client.query(fullMatrix(region));
  const { rows } = await client.query<{ row: string; actor: string }>(
    `SELECT r.plan_row_id AS row, r.actor_id AS actor FROM responsibility r WHERE r.region_id = $1
     AND r.plan_row_id IS NOT NULL AND r.part = 'informed' ORDER BY r.id LIMIT 1`,
    [region],
  );
  await client.end();
  const url = `${await serve(few)}/r/vestland/responsibility`;
  const day = new Date().toISOString().slice(0, 10);
  const asked = { asOf: day, today: day, show: "all" as const, period, channels: [], areas: [] };
  const view = () =>
    withRegion({ regionId: region, personId: null, via: "operator" }, async (db) => {
      const { tasks, planRows, actors } = await matrixView(db, { ...asked, withoutAccountable: false, search: "" });
      if (tasks.length < 100 || planRows.length !== 300 || actors.length < 60)
        throw new Error("The matrix is not whole");
    });
  const page = async () => {
    const response = await fetch(`${url}?period=${period}`, { headers: { cookie }, redirect: "manual" });
    if (response.status !== 200) throw new Error(`The matrix answered ${response.status}`);
    await response.text();
  };
  let seen = "I";
  const edit = async () => {
    const part = seen === "I" ? "k" : "i";
    const body = new URLSearchParams({ row: rows[0]?.row ?? "", actor: rows[0]?.actor ?? "", part, seen });
    const headers = { cookie, accept: "application/json", origin: new URL(url).origin };
    const response = await fetch(`${url}/cells`, { method: "POST", body, headers, redirect: "manual" });
    if (response.status !== 200) throw new Error(`An edit was answered ${response.status}: ${await response.text()}`);
    await response.text();
    seen = part.toUpperCase();
  };
  const [read = 0, whole = 0, one = 0] = await inTurns(30, view, page, edit);
  const figures = [
    { name: "the matrix of 60 actors and 400 rows, every cell said: read", figure: read, bar: 150 },
    { name: "the same, the page from the server", figure: whole, bar: 500 },
    { name: "the same, one edit", figure: one, bar: 100 },
  ];
  for (const figure of figures) tell({ ...figure, unit: " ms", atMost: true });
}
