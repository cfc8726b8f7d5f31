import { randomBytes } from "node:crypto";
import pg from "pg";

/** A new, empty region, made past the wall as the operator's command does. */
export async function makeRegion(adminUrl: string): Promise<{ id: string; slug: string }> {
  const slug = `region-${randomBytes(4).toString("hex")}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      "INSERT INTO region (id, slug, name, initials) VALUES (gen_random_uuid(), $1, 'Vestland', 'VL') RETURNING id",
      [slug],
    );
    return { id: rows[0].id, slug };
  } finally {
    await client.end();
  }
}
