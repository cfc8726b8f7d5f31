import pg from "pg";
import { type Bench, inTurns, tell } from "#bin/bench/figures";
import { serve } from "#bin/bench/pages";
import { noFilters } from "~/domain/communications-plan/rows";
import { planTable } from "~/features/communications-plan/plan-table.view.server";
import { withRegion } from "~/platform/db/region-db.server";

/** A plan of 400 rows in a year, with words of time of every kind; its first day is the first of that year. */
export const largePlan = (region: string, year: number) => `
  INSERT INTO communications_plan (region_id, id, "from", "to")
    VALUES (${region}, gen_random_uuid(), '${year}-01-01', '${year}-12-31');
  INSERT INTO plan_row (region_id, id, plan_id, position, channel, theme, goal, timing, responsible, audience, updated_at)
    SELECT region_id, gen_random_uuid(), id, n,
      (ARRAY['Webinar', 'Fagdag', 'Podkast', 'Dialogmøte', 'Konferanse', 'Informasjonsbrev', 'Innlegg', 'Nettside'])[1 + n % 8] || ' ' || n,
      'Mat og måltid, transport, gode døme frå kommunane', 'Informasjon, erfaringsutveksling og inspirasjon',
      (ARRAY['Mai/juni + november', 'Haust -${year % 100}', '2-3 gonger i året', 'Kontinuerleg', 'Ved behov', '18. februar, haust',
        'Transport; 18. mars', 'Årleg', 'Kvart kvartal'])[1 + n % 9],
      format('SFVL, KS, USHT, gruppe %s + resten av koordineringsgruppa', n % 20), 'Kommunane, leiarar', now()
    FROM communications_plan, generate_series(1, 400) n WHERE region_id = ${region} AND "from" = '${year}-01-01';
  ANALYZE;`;

/** The plan of 400 rows as a table: what it takes to read, the whole page, and one edit. */
export async function measurePlan({ few, cookie, region }: Bench): Promise<void> {
  const client = new pg.Client({ connectionString: few });
  await client.connect();
  await client.query(largePlan(`'${region}'::uuid`, 2033));
  const { rows } = await client.query<{ id: string }>(
    "SELECT r.id FROM plan_row r JOIN communications_plan p ON p.id = r.plan_id WHERE p.\"from\" = '2033-01-01' LIMIT 1",
  );
  await client.end();
  const url = `${await serve(few)}/r/vestland/plan/2033`;
  const today = new Date().toISOString().slice(0, 10);
  const view = () =>
    withRegion({ regionId: region, personId: null, via: "operator" }, async (db) => {
      const table = await planTable(db, { key: "2033", by: "channel", filters: noFilters, today });
      if (table?.shown !== 400) throw new Error("The plan is not whole");
    });
  const page = (query: string) => async () => {
    const response = await fetch(url + query, { headers: { cookie }, redirect: "manual" });
    if (response.status !== 200) throw new Error(`The plan answered ${response.status}`);
    await response.text();
  };
  let version = 0;
  const edit = async () => {
    const body = new URLSearchParams({
      ...{ channel: "Webinar", theme: `Runde ${version}`, goal: "", timing: "Mai/juni + november" },
      ...{ responsible: "KS", audience: "Kommunane", version: String(version) },
    });
    const headers = { cookie, accept: "application/json", origin: new URL(url).origin };
    const to = `${url}/rows/${rows[0]?.id}/form`;
    const response = await fetch(to, { method: "POST", body, headers, redirect: "manual" });
    if (response.status !== 200) throw new Error(`An edit was answered ${response.status}: ${await response.text()}`);
    await response.text();
    version += 1;
  };
  const [read = 0, first = 0, all = 0, one = 0] = await inTurns(30, view, page(""), page("?show=all"), edit);
  const figures = [
    { name: "the plan of 400 rows: read as a table", figure: read, bar: 150 },
    { name: "the same, the page of its first 50 rows from the server", figure: first, bar: 300 },
    { name: "the same, the page of all rows from the server", figure: all, bar: 600 },
    { name: "the same, one edit", figure: one, bar: 100 },
  ];
  for (const figure of figures) tell({ ...figure, unit: " ms", atMost: true });
}
