type Query = (sql: string, slug: string) => Promise<Record<string, string>[]>;

/** A year of its own for each region, so that one's plan is not found under another's address. */
const yearOf = (slug: string) => (slug === "vestland" ? 2031 : 2032);

/** The region's action plan with one activity, a version of it, and an import on its way; made when there is none. */
export async function actionPlanIn(query: Query, slug: string): Promise<Record<string, string>> {
  const year = yearOf(slug);
  const [found] = await query(
    `SELECT f.id AS "focusArea", a.id AS activity, i.id AS "planImport"
     FROM action_plan p JOIN region r ON r.id = p.region_id
     JOIN action_area d ON d.region_id = p.region_id AND d.plan_id = p.id
     JOIN focus_area f ON f.region_id = p.region_id AND f.area_id = d.id
     JOIN measure m ON m.region_id = p.region_id AND m.focus_area_id = f.id
     JOIN activity a ON a.region_id = p.region_id AND a.measure_id = m.id
     JOIN import i ON i.region_id = p.region_id AND i.kind = 'action_plan' AND i.file_name = 'ids.txt'
     WHERE r.slug = $1 AND p.year = ${year} LIMIT 1`,
    slug,
  );
  if (found) return { year: String(year), version: "1", ...found };
  const content = JSON.stringify({ year, name: "", introduction: "", areas: [] });
  await query(
    `WITH here AS (SELECT id AS region_id FROM region WHERE slug = $1),
       priority AS (SELECT p.region_id, p.id FROM priority_area p JOIN here h USING (region_id) ORDER BY p.number LIMIT 1),
       plan AS (INSERT INTO action_plan (region_id, id, year, name, updated_at)
         SELECT region_id, gen_random_uuid(), ${year}, 'Plan', now() FROM here RETURNING region_id, id),
       version AS (INSERT INTO action_plan_version (region_id, id, plan_id, number, adopted_on, content)
         SELECT region_id, gen_random_uuid(), id, 1, '2030-12-01', '${content}' FROM plan),
       part AS (INSERT INTO action_area (region_id, id, plan_id, priority_area_id, position)
         SELECT p.region_id, gen_random_uuid(), p.id, a.id, 0 FROM plan p JOIN priority a USING (region_id)
         RETURNING region_id, id),
       focus AS (INSERT INTO focus_area (region_id, id, area_id, position, name)
         SELECT region_id, gen_random_uuid(), id, 0, 'Fokus' FROM part RETURNING region_id, id),
       measure AS (INSERT INTO measure (region_id, id, focus_area_id, position, name)
         SELECT region_id, gen_random_uuid(), id, 0, 'Tiltak' FROM focus RETURNING region_id, id),
       activity AS (INSERT INTO activity (region_id, id, measure_id, position, name, timing, updated_at)
         SELECT region_id, gen_random_uuid(), id, 0, 'Aktivitet', 'Q1', now() FROM measure)
     INSERT INTO import (region_id, id, kind, file_name, text)
     SELECT region_id, gen_random_uuid(), 'action_plan', 'ids.txt',
       E'# Handlingsplan 2033\\n\\n## Innsatsområde: Helse\\n\\n### Folkehelse\\n\\nTiltak\\tAktivitet\\t2033\\nA\\tB\\tQ1' FROM here`,
    slug,
  );
  return actionPlanIn(query, slug);
}
