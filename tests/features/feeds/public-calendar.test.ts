import { describe, expect, it } from "vitest";
import { asAdmin, makeLiveRegion, startEvent } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import {
  type HeldTogether,
  nearestOpenEvents,
  publicCalendar,
  readChoice,
} from "~/features/feeds/public-calendar.view.server";

const database = useDatabase();
const now = new Date("2027-04-01T08:00:00Z");

async function world() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  const update = (sql: string, ...values: unknown[]) => asAdmin(database.url().adminUrl, sql, values);
  const event = async (fields: Parameters<typeof startEvent>[2], set = "") => {
    const { id } = await startEvent(region, now, fields);
    await update("UPDATE event SET open = true, state = 'published' WHERE id = $1", id);
    if (set) await update(`UPDATE event SET ${set} WHERE id = $1`, id);
    return id;
  };
  const view = (search = "", { at = now, joint = [] as HeldTogether[] } = {}) => {
    const choice = readChoice(new URLSearchParams(search));
    return region.inside((db) => publicCalendar(db, { slug: region.slug, now: at, choice, joint }));
  };
  const titles = (shown: Awaited<ReturnType<typeof view>>) =>
    shown.months.map(({ month, events }) => [month, ...events.map(({ title }) => title)]);
  return { region, update, event, view, titles };
}

describe("the public calendar", () => {
  it("shows what is open by the month it is in where it is held, and nothing that is not open", async () => {
    const { region, event, view, titles } = await world();
    await event({ title: "Seint", date: "2027-07-01", start: "00:30", end: "02:00" });
    await event({ title: "Tidleg", date: "2027-05-03" });
    await event({ title: "Midt i", date: "2027-05-20" });
    await startEvent(region, now, { title: "Utkast" });
    await event({ title: "Avlyst" }, "state = 'cancelled'");
    await event({ title: "Lukka" }, "open = false");
    expect(titles(await view())).toEqual([
      ["2027-05", "Tidleg", "Midt i"],
      ["2027-07", "Seint"],
    ]);
  });

  it("filters by kind and open network in the address, and takes anything else for no choice", async () => {
    const { region, event, view, titles } = await world();
    const network = await region.inside((db) =>
      db.network.create({ data: { name: "Nettverk", position: 1, links: [], open: true, updatedAt: now } }),
    );
    await event({ title: "Møte", kind: "meeting" });
    await event({ title: "Samling", kind: "network_gathering" }, `network_id = '${network.id}'`);
    const all = await view();
    expect([...all.kinds].sort()).toEqual(["meeting", "network_gathering"]);
    expect(all.networks).toEqual([{ id: network.id, name: "Nettverk" }]);
    expect(titles(await view("kind=meeting"))).toEqual([["2027-05", "Møte"]]);
    const of = await view(`network=${network.id}`);
    expect(titles(of)).toEqual([["2027-05", "Samling"]]);
    expect(of.address).toMatch(new RegExp(`/networks/${network.id}/calendar.ics$`));
    for (const search of ["kind=__proto__", "network=x", "after=~", "kind=&network="])
      expect(titles(await view(search))[0]).toHaveLength(3);
  });

  it("says whether one can sign up", async () => {
    const { region, event, view } = await world();
    const full = await event({ title: "Fullt" }, "registration = 'open', capacity = 1");
    await event({ title: "Ope" }, "registration = 'open', capacity = 1");
    await event(
      { title: "Begge vegar" },
      "registration = 'open', capacity = 1, attendance_way = 'both', capacity_online = 5",
    );
    await event({ title: "Stengt" }, "registration = 'open', register_by = '2027-03-01'");
    await event({ title: "Utan" });
    await region.inside((db) =>
      db.registration.create({
        data: {
          ...{ eventId: full, personId: region.coordinatorId, name: "x", way: "room", state: "registered" },
          ...{ number: 1, locale: "nn" },
        },
      }),
    );
    const { months } = await view();
    expect(
      Object.fromEntries(months.flatMap(({ events }) => events.map(({ title, signUp }) => [title, signUp]))),
    ).toEqual({
      Fullt: "full",
      Ope: "open",
      "Begge vegar": "open",
      Stengt: "closed",
      Utan: null,
    });
  });

  it("shows fifty at a time, each of them once", async () => {
    const { region, update, view } = await world();
    await update(
      `INSERT INTO event (region_id, id, title, starts_at, ends_at, zone, state, open)
       SELECT $1, gen_random_uuid(), format('Møte %s', n), $2::timestamptz + (n / 3) * interval '1 day',
         $2::timestamptz + (n / 3) * interval '1 day' + interval '1 hour', 'Europe/Oslo', 'published', true
       FROM generate_series(1, 120) n`,
      region.id,
      now,
    );
    const seen: string[] = [];
    for (let search: string | null = ""; search !== null; ) {
      const shown: Awaited<ReturnType<typeof view>> = await view(search);
      seen.push(...shown.months.flatMap(({ events }) => events.map(({ id }) => id)));
      search = shown.next && `after=${encodeURIComponent(shown.next)}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it("shows what is held together with another region, at the host's address, where nothing is chosen", async () => {
    const { event, view, titles, region } = await world();
    await event({ title: "Eige", date: "2027-05-20" });
    const joint = [
      {
        ...{ id: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f", title: "Felles", zone: "Europe/Oslo", place: "Oslo" },
        ...{ startsAt: "2027-05-04T07:00:00.000Z", endsAt: "2027-05-04T08:00:00.000Z" },
        host: { slug: "vestregionen", name: "Vestregionen" },
      },
    ];
    const shown = await view("", { joint });
    expect(titles(shown)).toEqual([["2027-05", "Felles", "Eige"]]);
    expect(shown.months[0]?.events[0]?.host?.slug).toBe("vestregionen");
    expect(titles(await view("kind=meeting", { joint }))).toEqual([]);
    const nearest = await region.inside((db) => nearestOpenEvents(db, { now, joint, most: 1 }));
    expect(nearest.map(({ title }) => title)).toEqual(["Felles"]);
  });

  it("has the recordings that are published of what has been", async () => {
    const { event, view } = await world();
    await event({ title: "Med opptak" }, "recording_link = 'https://opptak.example/1', recording_at = '2027-06-01'");
    await event({ title: "Utan" });
    await event({ title: "Ikkje publisert" }, "recording_link = 'https://opptak.example/2'");
    const shown = await view("", { at: new Date("2027-07-01T08:00:00Z") });
    expect(shown.months).toEqual([]);
    expect(shown.recordings.map(({ title }) => title)).toEqual(["Med opptak"]);
  });
});
