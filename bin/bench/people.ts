import pg from "pg";
import { type Bench, inTurns, tell } from "#bin/bench/figures";
import { serve } from "#bin/bench/pages";

/** 5,000 persons who work for one actor, an audience of them, a network with 300 of them, and 300 networks. */
const manyPeople = (region: string) => `
  INSERT INTO person (region_id, id, name, email)
    SELECT '${region}', gen_random_uuid(), 'Tilsett ' || n, format('tilsett%s@samvirk.example', n) FROM generate_series(1, 5000) n;
  INSERT INTO actor (region_id, id, position, name, updated_at)
    VALUES ('${region}', gen_random_uuid(), 900, 'Folkeaktøren', now());
  INSERT INTO actor_person (region_id, id, actor_id, person_id)
    SELECT p.region_id, gen_random_uuid(), a.id, p.id FROM person p JOIN actor a ON a.region_id = p.region_id
    WHERE p.region_id = '${region}' AND p.email LIKE 'tilsett%' AND a.position = 900;
  INSERT INTO audience (region_id, id, name, updated_at) VALUES ('${region}', gen_random_uuid(), 'Alle tilsette', now());
  INSERT INTO audience_rule (region_id, id, audience_id, position, kind, actor_id)
    SELECT u.region_id, gen_random_uuid(), u.id, 1, 'actor', a.id FROM audience u JOIN actor a ON a.region_id = u.region_id
    WHERE u.region_id = '${region}' AND u.name = 'Alle tilsette' AND a.position = 900;
  INSERT INTO network (region_id, id, position, name, operators, form, updated_at)
    SELECT '${region}', gen_random_uuid(), 900 + n, 'Nettverk ' || n, 'Folkeaktøren i lag med KS', 'to samlingar i året', now()
    FROM generate_series(1, 300) n;
  INSERT INTO network_member (region_id, id, network_id, person_id, joined_on)
    SELECT n.region_id, gen_random_uuid(), n.id, p.id, '2025-01-01' FROM network n
    JOIN (SELECT * FROM person WHERE region_id = '${region}' AND email LIKE 'tilsett%' ORDER BY id LIMIT 300) p ON true
    WHERE n.region_id = '${region}' AND n.position = 901;
  ANALYZE;`;

/** The pages that 5,000 persons and 300 networks weigh on most, whole from the server. */
export async function measurePeople({ few, cookie, region }: Bench): Promise<void> {
  const client = new pg.Client({ connectionString: few });
  await client.connect();
  await client.query(manyPeople(region));
  const id = async (from: string) =>
    (await client.query<{ id: string }>(`SELECT id FROM ${from} AND region_id = $1`, [region])).rows[0]?.id ?? "";
  const [audience, actor, network] = [
    await id("audience WHERE name = 'Alle tilsette'"),
    await id("actor WHERE position = 900"),
    await id("network WHERE position = 901"),
  ];
  await client.end();
  const url = `${await serve(few)}/r/vestland`;
  const pages = {
    "an audience": `/audiences/${audience}`,
    "all audiences": "/audiences",
    "an actor, somebody looked up": `/actors/${actor}?person=tilsett49`,
    "a network of 300": `/networks/${network}`,
    "the register of networks": "/networks",
  };
  const read = (path: string) => async () => {
    const response = await fetch(url + path, { headers: { cookie }, redirect: "manual" });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    await response.text();
  };
  const figures = await inTurns(20, ...Object.values(pages).map(read));
  for (const [at, name] of Object.keys(pages).entries())
    tell({
      ...{ name: `5,000 persons, 300 networks: ${name}`, figure: figures[at] ?? Number.NaN },
      ...{ unit: " ms", bar: 500, atMost: true },
    });
}
