import { createHash, randomBytes, randomUUID } from "node:crypto";
import { issue as content } from "#tests/emails/issue-samples";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

type Place = { url: string; query(sql: string, values: unknown[]): Promise<{ rows: Record<string, string>[] }> };

/** A newsletter of Vestland with one issue that has been sent, and the links of one who got it. */
export async function sendNewsletter(place: Place, name = "Nyheitsbrev", more: { open?: boolean } = {}) {
  const query = (sql: string, ...values: unknown[]) => place.query(sql, values).then(({ rows }) => rows);
  const [newsletter, issue, image] = [randomUUID(), randomUUID(), randomUUID()];
  const [region] = await query("SELECT id FROM region WHERE slug = 'vestland'");
  const regionId = region?.id ?? "";
  await query(
    `INSERT INTO newsletter (region_id, id, position, name, open)
     SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4 FROM newsletter WHERE region_id = $1`,
    ...[regionId, newsletter, name, more.open ?? true],
  );
  await query(
    `INSERT INTO stored_file (region_id, id, name, type, size, hash, content) VALUES ($1, $2, '1x1', 'image/png', $3, $4, $5)`,
    ...[regionId, image, png.length, createHash("sha256").update(png).digest("hex"), png],
  );
  const url = `${place.url}/vestland/newsletters/${issue}/images/${image}`;
  const items = content.items.map((item) => (item.image ? { ...item, image: { ...item.image, url } } : item));
  const nn = { ...content, newsletter: name, items };
  const nb = { ...nn, language: "nb", heading: "Fram mot sommeren" };
  await query(
    `INSERT INTO newsletter_issue (region_id, id, newsletter_id, year, number, state, subject, since, approved_at, frozen, sent_at)
     VALUES ($1, $2, $3, 2027, 1, 'sent', $4, now(), now(), $5, now())`,
    ...[regionId, issue, newsletter, JSON.stringify({ nn: nn.heading, nb: nb.heading }), JSON.stringify({ nn, nb })],
  );
  return { newsletter, issue, image, regionId, link: linkOf };

  /** A link of this purpose for the contact person of Voss. */
  async function linkOf(purpose: "preferences" | "subscription"): Promise<string> {
    const token = randomBytes(24).toString("base64url");
    await query(
      `INSERT INTO link_token (region_id, id, hash, purpose, person_id, subject_id, expires_at)
       SELECT $1, gen_random_uuid(), $2, $3, id, $4, now() + interval '1 year' FROM person
       WHERE region_id = $1 AND email = 'kontakt@voss.kommune.example'`,
      ...[regionId, createHash("sha256").update(token).digest("hex"), purpose, newsletter],
    );
    return token;
  }
}
