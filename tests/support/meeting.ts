import { randomUUID } from "node:crypto";
import pg from "pg";
import type { TestDatabase } from "#tests/support/database";

type Item = { title: string; number?: number; kind?: string; proposal?: string; text?: string; letter?: string };

/** Cases with the letters and bullets a council's agenda has. */
const agenda: (Item & { parts?: (Item & { parts?: Item[] })[] })[] = [
  { title: "Godkjenning av innkalling og dagsorden", kind: "opening" },
  { title: "Referat fra forrige møte", number: 12, kind: "minutes", proposal: "Referatet godkjennes." },
  {
    title: "Møteplan for neste år",
    number: 13,
    text: "Sekretariatet legger fram forslag til møter i alle organene.",
    proposal: "Rådmannsgruppen slutter seg til framlagt forslag til møteplan.",
  },
  {
    title: "Studietur i november",
    number: 14,
    text: "To reisemål er undersøkt.",
    proposal: "Turen går til Kongsberg.",
  },
  {
    title: "Prosjekter innen satsingsområdene",
    number: 15,
    kind: "information",
    parts: [
      {
        title: "Helsesamarbeidet",
        letter: "A",
        parts: [
          { title: "Utviklingsplan", text: "Arbeidet er i gang." },
          { title: "Pasientforløp", text: "Ledes av koordinatoren." },
        ],
      },
      { title: "Folkehelse", letter: "B", text: "Felles møte 9. juni." },
    ],
  },
  { title: "Eventuelt", number: 16, kind: "other" },
];

/**
 * A council of a region with seats for five municipalities, a board it passes cases on to, and a meeting of it whose
 * agenda is set, past every wall. `items` are the ids by their titles.
 */
export async function addMeeting(
  { adminUrl }: Pick<TestDatabase, "adminUrl">,
  slug: string,
  state: "agenda" | "live" | "ended" = "agenda",
) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const [council, board, minutes] = [randomUUID(), randomUUID(), randomUUID()];
  const [member, followUp] = [randomUUID(), randomUUID()];
  const items: Record<string, string> = {};
  const cases: Record<string, string> = {};
  try {
    const { rows } = await client.query<{ id: string }>("SELECT id FROM region WHERE slug = $1", [slug]);
    const region = rows[0]?.id;
    const run = (sql: string, ...values: unknown[]) => client.query(sql, [region, ...values]);
    const body = `INSERT INTO governing_body (region_id, id, position, name, next_id, updated_at) VALUES ($1, $2, $3, $4, $5, now())`;
    await run(body, board, 91, `Styret ${board.slice(0, 4)}`, null);
    await run(body, council, 90, `Rådet ${council.slice(0, 4)}`, board);
    const places = await run(
      "SELECT municipality_id AS id FROM region_municipality WHERE region_id = $1 AND valid_to IS NULL ORDER BY municipality_id LIMIT 5",
    );
    for (const [position, { id }] of places.rows.entries())
      await run(
        `INSERT INTO body_member (region_id, id, body_id, part, office, municipality_id, position)
         VALUES ($1, $2, $3, $4::body_part, 'Rådmann', $5, $6)`,
        ...[position === 0 ? member : randomUUID(), council, position === 0 ? "leader" : "member", id, position],
      );
    await run(
      `INSERT INTO minutes (region_id, id, body_id, day, place, state, starts_at, ends_at, updated_at)
       VALUES ($1, $2, $3, current_date, 'Rådhuset', 'agenda', current_date + time '07:00', current_date + time '09:30', now())`,
      ...[minutes, council],
    );
    const add = async (item: Item & { parts?: Item[] }, position: number, parent: string | null): Promise<void> => {
      const [caseId, id] = [randomUUID(), randomUUID()];
      items[item.title] = id;
      cases[item.title] = caseId;
      await run(
        `INSERT INTO body_case (region_id, id, body_id, parent_id, kind, letter, position, title, presentation, proposal, state, updated_at)
         VALUES ($1, $2, $3, $4, $5::case_kind, $6, $7, $8, $9, $10, 'on_agenda', now())`,
        ...[caseId, council, parent, item.kind ?? "decision", item.letter ?? "", position, item.title],
        ...[item.text ?? "", item.proposal ?? ""],
      );
      await run(
        `INSERT INTO agenda_item (region_id, id, minutes_id, case_id, body_id, position, number, year)
         VALUES ($1, $2, $3, $4, $5, $6, $7::int, CASE WHEN $7::int IS NULL THEN NULL ELSE extract(year FROM current_date)::int END)`,
        ...[id, minutes, caseId, council, position, item.number ?? null],
      );
      for (const [at, part] of (item.parts ?? []).entries()) await add(part, position * 100 + at + 1, caseId);
    };
    for (const [at, item] of agenda.entries()) await add(item, at + 1, null);
    if (state !== "agenda") {
      await run("UPDATE minutes SET state = 'live', started_at = now() WHERE region_id = $1 AND id = $2", minutes);
      await run(
        `INSERT INTO presence (region_id, id, minutes_id, position, member_id, name, represents, state)
         SELECT m.region_id, gen_random_uuid(), $2, m.position, m.id, m.office, p.name, 'present'
         FROM body_member m JOIN municipality p ON p.id = m.municipality_id WHERE m.region_id = $1 AND m.body_id = $3`,
        ...[minutes, council],
      );
      await run(
        "INSERT INTO follow_up (region_id, id, item_id, position, words) VALUES ($1, $2, $3, 1, 'Sende ut planen')",
        ...[followUp, items["Møteplan for neste år"]],
      );
    }
    if (state === "ended") {
      await run("UPDATE minutes SET state = 'ended', ended_at = now() WHERE region_id = $1 AND id = $2", minutes);
      await run(
        `UPDATE agenda_item i SET outcome = 'as_proposed', decision = c.proposal FROM body_case c
         WHERE i.region_id = $1 AND i.minutes_id = $2 AND (c.region_id, c.id) = (i.region_id, i.case_id)`,
        minutes,
      );
      await run(
        `INSERT INTO minutes_remark (region_id, id, minutes_id, item_id, name, text) VALUES
         ($1, gen_random_uuid(), $2, $3, 'Rådmann, Lier', 'Studieturen kan bli kortere.')`,
        ...[minutes, items["Studietur i november"]],
      );
    }
  } finally {
    await client.end();
  }
  return {
    council,
    board,
    minutes,
    member,
    followUp,
    items,
    cases,
    page: `/r/${slug}/bodies/${council}/meetings/${minutes}/live`,
  };
}

export type TestMeeting = Awaited<ReturnType<typeof addMeeting>>;
