type Query = (sql: string, slug: string) => Promise<Record<string, string>[]>;

/** A round of reporting with one row that somebody owns; made when there is none. */
export async function reportIn(query: Query, slug: string): Promise<Record<string, string>> {
  const [found] = await query(
    `SELECT o.id AS round, w.id AS "reportRow" FROM report_round o JOIN region r ON r.id = o.region_id
     JOIN report_row w ON (w.region_id, w.round_id) = (o.region_id, o.id)
     WHERE r.slug = $1 AND o.name = 'Rapport for id-ar' ORDER BY w.position LIMIT 1`,
    slug,
  );
  if (found) return found;
  const form = JSON.stringify({
    columns: [{ key: "status", label: "Status", help: "", required: true }],
    texts: [{ key: "summary", heading: "Samandrag", help: "" }],
    figures: [{ key: "own", definition: "own", label: "Telefonar" }],
  });
  await query(
    `WITH round AS (INSERT INTO report_round (region_id, id, name, kind, "from", "to", form, updated_at)
         SELECT id, gen_random_uuid(), 'Rapport for id-ar', 'half_yearly', '2033-01-01', '2033-06-30', '${form}', now()
         FROM region WHERE slug = $1 RETURNING region_id, id)
     INSERT INTO report_row (region_id, id, round_id, position, area, focus_area, measure, activity, owner_id, updated_at)
     SELECT o.region_id, gen_random_uuid(), o.id, 0, 'Helse', 'Folkehelse', 'Tiltak', 'Halde samlingar', p.id, now()
     FROM round o JOIN person p ON p.region_id = o.region_id ORDER BY p.id LIMIT 1`,
    slug,
  );
  return reportIn(query, slug);
}
