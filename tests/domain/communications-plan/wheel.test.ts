import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "#tests/support/work";
import { layoutWheel, type WheelPlan } from "~/domain/communications-plan/wheel";
import { angleOf, arc, arcLength, sector, textArc } from "~/domain/communications-plan/wheel-geometry";
import type { Mark, WheelItem, WheelRing } from "~/domain/communications-plan/wheel-rings";
import { compactSize, fullSize } from "~/domain/communications-plan/wheel-size";
import { cutText, textWidth } from "~/domain/communications-plan/wheel-text";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 3_000 : 60;

type Times = [number: number, label: string, ...windows: [from: string, to?: string][]];

const ring = (name: string, ...rows: Times[]): WheelRing => ({
  ...{ key: name, name, icon: "file" },
  items: rows.map(
    ([number, label, ...windows]): WheelItem => ({
      ...{ id: `${name}-${number}`, number, label },
      windows: windows.map(([from, to], at) => ({
        ...{ key: `${number}-${at}`, from: `2021-${from}`, to: `2021-${to ?? from}`, state: "coming" },
      })),
    }),
  ),
});

const plan = (rings: WheelRing[], more: Partial<WheelPlan> = {}): WheelPlan => ({
  ...{ year: 2021, today: "2021-05-11", rings, band: [], other: "Anna" },
  span: { from: "2021-01-01", to: "2021-12-31" },
  ...more,
});

const autumn: [string, string] = ["09-01", "11-30"];
const band: WheelPlan["band"] = [
  { style: "continuous", texts: [1, 2, 4, 5, 6, 8].map((number) => ({ number, label: "Innlegg på konferansar" })) },
  { style: "on-demand", texts: [{ number: 3, label: "Dialogmøte" }] },
  { style: "recurring", texts: [{ number: 7, label: "Samhandlingsforum" }] },
];

/** The plan the design was drawn from. */
const vestland = plan(
  [
    ring(
      "Webinar og fagdag",
      [10, "Mat og måltid", ["04-29"]],
      [11, "Transport og medverknad", autumn],
      [12, "Analyseverktøy, transport", ["03-18"], autumn],
      [13, "Demensplan 2025", ["04-01", "04-30"]],
      [14, "Bustadbygging", ["04-14"]],
      [15, "Demensplan 2025", ["04-20"]],
      [16, "Digitalisering", autumn],
    ),
    ring("Møte og nettverk", [9, "Møte med kontaktpersonar", ["02-18"], autumn], [22, "Møte", ["05-01", "05-31"]]),
    ring("Konferanse", [21, "Erfaring", ["05-26"]], [23, "Helse Fonna", ["06-08"]], [24, "Hordaland", ["06-09"]]),
    ring("Podkast", [17, "Podkast: frivillige", autumn], [18, "Mat", ["05-01", "05-31"]]),
    ring("Brev", [19, "Brev", ["05-01", "06-30"], ["11-01", "11-30"]], [20, "Kronikk", ["06-01", "08-31"]]),
  ],
  { band },
);

const marksOf = (rings: { marks: Mark[] }[]) => rings.flatMap(({ marks }) => marks);

describe("an angle of the year", () => {
  it("is the day's place in it, clockwise from the top", () => {
    expect(angleOf("2021-01-01", 2021)).toBe(0);
    expect(angleOf("2021-05-11", 2021)).toBeCloseTo(128.22, 2);
    expect(angleOf("2021-09-01", 2021)).toBeCloseTo(239.67, 2);
    expect(angleOf("2024-12-31", 2024)).toBeCloseTo((365 / 366) * 360, 6);
  });
});

describe("the wheel of a year", () => {
  const layout = layoutWheel(vestland, fullSize);

  it("has its rings where the design has them", () => {
    expect(layout.rings.map(({ outer, inner }) => [outer, inner])).toEqual([
      [264, 204],
      [198, 178],
      [172, 132],
      [126, 106],
      [100, 60],
    ]);
    expect(layout.hub).toBe(60);
    expect(layout.band.map(({ radius }) => radius)).toEqual([316.5, 298.5, 280.5]);
  });

  it("draws a window from its first day to the day after its last, and a date as a disc in the middle of its day", () => {
    const marks = marksOf(layout.rings);
    const autumn = marks.find(({ key }) => key === "11-0");
    expect(autumn?.span.from).toBeCloseTo(239.67, 2);
    expect(autumn?.span.to).toBeCloseTo(angleOf("2021-12-01", 2021), 6);
    const date = marks.find(({ key }) => key === "21-0");
    expect(date).toMatchObject({ isDisc: true, text: { content: "21" } });
  });

  it("places windows before dates, each by start, then the longest (C1, C2)", () => {
    const lanes = new Map(layout.rings[0]?.marks.map(({ key, lane }) => [key, lane]));
    expect([lanes.get("13-0"), lanes.get("11-0"), lanes.get("12-1"), lanes.get("16-0")]).toEqual([0, 0, 1, 2]);
    expect([lanes.get("12-0"), lanes.get("14-0")]).toEqual([0, 1]);
  });

  it("writes number and name where they fit with air, else the number (C3)", () => {
    const text = (key: string) => marksOf(layout.rings).find((mark) => mark.key === key)?.text?.content;
    expect(text("11-0")).toBe("11  Transport og medverknad");
    expect(text("13-0")).toBe("13");
  });

  it("lets a ring's name follow its icon at the top, cut before a mark in its way (C4)", () => {
    expect(layout.rings.map(({ sign }) => [sign.angle, sign.name])).toEqual([
      [0, "Webinar og fagdag"],
      [0, "Møte og nettverk"],
      [0, "Konferanse"],
      [0, "Podkast"],
      [0, "Brev"],
    ]);
    const early = layoutWheel(plan([ring("Møte og nettverk", [1, "Møte", ["01-20"]])]), fullSize);
    expect(early.rings[0]?.sign.name).not.toBe("Møte og nettverk");
    const there = layoutWheel(plan([ring("Møte", [1, "Møte", ["01-01", "01-31"]])]), fullSize);
    expect(there.rings[0]?.sign.angle).toBeGreaterThan(angleOf("2021-02-01", 2021));
  });

  it("has a hand on a day of its own year alone", () => {
    expect(layout).toMatchObject({ hand: angleOf("2021-05-11", 2021), gone: angleOf("2021-05-11", 2021) });
    expect(layoutWheel({ ...vestland, today: "2026-11-22" }, fullSize)).toMatchObject({ hand: null, gone: 360 });
    expect(layoutWheel({ ...vestland, today: "2020-11-22" }, fullSize)).toMatchObject({ hand: null, gone: 0 });
    expect(layoutWheel({ ...vestland, today: null }, fullSize)).toMatchObject({ hand: null, gone: 0 });
  });

  it("is whole when there is nothing in it", () => {
    expect(layoutWheel(plan([]), fullSize)).toMatchObject({ rings: [], band: [], hub: 318 });
    expect(layoutWheel(plan([ring("Webinar", [1, "Utan tid"])]), fullSize).rings).toEqual([]);
  });

  it("opens a line around its texts, and fills what has no end", () => {
    const [continuous, onDemand] = layout.band;
    expect(continuous).toMatchObject({ lines: [{ from: 0, to: 360 }], texts: { length: 6 } });
    expect(onDemand?.lines).toHaveLength(1);
    expect(onDemand?.texts[0]?.text).toBe("3  Dialogmøte");
    const half = layoutWheel({ ...vestland, span: { from: "2021-07-01", to: "2022-06-30" } }, fullSize);
    expect(half.band[0]?.lines).toEqual([{ from: angleOf("2021-07-01", 2021), to: 360 }]);
  });

  it("makes narrower lanes, then folds the least used rings, before it eats the hub (C5)", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        ring(`Kanal ${at}`, ...(at === 3 ? busy(6) : [[at, "Møte", month(at)] as Times])),
      );
    const month = (at: number): [string, string] => {
      const two = String((at % 12) + 1).padStart(2, "0");
      return [`${two}-05`, `${two}-25`];
    };
    const busy = (lanes: number) =>
      Array.from({ length: lanes }, (_, at): Times => [at + 1, "Webinar om eit langt tema", autumn]);
    const narrow = layoutWheel(plan(many(8)), fullSize);
    expect(narrow.size.lanePitch).toBeLessThan(17);
    expect(narrow.folded).toEqual([]);
    const texts = marksOf(narrow.rings).flatMap(({ text }) => text?.content ?? []);
    expect(texts.filter((text) => !/^\d+$/.test(text))).toEqual([]);
    const folded = layoutWheel(plan(many(20)), fullSize);
    expect(folded.size.lanePitch).toBe(14);
    expect(folded.rings.at(-1)?.name).toBe("Anna");
    expect(folded.rings.map(({ name }) => name)).toContain("Kanal 3");
    expect(folded.rings.length - 1 + folded.folded.length).toBe(20);
  });
});

const day = fc
  .integer({ min: -200, max: 560 })
  .map((n) => new Date(Date.UTC(2021, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const window = fc.tuple(day, day, fc.boolean()).map(([first, second, isDay]) => {
  const [from = "", to = ""] = [first, isDay ? first : second].sort();
  return { from, to };
});
const anyName = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.constantFrom("👩‍👩‍👧‍👦".repeat(50), "ישיבה עם אנשי קשר", "اجتماع", "x".repeat(200), ""),
);
const anyRing = fc
  .record({ name: anyName, items: fc.array(fc.tuple(anyName, fc.array(window, { maxLength: 3 })), { maxLength: 30 }) })
  .map(
    ({ name, items }): Omit<WheelRing, "key"> => ({
      ...{ name, icon: "file" },
      items: items.map(([label, windows], at) => ({
        ...{ id: String(at), number: at + 1, label },
        windows: windows.map((one, index) => ({ ...one, key: `${at}-${index}`, state: "open" as const })),
      })),
    }),
  );
const anyPlan = fc
  .record({
    rings: fc.array(anyRing, { maxLength: 14 }),
    band: fc.subarray(band),
    today: fc.option(day),
  })
  .map(({ rings, ...more }) =>
    plan(
      rings.map((one, at) => ({ ...one, key: String(at) })),
      more,
    ),
  );

function expectWhole(layout: ReturnType<typeof layoutWheel>, hub: number): void {
  expect(layout.hub).toBeGreaterThanOrEqual(hub);
  let outer = layout.outer;
  for (const { outer: own, inner, marks } of layout.rings) {
    expect(own).toBeCloseTo(outer, 6);
    outer = inner - layout.size.ringGap;
    for (const { radius, span, isDisc } of marks) {
      const half = isDisc ? layout.size.discRadius : layout.size.laneThickness / 2;
      expect(radius + half).toBeLessThanOrEqual(own + 1e-6);
      expect(radius - half).toBeGreaterThanOrEqual(inner - 1e-6);
      expect(span.from).toBeGreaterThanOrEqual(0);
      expect(span.to).toBeLessThanOrEqual(360);
      expect(span.to).toBeGreaterThan(span.from);
    }
    const lanes = Map.groupBy(marks, ({ lane }) => lane);
    for (const lane of lanes.values())
      for (const [at, a] of lane.entries())
        for (const b of lane.slice(at + 1))
          for (const turn of [-360, 0, 360])
            expect(a.taken.from + turn < b.taken.to && a.taken.to + turn > b.taken.from, `${a.key} ${b.key}`).toBe(
              false,
            );
  }
}

describe("any plan", () => {
  it("has a wheel where no two marks meet, all is inside its ring, and the hub is whole", () => {
    fc.assert(
      fc.property(anyPlan, (one) => {
        expectWhole(layoutWheel(one, fullSize), 56);
        expectWhole(layoutWheel(one, compactSize), 20);
      }),
      { numRuns: runs },
    );
  });

  it("has the same wheel twice, with every time in the year in it once", () => {
    fc.assert(
      fc.property(anyPlan, (one) => {
        const layout = layoutWheel(one, fullSize);
        expect(layoutWheel(one, fullSize)).toEqual(layout);
        const inYear = one.rings
          .flatMap(({ items }) => items.flatMap(({ windows }) => windows))
          .filter(({ from, to }) => from <= "2021-12-31" && to >= "2021-01-01");
        expect(marksOf(layout.rings)).toHaveLength(inYear.length);
      }),
      { numRuns: runs },
    );
  });

  it("has a wheel of 400 rows in the same month within a fifth of a second, and of one", async () => {
    const rows = Array.from({ length: 400 }, (_, at): Times => [at + 1, "x".repeat(200), ["05-01", "05-31"]]);
    const full = plan([ring("Webinar", ...rows)], { band });
    // The best of some: what else the machine does is no time of ours.
    const took: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) took.push(await processorTime(() => layoutWheel(full, fullSize)));
    expect(Math.min(...took)).toBeLessThan(200);
    const layout = layoutWheel(full, fullSize);
    expectWhole(layout, 56);
    expect(layout.size.numbers).toBe(false);
    expectWhole(layoutWheel(plan([ring("Webinar", [1, "Møte", ["12-31"]])]), fullSize), 56);
  });
});

describe("the shape of a mark", () => {
  it("is made of numbers, however long or short the arc", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 359, noNaN: true }),
        fc.double({ min: 0.01, max: 360, noNaN: true }),
        fc.double({ min: 3, max: 330, noNaN: true }),
        (from, length, radius) => {
          const span = { from, to: from + length };
          const ends = { outer: radius + 1, inner: radius - 1 };
          for (const path of [sector(360, ends, span, 5), arc(360, radius, span), textArc(360, radius, span, 12)])
            expect(path).toMatch(/^M[-\d. MALQZe]+$/);
        },
      ),
      { numRuns: runs },
    );
    expect(arcLength(100, 360)).toBeCloseTo(628.32, 2);
  });
});

describe("text on an arc", () => {
  it("is cut after a word with three dots, never inside a letter of several signs", () => {
    expect(cutText("Innlegg på konferansar", 12, 1000)).toBe("Innlegg på konferansar");
    expect(cutText("Innlegg på konferansar og fagmøte", 12, 150)).toBe("Innlegg på konferansar…");
    expect(cutText("Innlegg", 12, 20)).toBeNull();
    const family = "👩‍👩‍👧‍👦";
    expect(cutText(family.repeat(20), 10, 120)?.replaceAll(family, "")).toBe("…");
  });

  it("fits the room it is cut to", () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 0, max: 400 }), (text, room) => {
        const cut = cutText(text, 12, room);
        if (cut !== null) expect(textWidth(cut, 12)).toBeLessThanOrEqual(room + 1e-6);
      }),
    );
  });
});
