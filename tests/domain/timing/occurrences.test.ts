import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Cadence,
  easterOf,
  isPublicHoliday,
  nextOccurrences,
  parseTiming,
  publicHolidayName,
  slots,
  spread,
} from "~/domain/timing";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 2_000 : 60;
const year = (first: number, last = first) => ({ from: `${first}-01-01`, to: `${last}-12-31` });
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

describe("the public holidays of Norway", () => {
  it.each([
    [1961, "1961-04-02"],
    [2000, "2000-04-23"],
    [2016, "2016-03-27"],
    [2019, "2019-04-21"],
    [2021, "2021-04-04"],
    [2024, "2024-03-31"],
    [2026, "2026-04-05"],
    [2038, "2038-04-25"],
  ])("follow Easter: %i", (of, sunday) => {
    expect(easterOf(of)).toBe(sunday);
  });

  it("are twelve in 2021, as the calendar has them", () => {
    const days = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2021, 0, 1 + at)).toISOString().slice(0, 10));
    expect(days.filter(isPublicHoliday)).toEqual([
      ...["2021-01-01", "2021-04-01", "2021-04-02", "2021-04-04", "2021-04-05", "2021-05-01", "2021-05-13"],
      ...["2021-05-17", "2021-05-23", "2021-05-24", "2021-12-25", "2021-12-26"],
    ]);
  });
});

describe("the name of a public holiday", () => {
  it.each([
    ["2021-01-01", "new-year"],
    ["2021-04-01", "maundy-thursday"],
    ["2021-04-02", "good-friday"],
    ["2021-04-04", "easter-sunday"],
    ["2021-04-05", "easter-monday"],
    ["2021-05-01", "labour-day"],
    ["2021-05-13", "ascension"],
    ["2021-05-17", "constitution-day"],
    ["2021-05-23", "pentecost"],
    ["2021-05-24", "whit-monday"],
    ["2021-12-25", "christmas"],
    ["2021-12-26", "boxing-day"],
    ["2021-12-24", null],
  ])("of %s is %s", (day, name) => {
    expect(publicHolidayName(day)).toBe(name);
  });

  it("is that of the day's own date where two meet", () => {
    expect(publicHolidayName("2008-05-01")).toBe("labour-day");
    expect(publicHolidayName("2015-05-14")).toBe("ascension");
  });
});

describe("days proposed for a cadence", () => {
  const every = (per: Cadence["per"], min: number, months?: number): Cadence => ({
    ...{ min, max: min, per },
    ...(months !== undefined && { months }),
  });

  it("are spread evenly over the year", () => {
    expect(spread(every("year", 2), year(2021))).toEqual(["2021-03-31", "2021-09-30"]);
    expect(spread(every("quarter", 1), year(2021))).toEqual(["2021-02-15", "2021-05-18", "2021-08-16", "2021-11-15"]);
    expect(spread(every("year", 1), year(2021))).toEqual(["2021-06-30"]);
  });

  it("leave out a part of the year that is closed as a whole", () => {
    const months = spread(every("month", 1), year(2021)).map((day) => day.slice(5, 7));
    expect(months).toEqual(["01", "02", "03", "04", "05", "06", "08", "09", "10", "11", "12"]);
  });

  it("are as many as the period has room for", () => {
    expect(spread(every("year", 3), year(2022, 2023))).toHaveLength(6);
    expect(spread(every("period", 4, 18), { from: "2021-03-01", to: "2022-08-31" })).toHaveLength(4);
    expect(spread(every("period", 2), year(2022, 2023))).toHaveLength(2);
    expect(spread(every("year", 2), { from: "2021-05-02", to: "2021-05-01" })).toEqual([]);
  });

  it("fall on no day that is closed, busy or quiet, and stay in the period, in order, each once", () => {
    const cadence = fc.record({
      min: fc.integer({ min: 1, max: 60 }),
      per: fc.constantFrom("week", "month", "quarter", "half-year", "year", "period"),
      months: fc.option(fc.integer({ min: 1, max: 48 }), { nil: undefined }),
    });
    const day = fc
      .integer({ min: 0, max: 9_000 })
      .map((at) => new Date(Date.UTC(2015, 0, 1 + at)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        cadence,
        day,
        fc.integer({ min: 0, max: 1_500 }),
        fc.nat(6),
        fc.nat(11),
        (wish, from, length, off, month) => {
          const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
          const avoided = {
            closed: (one: string) => weekday(one) === off,
            busy: (one: string) => Number(one.slice(5, 7)) === month,
          };
          const own = { ...wish, max: wish.min } as Cadence;
          const days = spread(own, { from, to }, avoided);
          expect(days).toEqual([...new Set(days)].sort());
          for (const one of days) {
            expect(one >= from && one <= to).toBe(true);
            expect([0, 6, off]).not.toContain(weekday(one));
            expect([7, month]).not.toContain(Number(one.slice(5, 7)));
            expect(one.slice(5) >= "12-20" || one.slice(5) <= "01-02" || isPublicHoliday(one)).toBe(false);
          }
          expect(spread(own, { from, to }, avoided)).toEqual(days);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe("what comes next", () => {
  const next = (text: string, after: string, n: number, period = year(2021)) =>
    nextOccurrences(parseTiming(text, period), after, n, { period }).map(({ from, to }) => `${from} ${to}`);

  it("are the windows that are not over", () => {
    expect(next("18. februar, Haust -21", "2021-02-18", 5)).toEqual(["2021-09-01 2021-11-30"]);
    expect(next("Mai/juni + november", "2021-06-01", 5)).toEqual(["2021-05-01 2021-06-30", "2021-11-01 2021-11-30"]);
    expect(next("Mai/juni + november", "2021-06-01", 1)).toHaveLength(1);
  });

  it("are proposed days for a cadence, also past the end of the year", () => {
    expect(next("to samlingar i året", "2021-06-01", 3)).toEqual([
      "2021-09-30 2021-09-30",
      "2022-04-01 2022-04-01",
      "2022-09-30 2022-09-30",
    ]);
    expect(next("tre møter", "2021-06-01", 9)).toHaveLength(2);
    expect(nextOccurrences(parseTiming("tre møter", year(2021)), "2021-01-01", 9)).toEqual([]);
  });

  it("are both where the words have both, and nothing where they have neither", () => {
    expect(next("Haust -21, deretter årleg", "2021-12-01", 2)).toEqual([
      "2022-06-30 2022-06-30",
      "2023-06-30 2023-06-30",
    ]);
    for (const text of ["Fortløpande", "Etter behov", "i god tid", ""]) expect(next(text, "2021-01-01", 5)).toEqual([]);
  });
});

describe("the parts of a period a cadence promises one in", () => {
  const parts = (per: Cadence["per"], min: number, period: { from: string; to: string }) =>
    slots({ min, max: min, per }, period).map(({ from, to }) => `${from} ${to}`);

  it("are whole months where these come out even", () => {
    expect(parts("year", 2, year(2021))).toEqual(["2021-01-01 2021-06-30", "2021-07-01 2021-12-31"]);
    expect(parts("month", 1, { from: "2024-01-01", to: "2024-03-31" })).toEqual([
      "2024-01-01 2024-01-31",
      "2024-02-01 2024-02-29",
      "2024-03-01 2024-03-31",
    ]);
  });

  it("are of days else, one after the other, from the first day to the last", () => {
    expect(parts("period", 2, { from: "2021-03-02", to: "2021-03-11" })).toEqual([
      "2021-03-02 2021-03-06",
      "2021-03-07 2021-03-11",
    ]);
    expect(parts("year", 5, year(2021))).toHaveLength(5);
    expect(parts("year", 5, year(2021)).at(-1)).toBe("2021-10-20 2021-12-31");
  });
});
