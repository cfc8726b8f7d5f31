import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { noFilters } from "~/domain/communications-plan/rows";
import { layoutWheel } from "~/domain/communications-plan/wheel";
import { compactSize, fullSize } from "~/domain/communications-plan/wheel-size";
import { planNow } from "~/features/communications-plan/plan-now.view.server";
import { planSelection } from "~/features/communications-plan/plan-selection.view.server";
import { PlanWheel } from "~/features/communications-plan/plan-wheel";
import { planWheel, type WheelInput, type WheelView } from "~/features/communications-plan/plan-wheel.view.server";
import { actorRings } from "~/features/communications-plan/wheel-actors.view.server";
import { channelRings, wheelOf, yearOfRows } from "~/features/communications-plan/wheel-year.view.server";
import { noChoices } from "~/features/documents/import-choices";
import { importDocument } from "~/features/documents/import-document.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = "2021-05-11";
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
type Row = { channel?: string; theme?: string; timing: string; responsible?: string };

async function openRegion() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T,>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const wheel = (asked: Partial<WheelInput> = {}) =>
    inside((db) => planWheel(db, { key: "2021", filters: noFilters, today, year: null, by: "channel", ...asked }));
  const shown = async (asked: Partial<WheelInput> = {}) => {
    const view = await wheel(asked);
    if (!view) throw new Error("There is no such plan");
    return view;
  };
  /** What is drawn: rings, lanes and their times. */
  const drawn = (by: "channel" | "actor" = "channel", filters = noFilters) =>
    inside(async (db) => {
      const selection = await planSelection(db, { key: "2021", filters, today });
      if (!selection) throw new Error("There is no such plan");
      const { plan, rows, channels } = selection;
      const own = yearOfRows(rows, 2021, today);
      const rings = by === "actor" ? await actorRings(db, own) : channelRings(own, channels);
      return wheelOf(own, { plan, today, year: 2021, rings });
    });
  return { inside, wheel, shown, drawn };
}

/** A region with the plans of Vestland. */
async function openVestland() {
  const region = await openRegion();
  const text = readFileSync("prisma/seed/vestland-plan.txt", "utf8");
  await region.inside((db) =>
    importDocument(db, { fileName: "plan.txt", text, choices: noChoices, dryRun: false, now: day("2021-04-01") }),
  );
  return region;
}

/** A region with a plan for 2021 of these rows. */
async function openPlan(rows: Row[], period = { from: "2021-01-01", to: "2021-12-31" }) {
  const region = await openRegion();
  const ids = await region.inside(async (db) => {
    const plan = await db.communicationsPlan.create({ data: { from: day(period.from), to: day(period.to) } });
    const made = { channel: "Webinar", theme: "", goal: "", responsible: "KS", audience: "", imported: {} };
    await db.planRow.createMany({
      data: rows.map((row, position) => ({ ...made, ...row, planId: plan.id, position })),
    });
    return (await db.planRow.findMany({ orderBy: { position: "asc" } })).map(({ id }) => id);
  });
  const say = (row: number, from: string, to: string, state: "planned" | "in_preparation" | "done" | "dropped") =>
    region.inside((db) =>
      db.planOccurrence.create({
        data: {
          planRowId: ids[row] ?? "",
          from: day(from),
          to: day(to),
          state,
          reason: state === "dropped" ? "Avlyst" : "",
        },
      }),
    );
  return { ...region, ids, say };
}

function htmlOf(view: WheelView): string {
  const element = <PlanWheel view={view} slug="vestland" />;
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "*", element }])} />);
}

const numbers = (entries: { number: number }[]) => entries.map(({ number }) => number);

describe("the year wheel of Vestland's plan", () => {
  it("has every one of its 24 rows in a list, with what is open, to come and over", async () => {
    const { shown } = await openVestland();
    const { lists, total } = await shown();
    expect(total).toBe(24);
    expect(numbers(lists.open)).toEqual([18, 22, 19]);
    expect(numbers(lists.coming)).toEqual([21, 20, 23, 24, 9, 11, 12, 16, 17, 19]);
    expect(numbers(lists.past)).toEqual([9, 12, 13, 14, 15, 10]);
    expect(numbers(lists.undated)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([lists.done, lists.dropped, lists.elsewhere]).toEqual([[], [], 0]);
    expect(lists.coming[0]).toMatchObject({ when: "26. mai", who: "KS, Regionalt støtteapparat" });
    expect(lists.open.map(({ when }) => when)).toEqual(["1.–31. mai", "1.–31. mai", "1. mai–30. juni"]);
    expect(lists.undated.map(({ when }) => when)).toContain("«Etter oppmoding frå kommunane»");
  });

  it("has its channels as rings and its work without a date as lanes", async () => {
    const { drawn } = await openVestland();
    const wheel = await drawn();
    expect(wheel.rings.map(({ key }) => key)).toEqual(["webinar", "letter", "conference", "meeting", "podcast"]);
    expect(wheel.band.map(({ style, texts }) => [style, numbers(texts)])).toEqual([
      ["continuous", [1, 2, 4, 5, 6, 8]],
      ["on-demand", [3]],
      ["recurring", [7]],
    ]);
    expect(layoutWheel(wheel, fullSize).size.lanePitch).toBe(20);
  });

  it("has its actors as rings, each row with the first it names", async () => {
    const { drawn, shown } = await openVestland();
    const wheel = await drawn("actor");
    expect((await shown({ by: "actor" })).facts.rings).toEqual(wheel.rings.map(({ name }) => name));
    const items = wheel.rings.flatMap(({ items }) => numbers(items));
    expect(new Set(items).size).toBe(items.length);
    expect(items).toHaveLength(16);
    expect(wheel.rings[0]?.name).toContain("Statsforvaltaren");
  });

  it("shows each year of the other plan, the first when none is asked for that it has", async () => {
    const { shown } = await openVestland();
    const next = await shown({ key: "2022-2023" });
    expect(next).toMatchObject({ year: 2022, years: [2022, 2023], lists: { elsewhere: 0 } });
    expect((await shown({ key: "2022-2023", year: "2023" })).year).toBe(2023);
    for (const year of ["2021", "x", "", "99999999", null])
      expect((await shown({ key: "2022-2023", year })).year).toBe(2022);
    expect((await shown({ key: "2022-2023", today: "2023-02-01" })).year).toBe(2023);
    expect([...new Set(next.lists.coming.map(({ when }) => when))]).toEqual([
      "1. mars–31. mai",
      "1. mars–30. april",
      "1. september–30. november",
      "1.–30. november",
    ]);
  });

  it("reads as a plan without the picture: number, name, when and who, with a link to each row", async () => {
    const { shown } = await openVestland();
    const view = await shown();
    const html = htmlOf(view);
    const list = html.slice(html.indexOf("</figure>"));
    for (const entry of Object.values(view.lists).flatMap((entries) => (Array.isArray(entries) ? entries : [])))
      expect(list).toContain(`href="/r/vestland/plan/2021/rows/${entry.row}"`);
    const words = list.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    expect(words).toContain("Åpne nå 3 18 Podkast om mat og måltid");
    expect(words).toContain("26. mai · KS, Regionalt støtteapparat");
  });

  it("is a picture with a name and a description, without a style or a stop for the keyboard", async () => {
    const { shown } = await openVestland();
    const html = htmlOf(await shown());
    const pictures = html.match(/<svg class="sv-wheel".*?<\/svg>/gs) ?? [];
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      expect(picture).toMatch(/role="img" aria-labelledby="([\w-]+)-title \1-desc"><title id="\1-title">Årshjul 2021</);
      expect(picture).toContain("3 åpne nå, 10 kommer, 6 gjort eller over og 8 uten dato");
      expect(picture).not.toMatch(/tabindex|<a | style=|NaN|undefined/);
      const ids = [...picture.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, used] of picture.matchAll(/<textPath href="#([^"]+)"/g)) expect(ids).toContain(used);
    }
    expect(pictures[1]).not.toContain("textPath");
  });

  it("shows the rows that fit the filters alone", async () => {
    const { shown } = await openVestland();
    const view = await shown({ filters: { ...noFilters, channels: ["podcast"] } });
    expect(view).toMatchObject({ shown: 2, total: 24, facts: { rings: ["Podkast"], styles: [] } });
    expect(htmlOf(await shown({ filters: { ...noFilters, search: "finst ikkje" } }))).not.toContain("<figure");
  });

  it("is at a glance on the first page while the plan is of today", async () => {
    const { inside } = await openVestland();
    const { plan } = await inside((db) => planNow(db, { today, until: "2021-08-31" }));
    expect(plan?.year).toMatchObject({ rows: 24, dated: 16, open: 3, coming: 10, over: 6, undated: 8 });
    expect(plan?.year.next).toEqual({ day: "2021-05-26", count: 1 });
  });
});

describe("a time of the year", () => {
  it("is grey when it is done or past, filled while open, tinted before, and not drawn when dropped", async () => {
    const timings = ["Mars", "April", "Mai", "Juni", "August", "Oktober"];
    const { shown, drawn, say } = await openPlan(timings.map((timing) => ({ timing })));
    await say(1, "2021-04-01", "2021-04-30", "done");
    await say(3, "2021-06-01", "2021-06-30", "planned");
    await say(4, "2021-08-01", "2021-08-31", "dropped");
    await say(5, "2021-10-01", "2021-10-31", "in_preparation");
    const { lists } = await shown();
    const states = (await drawn()).rings[0]?.items.map(({ number, windows }) => [number, windows[0]?.state]);
    expect(states).toEqual([
      [1, "done"],
      [2, "done"],
      [3, "open"],
      [4, "coming"],
      [6, "coming"],
    ]);
    expect([numbers(lists.past), numbers(lists.done), numbers(lists.dropped)]).toEqual([[1], [2], [5]]);
    expect(lists.coming.map(({ note }) => note)).toEqual(["planlagt", "blir forberedt"]);
    expect(lists.dropped[0]).toMatchObject({ note: "Avlyst", when: "1.–31. august" });
  });

  it("is also what became of a row outside its words, and tells its day within them", async () => {
    const { shown, inside, ids } = await openPlan([{ timing: "2 ganger i året" }, { timing: "Mai" }]);
    await inside(async (db) => {
      for (const [planRowId, on] of [
        [ids[0], "2021-03-04"],
        [ids[1], "2021-05-20"],
      ] as const)
        await db.event.create({
          data: {
            ...{ planRowId: planRowId ?? "", state: "published", title: "Samling i Førde", zone: "Europe/Oslo" },
            ...{ startsAt: new Date(`${on}T08:00:00Z`), endsAt: new Date(`${on}T09:00:00Z`) },
          },
        });
    });
    const { lists, facts } = await shown();
    expect(lists.done).toMatchObject([{ number: 1, when: "4. mars", note: "Samling i Førde" }]);
    expect(lists.open).toMatchObject([{ number: 2, when: "1.–31. mai", note: "planlagt 20. mai" }]);
    expect(facts.styles).toEqual(["recurring"]);
  });

  it("counts the rows that have all their time in another year", async () => {
    const period = { from: "2022-01-01", to: "2023-12-31" };
    const { shown } = await openPlan([{ timing: "Mai 2022" }, { timing: "Mai 2023" }], period);
    const view = await shown({ key: "2022-2023", year: "2023" });
    expect([numbers(view.lists.coming), view.lists.elsewhere]).toEqual([[2], 1]);
    expect(htmlOf(view)).toContain("1 tiltak har all sin tid i andre år av planen");
  });
});

describe("an unusual plan", () => {
  it("is whole when it is empty, has one row, or has only work without a date", async () => {
    const empty = await openPlan([]);
    expect(htmlOf(await empty.shown())).toContain("Planen har ingen tiltak");
    const one = await openPlan([{ timing: "31. desember" }]);
    expect(htmlOf(await one.shown())).toContain("31. desember");
    const running = await openPlan(Array.from({ length: 30 }, () => ({ timing: "Fortløpende" })));
    const view = await running.shown();
    expect(view.facts).toMatchObject({ rings: [], styles: ["continuous"] });
    expect(await running.drawn()).toMatchObject({ band: [{ texts: { length: 30 } }] });
    expect(htmlOf(view)).toContain("sv-wheel");
  });

  it("takes long names, signs of several parts, text from right to left and marks of HTML", async () => {
    const names = ["x".repeat(200), "👩‍👩‍👧‍👦 ".repeat(40), "اجتماع مع جهات الاتصال", "<b>&\"'", "   "];
    const { shown } = await openPlan(
      names.flatMap((theme) => ["Mai", "Haust", "Løpende"].map((timing) => ({ theme, timing, responsible: theme }))),
    );
    for (const by of ["channel", "actor"] as const) {
      const html = htmlOf(await shown({ by }));
      expect(html).not.toMatch(/<b>&"|NaN|undefined/);
      expect(html).toContain("&lt;b&gt;");
    }
  });

  it("opens with 400 rows in well under a second", async () => {
    const timings = ["Mai/juni + november", "18. februar", "Haust 2021", "Løpende", "2 ganger i året", "Ved behov"];
    const channels = ["Webinar", "Podkast", "Brev", "Konferanse", "Møte", "Innlegg", "Nettside", "Dialog"];
    const { shown, drawn } = await openPlan(
      Array.from({ length: 400 }, (_, at) => ({
        ...{ timing: timings[at % 6] ?? "", channel: channels[at % 8] ?? "", theme: `Tema ${at}` },
      })),
    );
    const start = process.cpuUsage();
    const html = htmlOf(await shown());
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    expect(html.match(/<li data-mark/g)?.length).toBeGreaterThan(400);
    expect(layoutWheel(await drawn(), compactSize).hub).toBeGreaterThanOrEqual(compactSize.hub);
  });
});
