import { connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinators,
  fill,
  idsOf,
  mailsAreSent,
  mailsTo,
  makeEvent,
  printOf,
  query,
  routes,
  signedIn,
  startDemo,
  type Visitor,
  visitor,
} from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";

/** Stands between the application and PostgreSQL and counts what `samvirk_app` has run. */
async function countingProxy(target: URL): Promise<{ server: Server; port: number; count(): number }> {
  let count = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let buffer = Buffer.alloc(0);
    let role: string | undefined;
    client.on("data", (chunk) => {
      upstream.write(chunk);
      buffer = Buffer.concat([buffer, chunk]);
      for (;;) {
        const start = role === undefined ? 0 : 1;
        if (buffer.length < start + 4) return;
        const length = start + buffer.readUInt32BE(start);
        if (buffer.length < length) return;
        const message = buffer.subarray(0, length);
        if (role === undefined) role = /user\0([^\0]+)/.exec(message.toString("latin1"))?.[1] ?? "";
        else if (role === "samvirk_app" && (message[0] === 0x45 || message[0] === 0x51)) count += 1;
        buffer = buffer.subarray(length);
      }
    });
    upstream.pipe(client);
    for (const socket of [client, upstream]) {
      socket.on("error", () => {});
      socket.on("close", () => (socket === client ? upstream : client).destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The proxy has no port");
  return { server, port: address.port, count: () => count };
}

const everyWay = process.env.SAMVIRK_TEST_LONG === "1";

describe("reading", () => {
  let app: RunningApp;
  let coordinator: Visitor;
  let ids: Record<string, string>;
  let proxy: Awaited<ReturnType<typeof countingProxy>>;
  beforeAll(async () => {
    app = await startDemo({}, async (settings) => {
      const url = new URL(settings.DATABASE_URL ?? "");
      proxy = await countingProxy(new URL(url));
      url.port = String(proxy.port);
      settings.DATABASE_URL = url.href;
    });
    coordinator = await signedIn(app, coordinators.vestland);
    await makeEvent(coordinator, "vestland", "Fellesmøte");
    await mailsAreSent(app);
    ids = await idsOf(app, "vestland");
  });
  afterAll(async () => {
    await app?.stop();
    proxy?.server.close();
  });

  it("changes nothing, whatever address is opened and however often", async () => {
    const links = [...(await mailsTo(app, "kontakt@voss.kommune.example"))].flatMap(
      (text) => text.match(/https?:\S+/g) ?? [],
    );
    const anonymous = visitor(app);
    await anonymous.post("/sign-in", { email: coordinators.vestland });
    const [signIn = ""] = (await mailsTo(app, coordinators.vestland)).slice(-1);
    links.push(...(signIn.match(/https?:\S+\/sign-in\/[\w-]+/g) ?? []));
    const member = { name: "Rådgjevar, fylket", email: "ny@vestland.example", kind: "reader", first: "2026-01-01" };
    expect((await coordinator.post("/r/vestland/settings/members", member)).status).toBe(302);
    links.push(...((await mailsTo(app, member.email))[0]?.match(/https?:\S+take-role\/[\w-]+/g) ?? []));
    await mailsAreSent(app);
    expect(links.filter((link) => link.includes("/answer/")).length).toBeGreaterThan(0);
    expect(links.filter((link) => link.includes("/sign-in/")).length).toBeGreaterThan(0);
    expect(links.filter((link) => link.includes("/take-role/")).length).toBeGreaterThan(0);
    const [message] = await query<{ id: string }>(app, "SELECT id FROM mailbox_message LIMIT 1");
    const pages = routes().map(({ path }) => path.replace(":message", message?.id ?? "").replace(/:token/, "x"));
    const addresses = [...pages.map((path) => fill(path, ids)), ...links.map((link) => new URL(link).pathname)];
    const before = await printOf(app);
    for (const [nth, address] of addresses.entries()) {
      // A region's pages send whoever is not signed in away before anything is read.
      const both = everyWay || !address.startsWith("/r/") || nth % 4 === 0;
      for (const reader of both ? [coordinator, anonymous] : [coordinator]) {
        const { status, text } = await reader.get(address);
        expect(status, address).toBeLessThan(500);
        // React fills blocks up where a letter does not fit in.
        if (/^<!doctype html/i.test(text)) expect(text.includes("\0"), `${address} has null bytes`).toBe(false);
      }
      // The same loaders run for these, by turns; the long tests open every address each way.
      const turn = everyWay ? 0 : nth % 8;
      if (turn === 0) {
        expect((await visitor(app).head(address)).status, `HEAD ${address}`).toBeLessThan(500);
        expect((await coordinator.head(address)).status, `HEAD ${address}`).toBeLessThan(500);
      }
      if (turn === 2 || everyWay) await coordinator.get(`${address === "/" ? "/_root" : address}.data`);
    }
    expect(await printOf(app)).toEqual(before);
  }, 240_000);

  it("asks the database as often for long lists as for short ones", async () => {
    const pages = [
      ...[
        "",
        "/plan/2021",
        ...[
          "document",
          "document.docx",
          "wheel",
          "calendar",
          "timeline",
          "due",
          "about",
          "edit",
          "changes",
          "carry-over",
        ].map((view) => `/plan/2021/${view}`),
        ...["", "/edit", "/proposals", "/remove"].map((part) => `/plan/2021/rows/${ids.row}${part}`),
        "/settings/channels",
        "/settings/holidays",
        "/settings/templates",
        "/events",
        `/events/${ids.event}`,
        `/events/${ids.event}/invite`,
        "/events/new",
        "/deliveries",
      ],
      ...["/municipalities", "/municipalities/areas", `/municipalities/areas/${ids.area}`, "/municipalities/areas/new"],
      ...["/municipalities/register", "/municipalities/sheet", "/municipalities/4621", "/municipalities/4621/edit"],
      ...["/networks", `/networks/${ids.network}`, `/networks/${ids.network}?add=person&q=lang`, "/networks/new"],
      ...[
        "/actors",
        "/actors/in-plan",
        "/actors/names",
        `/actors/${ids.actor}`,
        `/actors/${ids.actor}?add=person&q=lang`,
      ],
      ...["/publications", `/publications/${ids.publication}`, `/publications/${ids.publication}/edit`],
      ...["", "/notes", `/settings/${ids.newsletter}`, `/${ids.issue}`, `/${ids.issue}/recipients`].map(
        (part) => `/newsletters${part}`,
      ),
      ...["/groups", `/groups/${ids.group}`, `/groups/${ids.group}?add=person&q=lang`],
      ...["/bodies", "/body-members", "/bodies/plan/2027", `/bodies/${ids.body}`],
      ...["/responsibility?period=2021", "/responsibility/tasks/new"],
      ...["/audiences", "/audiences/words", `/audiences/${ids.audience}`, `/audiences/${ids.audience}/edit`],
      ...["/fees", `/fees/${ids.scheme}/${ids.year}`],
      ...["/automation", "/automation/year?from=2021-01-01&to=2021-12-31"],
    ];
    // By turns, and always what is planned from all that rules read; the long tests measure every page.
    const planned = (page: string) => page === "" || /^\/automation|\/rows\/[\da-f-]+$/.test(page);
    const measured = pages.filter(
      (page, nth) => everyWay || nth % 4 === 0 || page.startsWith("/events") || planned(page),
    );
    const measure = async () => {
      const counts: Record<string, number> = {};
      // What rules are planned from is read once and kept until it changes.
      await coordinator.get("/r/vestland/automation");
      for (const page of measured) {
        const before = proxy.count();
        expect((await coordinator.get(`/r/vestland${page}`)).status, page).toBe(200);
        counts[page] = proxy.count() - before;
      }
      return counts;
    };
    const short = await measure();
    await lengthen(app);
    const long = await measure();
    console.log("queries per page as samvirk_app, short lists and long:", short, long);
    for (const page of measured) {
      expect(short[page], page).toBeGreaterThan(2);
      // What rows are related to is not asked for where there are none.
      expect(long[page], page).toBeLessThanOrEqual((short[page] ?? 0) + 4);
      // The first page of one who may do all puts together what each word has to show.
      expect(long[page], page).toBeLessThanOrEqual(page === "" ? 50 : 48);
    }
  }, 240_000);
});

/** Makes every list of Vestland long. */
async function lengthen(app: RunningApp): Promise<void> {
  const region = "(SELECT id FROM region WHERE slug = 'vestland')";
  await query(
    app,
    `INSERT INTO region_municipality (region_id, municipality_id) SELECT ${region}, id FROM municipality
     ON CONFLICT DO NOTHING`,
  );
  await query(
    app,
    `INSERT INTO person (region_id, id, name, email)
     SELECT ${region}, gen_random_uuid(), 'Kontaktperson', format('lang%s@vestland.example', n) FROM generate_series(1, 130) n`,
  );
  await query(
    app,
    `INSERT INTO plan_row (region_id, id, plan_id, position, channel, timing, updated_at)
     SELECT region_id, gen_random_uuid(), plan_id, 1000 + n, 'Møte', 'mai', now()
     FROM (SELECT region_id, plan_id FROM plan_row WHERE region_id = ${region} LIMIT 1) r, generate_series(1, 80) n`,
  );
  await query(
    app,
    `INSERT INTO event (region_id, id, title, starts_at, ends_at, zone, state, plan_row_id)
     SELECT ${region}, gen_random_uuid(), format('Møte %s', n), now() + n * interval '1 day',
       now() + n * interval '1 day' + interval '1 hour', 'Europe/Oslo', 'published',
       (SELECT id FROM plan_row WHERE region_id = ${region} ORDER BY id LIMIT 1) FROM generate_series(1, 80) n`,
  );
  await query(
    app,
    `INSERT INTO invitation (region_id, id, event_id, person_id, locale)
     SELECT e.region_id, gen_random_uuid(), e.id, p.id, 'nn' FROM event e JOIN person p ON p.region_id = e.region_id
     WHERE e.region_id = ${region} AND p.email LIKE 'lang%' AND (e.title = 'Fellesmøte' OR random() < 0.05)`,
  );
  await query(
    app,
    `INSERT INTO delivery (region_id, id, key, kind, to_name, to_address, locale, message, state, due_at, sent_at, event_id)
     SELECT ${region}, gen_random_uuid(), format('lang-%s', n), 'event-invitation', 'x', 'x@x.example', 'nn', '{}', 'sent',
       now(), now(), (SELECT id FROM event WHERE title = 'Fellesmøte') FROM generate_series(1, 80) n`,
  );
  await query(
    app,
    `INSERT INTO network (region_id, id, position, name, form, updated_at)
     SELECT ${region}, gen_random_uuid(), 1000 + n, format('Nettverk %s', n), '2 gonger i året', now() FROM generate_series(1, 80) n`,
  );
  await query(
    app,
    `INSERT INTO publication (region_id, id, kind, title, day, open, actor_id, plan_row_id, updated_at)
     SELECT ${region}, gen_random_uuid(), 'talk', format('Innlegg %s', n), current_date - n, true,
       (SELECT id FROM actor WHERE region_id = ${region} ORDER BY id LIMIT 1),
       (SELECT id FROM plan_row WHERE region_id = ${region} ORDER BY id LIMIT 1), now() FROM generate_series(1, 80) n`,
  );
  const newsletter = `(SELECT id FROM newsletter WHERE region_id = ${region} ORDER BY id LIMIT 1)`;
  await query(
    app,
    `INSERT INTO newsletter_issue
       (region_id, id, newsletter_id, year, number, state, subject, since, frozen, approved_at, sent_at, updated_at)
     SELECT ${region}, gen_random_uuid(), ${newsletter}, 1900 + n, 1, state::issue_state, '{"nn": "Brev"}', now(),
       CASE WHEN state = 'sent' THEN '{}'::jsonb END, CASE WHEN state = 'sent' THEN now() END,
       CASE WHEN state = 'sent' THEN now() END, now()
     FROM generate_series(1, 80) n, LATERAL (SELECT CASE WHEN n % 4 = 0 THEN 'draft' ELSE 'sent' END) s (state)`,
  );
  await query(
    app,
    `INSERT INTO newsletter_note (region_id, id, newsletter_id, actor_id, heading)
     SELECT ${region}, gen_random_uuid(), ${newsletter},
       (SELECT id FROM actor WHERE region_id = ${region} ORDER BY id LIMIT 1), '{"nn": "Innspel"}'
     FROM generate_series(1, 80) n`,
  );
  await lengthenPeople(app, region);
}

/** The same for what the region is made of: every actor, group, area, network and audience of it, and more of each. */
async function lengthenPeople(app: RunningApp, region: string): Promise<void> {
  const more = (sql: string) => query(app, sql);
  const people = "(SELECT id, row_number() OVER (ORDER BY id) AS n FROM person WHERE email LIKE 'lang%')";
  await more(
    `INSERT INTO actor (region_id, id, position, name, short_name, updated_at)
     SELECT ${region}, gen_random_uuid(), 1000 + n, format('Aktør %s', n), format('AK%s', n), now()
     FROM generate_series(1, 60) n`,
  );
  await more(
    `INSERT INTO actor (region_id, id, parent_id, position, name, updated_at)
     SELECT region_id, gen_random_uuid(), id, 1, format('Eining av %s', name), now() FROM actor
     WHERE region_id = ${region} AND parent_id IS NULL`,
  );
  await more(
    `INSERT INTO task (region_id, id, actor_id, position, name)
     SELECT region_id, gen_random_uuid(), id, 1000 + n, format('Oppgåve %s', n) FROM actor, generate_series(1, 4) n
     WHERE region_id = ${region}`,
  );
  await more(
    `INSERT INTO actor_person (region_id, id, actor_id, person_id)
     SELECT a.region_id, gen_random_uuid(), a.id, p.id FROM actor a, ${people} p WHERE a.region_id = ${region} AND p.n <= 60`,
  );
  await more(
    `INSERT INTO responsibility (region_id, id, actor_id, task_id, part)
     SELECT t.region_id, gen_random_uuid(), a.id, t.id, 'informed' FROM task t, actor a
     WHERE t.region_id = ${region} AND a.region_id = t.region_id AND t.position > 1000 AND a.position > 1030`,
  );
  await more(
    `INSERT INTO support_group (region_id, id, position, name, updated_at)
     SELECT ${region}, gen_random_uuid(), 1000 + n, format('Gruppe %s', n), now() FROM generate_series(1, 100) n`,
  );
  await more(
    `INSERT INTO group_member (region_id, id, group_id, person_id)
     SELECT g.region_id, gen_random_uuid(), g.id, p.id FROM support_group g, ${people} p
     WHERE g.region_id = ${region} AND p.n <= 80`,
  );
  await more(
    `INSERT INTO group_member (region_id, id, group_id, member_group_id)
     SELECT g.region_id, gen_random_uuid(), first.id, g.id FROM support_group g,
       (SELECT id FROM support_group WHERE region_id = ${region} ORDER BY id LIMIT 1) first
     WHERE g.region_id = ${region} AND g.id <> first.id`,
  );
  await more(
    `INSERT INTO actor_name (region_id, id, words, shown)
     SELECT ${region}, gen_random_uuid(), format('namn %s', n), format('Namn %s', n) FROM generate_series(1, 80) n`,
  );
  await more(
    `UPDATE plan_row SET responsible = format('Ukjend %s + AK%s, SFVL (prosjekt %s)', position, position % 60, position),
       audience = format('Tilsette %s, leiarar %s', position, position) WHERE region_id = ${region} AND position > 1000`,
  );
  await more(
    `INSERT INTO network_member (region_id, id, network_id, person_id, joined_on)
     SELECT n.region_id, gen_random_uuid(), n.id, p.id, '2025-01-01' FROM network n, ${people} p
     WHERE n.region_id = ${region} AND p.n <= 80`,
  );
  await more(
    `INSERT INTO network_member (region_id, id, network_id, municipality_id, joined_on)
     SELECT n.region_id, gen_random_uuid(), n.id, m.municipality_id, '2025-01-01' FROM network n
     JOIN region_municipality m ON m.region_id = n.region_id WHERE n.region_id = ${region} AND n.position < 1040 ON CONFLICT DO NOTHING`,
  );
  await more(
    `INSERT INTO network_operator (region_id, id, network_id, actor_id, position)
     SELECT n.region_id, gen_random_uuid(), n.id, a.id, 10 FROM network n
     JOIN actor a ON a.region_id = n.region_id WHERE n.region_id = ${region} AND a.position BETWEEN 1001 AND 1005
     ON CONFLICT DO NOTHING`,
  );
  await more(
    `UPDATE event SET network_id = (SELECT id FROM network WHERE region_id = ${region} ORDER BY id LIMIT 1),
       starts_at = now() - interval '1 day' * (1 + abs(hashtext(id::text)) % 900),
       ends_at = now() - interval '1 day' * (1 + abs(hashtext(id::text)) % 900) + interval '1 hour'
     WHERE region_id = ${region} AND title LIKE 'Møte %' AND right(title, 1) IN ('2', '4', '6')`,
  );
  await more(
    `INSERT INTO area (region_id, id, position, name, counties)
     SELECT ${region}, gen_random_uuid(), 1000 + n, format('Område %s', n), '{}' FROM generate_series(1, 40) n`,
  );
  await more(
    `INSERT INTO area_municipality (region_id, area_id, municipality_id)
     SELECT a.region_id, a.id, m.id FROM area a, municipality m WHERE a.region_id = ${region} AND m.ended_on IS NULL
     ON CONFLICT DO NOTHING`,
  );
  await more(
    `INSERT INTO audience (region_id, id, name, updated_at)
     SELECT ${region}, gen_random_uuid(), format('Målgruppe %s', n), now() FROM generate_series(1, 100) n`,
  );
  await more(
    `INSERT INTO audience_rule (region_id, id, audience_id, position, kind, person_id)
     SELECT a.region_id, gen_random_uuid(), a.id, 100 + p.n, 'person', p.id FROM audience a, ${people} p
     WHERE a.region_id = ${region} AND p.n <= 60`,
  );
  await more(
    `INSERT INTO audience_words (region_id, id, words, shown)
     SELECT ${region}, gen_random_uuid(), format('ord %s', n), format('Ord %s', n) FROM generate_series(1, 80) n`,
  );
  const [account] = await query<{ id: string }>(app, `SELECT id FROM person WHERE email = $1`, coordinators.vestland);
  await query(
    app,
    `INSERT INTO audit_event (region_id, id, at, person_id, via, action, subject_kind, subject_id)
     SELECT s.region_id, gen_random_uuid(), now(), $1::uuid, 'session', 'updated', s.subject, s.id
     FROM (SELECT region_id, id, 'actor' AS subject FROM actor UNION ALL SELECT region_id, id, 'group' FROM support_group
       UNION ALL SELECT region_id, id, 'network' FROM network) s, generate_series(1, 60) WHERE s.region_id = ${region}`,
    account?.id,
  );
}
