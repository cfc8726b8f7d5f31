import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { noFilters } from "~/domain/communications-plan/rows";
import { planCalendar } from "~/features/communications-plan/plan-calendar.view.server";
import { planDue } from "~/features/communications-plan/plan-due.view.server";
import { planTimeline } from "~/features/communications-plan/plan-timeline.view.server";
import { addHoliday } from "~/features/regions/add-holidays.server";
import "~/i18n/locale.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { inRequest } from "~/platform/request-context.server";

const database = useDatabase();
const today = "2021-05-11";
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** Rows as the plan of a county for 2021 has them, and as the next one has them. */
const first = [
  { channel: "Møte i koordineringsgruppa", theme: "Reforma", timing: "Mai", responsible: "Kontoret" },
  { channel: "Informasjonsbrev", theme: "Tema i tida", timing: "Mai/juni + november", responsible: "Kontoret, KS" },
  { channel: "Erfaringskonferanse", theme: "Gode døme", timing: "26.05.21", responsible: "KS" },
  { channel: "Webinar", theme: "Transport", timing: "7. juni kl 19", responsible: "" },
  { channel: "Innlegg", theme: "Planar", timing: "Fortløpande", responsible: "Kontoret" },
  { channel: "Samhandlingsforum", theme: "Det viktigaste", timing: "Årleg", responsible: "Kontoret" },
  { channel: "Podkast", theme: "Frivillige", timing: "18. februar", responsible: "Kontoret" },
  { channel: "Opplæring", theme: "Nye", timing: "8.-24. juni", responsible: "Kontoret" },
];
const second = [
  { channel: "informasjonsbrev ", theme: "Tema  i tida", timing: "Mars", responsible: "Kontoret" },
  { channel: "Webinar", theme: "Noko anna", timing: "Mai", responsible: "Kontoret" },
];

async function setUp(rows: (typeof first)[number][] = first) {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    inRequest("nn", () => withRegion({ regionId: region.id, personId: null, via: "session" }, work));
  const made = await inside(async (db) => {
    const make = async (from: string, to: string, all: typeof first) => {
      const plan = await db.communicationsPlan.create({ data: { from: day(from), to: day(to) } });
      await db.planRow.createMany({ data: all.map((row, position) => ({ ...row, planId: plan.id, position })) });
      return db.planRow.findMany({ where: { planId: plan.id }, orderBy: { position: "asc" } });
    };
    const own = await make("2021-01-01", "2021-12-31", rows);
    await make("2022-01-01", "2023-12-31", second);
    return own;
  });
  const input = { key: "2021", filters: noFilters, today };
  return {
    inside,
    rows: made,
    event: (title: string, from: string, to: string, planRowId: string | null = null, state = "published") =>
      inside((db) =>
        db.event.create({
          data: {
            ...{ title, planRowId, zone: "Europe/Oslo", state: state as "published" },
            ...{ startsAt: new Date(from), endsAt: new Date(to) },
          },
        }),
      ),
    calendar: (more: object = {}) => inside((db) => planCalendar(db, { ...input, month: "2021-05", ...more })),
    timeline: (more: object = {}) =>
      inside((db) => planTimeline(db, { ...input, by: "channel" as const, take: 100, ...more })),
    due: (more: object = {}) => inside((db) => planDue(db, { ...input, days: 30 as const, allPassed: false, ...more })),
  };
}

type Calendar = NonNullable<Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>["calendar"]>>>;

const dayIn = (view: Calendar | null, iso: string) =>
  view?.weeks.flatMap(({ days }) => days).find((one) => one.day === iso);
const barsIn = (view: Calendar | null) =>
  view?.weeks.map(({ lanes }) =>
    lanes.flatMap((lane) =>
      lane.flatMap((cell) => ("window" in cell ? [`${cell.window.row.number}x${cell.days}`] : [])),
    ),
  );

describe("the month calendar of a plan", () => {
  it("has the dates of the rows on their days, windows over theirs, and what is open all month once", async () => {
    const { calendar } = await setUp();
    const may = await calendar();
    expect(may?.whole.map(({ window, begins, ends }) => [window.row.number, begins, ends])).toEqual([
      [2, true, false],
      [1, true, true],
    ]);
    expect(barsIn(may)?.flat()).toEqual([]);
    expect(dayIn(may, "2021-05-26")?.dates).toMatchObject([
      { row: { number: 3, name: "Erfaringskonferanse: Gode døme" }, state: "future", time: null },
    ]);
    const june = await calendar({ month: "2021-06" });
    expect(dayIn(june, "2021-06-07")?.dates).toMatchObject([{ row: { number: 4 }, time: "19:00" }]);
    expect(barsIn(june)).toEqual([[], ["8x6"], ["8x7"], ["8x4"], []]);
    expect(june?.weeks[2]?.lanes[0]?.[0]).toMatchObject({ again: true, begins: false, ends: false });
    expect(may?.undated).toBe(2);
  });

  it("has public holidays by name, school holidays and closed days", async () => {
    const { inside, calendar } = await setUp();
    await inside((db) => addHoliday(db, { kind: "school", name: "Fri", from: "2021-05-14", to: "2021-05-18" }));
    await inside((db) => addHoliday(db, { kind: "closed", name: "Flytting", from: "2021-04-20", to: "2021-05-01" }));
    const may = await calendar();
    expect(dayIn(may, "2021-05-13")?.holiday).toBe("Kristi himmelfartsdag");
    expect(dayIn(may, "2021-05-17")).toMatchObject({
      holiday: "Grunnlovsdagen",
      free: [{ name: "Fri", shown: true, begins: false }],
    });
    expect(dayIn(may, "2021-05-14")?.free).toMatchObject([{ shown: true, begins: true }]);
    expect(dayIn(may, "2021-05-15")?.free).toMatchObject([{ shown: false, begins: false }]);
    expect(dayIn(may, "2021-05-01")?.free).toMatchObject([{ kind: "closed", begins: true }]);
    expect(dayIn(may, "2021-05-20")?.free).toEqual([]);
  });

  it("has the events of its rows with their dates, the other events of the region, and no cancelled one", async () => {
    const { calendar, event, rows } = await setUp();
    await event("Konferansen", "2021-05-26T07:00Z", "2021-05-26T12:00Z", rows[2]?.id);
    await event("Brevet går ut", "2021-05-20T07:00Z", "2021-05-20T08:00Z", rows[1]?.id);
    await event("Nettverk", "2021-05-26T22:30Z", "2021-05-28T10:00Z", null, "draft");
    await event("Avlyst", "2021-05-26T07:00Z", "2021-05-26T08:00Z", null, "cancelled");
    const may = await calendar();
    expect(dayIn(may, "2021-05-26")).toMatchObject({
      dates: [{ row: { number: 3 }, made: [{ title: "Konferansen", time: "09:00" }] }],
      things: [],
    });
    expect(dayIn(may, "2021-05-20")?.things).toMatchObject([{ title: "Brevet går ut", number: 2 }]);
    // In Oslo it begins half past midnight on the 27th.
    expect(dayIn(may, "2021-05-27")?.things).toMatchObject([{ title: "Nettverk", number: null, draft: true }]);
    expect(dayIn(may, "2021-05-28")?.things).toMatchObject([{ title: "Nettverk", time: null }]);
    const filtered = await calendar({ filters: { ...noFilters, search: "erfaring" } });
    expect(dayIn(filtered, "2021-05-26")?.dates).toHaveLength(1);
    expect(dayIn(filtered, "2021-05-27")?.things).toEqual([]);
    expect(filtered?.whole).toEqual([]);
  });

  it("has what was said elsewhere on its day", async () => {
    const { calendar, inside, rows } = await setUp();
    const planRowId = rows[4]?.id ?? "";
    await inside((db) =>
      db.publication.create({ data: { planRowId, kind: "talk", title: "Innlegg for rådet", day: day("2021-05-31") } }),
    );
    expect(dayIn(await calendar(), "2021-05-31")?.things).toMatchObject([{ kind: "publication", number: 5 }]);
  });

  it("opens at today's month in its period, else at the first that has something", async () => {
    const { calendar } = await setUp();
    expect(await calendar({ month: null })).toMatchObject({ month: "2021-05" });
    expect(await calendar({ month: "not a month" })).toMatchObject({ month: "2021-05" });
    expect(await calendar({ month: null, today: "2026-11-22" })).toMatchObject({ month: "2021-02" });
  });

  it("says that a month is empty, where the next is that is not, and which plan a month outside belongs to", async () => {
    const { calendar } = await setUp();
    expect(await calendar({ month: "2021-03" })).toMatchObject({ isEmpty: true, nearest: "2021-05" });
    expect(await calendar({ month: "2021-12" })).toMatchObject({ isEmpty: true, nearest: "2021-11" });
    expect(await calendar({ month: "2022-03" })).toMatchObject({ covering: { here: false, other: "2022-2023" } });
    expect(await calendar({ month: "1999-03" })).toMatchObject({ covering: { here: false, other: null } });
  });

  it("draws no more than there is room for, and names the rest", async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      ...{ channel: `Møte ${at}`, theme: "", timing: at < 15 ? "Mai" : "8.-24. mai", responsible: "" },
    }));
    const { calendar } = await setUp(many);
    const may = await calendar();
    expect(may?.whole).toHaveLength(8);
    expect(Math.max(...(may?.weeks.map(({ lanes }) => lanes.length) ?? []))).toBe(8);
    expect(may?.more).toHaveLength(14);
  });

  it("is of no other plan", async () => {
    const { calendar } = await setUp();
    expect(await calendar({ key: "2020" })).toBeNull();
  });
});

describe("the timeline", () => {
  it("is all the region's plans on one axis of whole years, with the plan's own rows by channel", async () => {
    const { timeline } = await setUp();
    const view = await timeline();
    expect(view?.years).toEqual({ from: "2021-01-01", to: "2023-12-31" });
    expect(view?.groups.flatMap(({ lines }) => lines.map(({ number }) => number)).sort()).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8],
    ]);
    expect(view?.groups.every(({ channel }) => channel !== null)).toBe(true);
    const byActor = await timeline({ by: "responsible" });
    expect(byActor?.groups.map(({ name, count }) => [name, count])).toEqual([
      ["Kontoret", 6],
      ["KS", 1],
      [null, 1],
    ]);
  });

  it("puts a row of another plan with the same words of channel and theme on the same line", async () => {
    const { timeline } = await setUp();
    const lines = (await timeline())?.groups.flatMap((group) => group.lines) ?? [];
    const letter = lines.find(({ number }) => number === 2);
    expect(letter?.parts.map(({ period, own, windows }) => [period, own, windows.map(({ from }) => from)])).toEqual([
      ["2021", true, ["2021-05-01", "2021-11-01"]],
      ["2022-2023", false, ["2022-03-01", "2023-03-01"]],
    ]);
    expect(lines.find(({ number }) => number === 4)?.parts).toHaveLength(1);
  });

  it("shows a part at a time, and counts all", async () => {
    const { timeline } = await setUp();
    const view = await timeline({ take: 3 });
    expect(view).toMatchObject({ drawn: 3, shown: 8 });
    expect(view?.groups.flatMap(({ lines }) => lines)).toHaveLength(3);
  });

  it("takes 400 rows in well under a second", async () => {
    const { timeline, calendar, due } = await setUp(
      Array.from({ length: 400 }, (_, at) => first[at % 8] ?? (first[0] as never)),
    );
    for (const view of [() => timeline({ take: 400 }), calendar, due]) {
      const start = performance.now();
      expect(await view()).toMatchObject({ shown: 400 });
      expect(performance.now() - start).toBeLessThan(process.env.SAMVIRK_TEST_LONG === "1" ? 1_000 : 5_000);
    }
  });
});

describe("what is due", () => {
  it("has windows that close without a date first, then the rest by the day something must happen", async () => {
    const { due } = await setUp();
    const view = await due();
    expect(view?.closing.map(({ number, day: by, dated }) => [number, by, dated])).toEqual([[1, "2021-05-31", false]]);
    expect(view?.coming.map(({ number, day: by, kind }) => [number, by, kind])).toEqual([
      [3, "2021-05-26", "opens"],
      [4, "2021-06-07", "opens"],
      [8, "2021-06-08", "opens"],
      [2, "2021-06-30", "closes"],
      [6, "2021-12-31", "closes"],
    ]);
    expect(view?.coming.map(({ named, cadence }) => [named, cadence])).toEqual([
      [true, false],
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ]);
    expect(view?.coming[1]).toMatchObject({ responsible: [] });
  });

  it("knows what a row became, so that it asks for nothing more", async () => {
    const { due, event, rows } = await setUp();
    await event("Koordineringsgruppa", "2021-05-20T07:00Z", "2021-05-20T08:00Z", rows[0]?.id);
    await event("Forum", "2021-06-01T07:00Z", "2021-06-01T08:00Z", rows[5]?.id);
    const view = await due();
    expect(view?.closing).toEqual([]);
    expect(view?.coming.find(({ number }) => number === 1)).toMatchObject({
      dated: true,
      day: "2021-05-20",
      became: { title: "Koordineringsgruppa" },
    });
    expect(view?.coming.find(({ number }) => number === 6)).toMatchObject({ dated: true, cadence: false });
  });

  it("leaves out what somebody has said is done or dropped, and shows what is being prepared", async () => {
    const { due, inside, rows } = await setUp();
    const say = (at: number, from: string, to: string, state: "dropped" | "in_preparation") =>
      inside((db) =>
        db.planOccurrence.create({
          data: { planRowId: rows[at]?.id ?? "", from: day(from), to: day(to), state, reason: "Det trengst ikkje" },
        }),
      );
    await say(0, "2021-05-01", "2021-05-31", "dropped");
    await say(1, "2021-05-01", "2021-06-30", "in_preparation");
    const view = await due();
    expect(view?.closing).toEqual([]);
    expect(view?.coming.find(({ number }) => number === 2)).toMatchObject({ said: "in-preparation" });
  });

  it("has what passed without anything in a list of its own, the latest first, and what comes after", async () => {
    const { due } = await setUp();
    expect(await due()).toMatchObject({ passed: [{ number: 7, from: "2021-02-18" }], passedTotal: 1 });
    expect((await due())?.after.map(({ number, from }) => [number, from])).toEqual([[2, "2021-11-01"]]);
    const over = await due({ today: "2024-05-01" });
    expect(over).toMatchObject({ isOver: true, closing: [], coming: [], passedTotal: 8 });
    expect(over?.passed[0]?.to.slice(0, 4)).toBe("2021");
  });

  it("looks as far ahead as it is asked to, and says which plan goes on", async () => {
    const { due } = await setUp();
    expect((await due({ days: 14 }))?.coming.map(({ number }) => number)).toEqual([1, 2, 6]);
    expect((await due({ days: 90 }))?.closing.map(({ number }) => number)).toEqual([1, 2]);
    expect(await due({ today: "2021-12-20" })).toMatchObject({ others: [{ key: "2022-2023" }] });
    expect(await due({ today: "2020-05-01" })).toMatchObject({ begins: "2021-01-01", others: [] });
  });
});
