import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Bench, tell, timed } from "#bin/bench/figures";
import { serve } from "#bin/bench/pages";

const people = 1_000;
const places = 500;
const arrivals = 50;
const seconds = 10;

/** A webinar in the demo's first region that is open to sign up to, with so many places. */
async function openWebinar(client: pg.Client, region: string, title: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO event (region_id, id, kind, title, starts_at, ends_at, zone, state, open, registration, capacity,
       attendance_way, organizer_name, organizer_address, changed_at)
     VALUES ($1, gen_random_uuid(), 'webinar', $2, now() + interval '30 days', now() + interval '30 days 1 hour',
       'Europe/Oslo', 'published', true, 'open', $3, 'online', 'KS', 'post@bench.example', now()) RETURNING id`,
    [region, title, places],
  );
  return rows[0]?.id ?? "";
}

/** Signs one person up as her browser would, by one POST of the page's own form. */
async function signUp(url: string, proof: string, name: string): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { origin: new URL(url).origin, "accept-language": "nb" },
    body: new URLSearchParams({ proof, name, email: `${name}@bench.example`, organisation: "", municipalityId: "" }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`Signing up answered ${response.status}`);
  return text;
}

/** A thousand people who sign up at once for 500 places, and then fifty who come each second. */
export async function measureRegistrations({ few, region }: Bench): Promise<void> {
  const client = new pg.Client({ connectionString: few });
  await client.connect();
  const url = await serve(few);
  const pageOf = async (title: string) => {
    const event = await openWebinar(client, region, title);
    const page = `${url}/vestland/events/${event}`;
    const proof = /name="proof" value="([^"]+)"/.exec(await (await fetch(page)).text())?.[1] ?? "";
    return { event, page, proof };
  };
  const rush = await pageOf("Webinar som alle vil på");
  const took = await timed(() =>
    Promise.all(Array.from({ length: people }, (_, at) => signUp(rush.page, rush.proof, `rush${at}`))),
  );
  const { rows } = await client.query<{ state: string; count: number }>(
    "SELECT state, count(*)::int FROM registration WHERE event_id = $1 GROUP BY 1 ORDER BY 1",
    [rush.event],
  );
  const found = rows.map(({ state, count }) => `${count} ${state}`).join(", ");
  if (found !== `${places} registered, ${people - places} waiting`) throw new Error(`A rush ended with ${found}`);
  tell({
    ...{ name: "1,000 people sign up at once for 500 places, all answered", figure: took / 1_000 },
    ...{ unit: " s", bar: 15, atMost: true },
  });
  const steady = await pageOf("Webinar med jamn tilstrøyming");
  const waits: Promise<number>[] = [];
  const began = performance.now();
  for (let at = 0; at < arrivals * seconds; at += 1) {
    await sleep(Math.max(0, began + (at * 1_000) / arrivals - performance.now()));
    waits.push(timed(() => signUp(steady.page, steady.proof, `steady${at}`)));
  }
  const sorted = (await Promise.all(waits)).sort((a, b) => a - b);
  await client.end();
  tell({
    name: `${arrivals} people sign up each second, 99 of 100 answered within`,
    figure: (sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN) / 1_000,
    ...{ unit: " s", bar: 1, atMost: true },
  });
}
