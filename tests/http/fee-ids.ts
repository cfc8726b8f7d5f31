type Query = (sql: string, slug: string) => Promise<Record<string, string>[]>;

/** A scheme of the region with a fixed fee of a year, and a report it has submitted; made when there are none. */
export async function feeIn(query: Query, slug: string, year: string): Promise<Record<string, string>> {
  const [found] = await query(
    `SELECT s.id AS scheme FROM fee_scheme s JOIN region r ON r.id = s.region_id
     WHERE r.slug = $1 AND s.name = 'Samarbeid om tal' LIMIT 1`,
    slug,
  );
  if (found) return { ...found, granted: slug, rollUp: "yearly-2019-01-01-2019-12-31" };
  const content = JSON.stringify(reportOf(slug));
  await query(
    `WITH here AS (SELECT id AS region_id FROM region WHERE slug = $1),
       scheme AS (INSERT INTO fee_scheme (region_id, id, position, name)
         SELECT region_id, gen_random_uuid(), 0, 'Samarbeid om tal' FROM here RETURNING region_id, id),
       fee AS (INSERT INTO fee_year (region_id, id, scheme_id, year, rate)
         SELECT region_id, gen_random_uuid(), id, ${year}, 200 FROM scheme RETURNING region_id, id),
       line AS (INSERT INTO fee_line (region_id, id, fee_year_id, municipality_id, population, population_year, amount)
         SELECT f.region_id, gen_random_uuid(), f.id, t.municipality_id, 1000, 2025, 200000
         FROM fee f JOIN region_municipality t USING (region_id) LIMIT 3),
       round AS (INSERT INTO report_round (region_id, id, name, kind, "from", "to", state, submitted_at, form, updated_at)
         SELECT region_id, gen_random_uuid(), 'Årsrapport', 'yearly', '2019-01-01', '2019-12-31', 'submitted', now(),
           '{"columns":[],"texts":[],"figures":[]}', now() FROM here RETURNING region_id, id)
     INSERT INTO report_submission (region_id, id, round_id, number, content, submitted_at)
     SELECT region_id, gen_random_uuid(), id, 1, '${content}'::jsonb, now() FROM round`,
    slug,
  );
  await query(
    `UPDATE fee_year SET fixed_at = now() FROM region r, fee_scheme s
     WHERE r.slug = $1 AND s.region_id = r.id AND s.name = 'Samarbeid om tal' AND scheme_id = s.id`,
    slug,
  );
  return feeIn(query, slug, year);
}

/** A report as it is frozen. Its secret words are for those who may read it. */
export function reportOf(slug: string) {
  return {
    ...{ region: slug, name: "Årsrapport 2019", kind: "yearly", from: "2019-01-01", to: "2019-12-31", previous: "" },
    form: {
      columns: [{ key: "status", label: "Status", help: "", required: true }],
      texts: [{ key: "summary", heading: "Oppsummering", help: "" }],
      figures: [{ key: "events-held", definition: "events_held", label: "" }],
    },
    texts: { summary: `Eit godt år i ${slug}.` },
    rows: [
      {
        ...{
          area: "Helse",
          focusArea: "Folkehelse",
          strategy: "",
          measure: "Tiltak",
          activity: "Aktivitet",
          timing: "Q1",
        },
        ...{ owner: "", answers: { status: `Gjort i ${slug}` }, before: null },
      },
    ],
    figures: [
      {
        key: "events-held",
        definition: "events_held",
        label: "",
        value: "1200",
        source: "",
        countedAt: "2020-01-05T09:00:00.000Z",
      },
      { key: "calls", definition: "own", label: "Samtalar", value: "350", source: "Talt for hand", countedAt: null },
    ],
    projects: [
      {
        ...{ number: "1000", name: "Drift" },
        lines: [
          {
            account: "3000",
            name: "Tilskot",
            group: "income",
            actual: "500000",
            budget: "400000",
            yearBudget: "400000",
          },
          { account: "5000", name: "Løn", group: "wages", actual: "120000", budget: "100000", yearBudget: "100000" },
        ],
      },
    ],
  };
}
