import { randomUUID } from "node:crypto";
import pg from "pg";
import type { TestDatabase } from "#tests/support/database";

/** A newsletter of a region, and a draft of it with an introduction, a text and news, past every wall. */
export async function addIssue({ adminUrl }: TestDatabase, slug: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const [newsletter, issue, introduction, text, news] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  try {
    const { rows } = await client.query<{ id: string }>("SELECT id FROM region WHERE slug = $1", [slug]);
    const region = rows[0]?.id;
    await client.query(
      "INSERT INTO newsletter (region_id, id, position, name, updated_at) VALUES ($1, $2, 90, $3, now())",
      [region, newsletter, `Prøvebrevet ${newsletter.slice(0, 8)}`],
    );
    await client.query(
      `INSERT INTO newsletter_issue (region_id, id, newsletter_id, year, number, subject, since, updated_at)
       VALUES ($1, $2, $3, 2026, 1, $4, now(), now())`,
      [region, issue, newsletter, JSON.stringify({ nn: "Fram mot sommaren" })],
    );
    const items: [string, string, object][] = [
      [introduction, "introduction", {}],
      [text, "text", { nn: "Eiga sak" }],
      [news, "news", { nn: "Nytt frå andre" }],
    ];
    for (const [position, [id, kind, heading]] of items.entries())
      await client.query(
        `INSERT INTO issue_item (region_id, id, issue_id, position, kind, heading, body)
         VALUES ($1, $2, $3, $4, $5::issue_item_kind, $6, $7)`,
        [region, id, issue, position, kind, JSON.stringify(heading), JSON.stringify({ nn: `Om ${kind}.` })],
      );
  } finally {
    await client.end();
  }
  return { newsletter, issue, introduction, text, news, page: `/r/${slug}/newsletters/${issue}` };
}

export type TestIssue = Awaited<ReturnType<typeof addIssue>>;
