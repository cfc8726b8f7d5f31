import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayBook, openSlots, proposeDays, reasonAgainst, type Slot } from "~/domain/events/proposals";
import { addDays } from "~/domain/shared/days";
import { parseTiming, slots, spread } from "~/domain/timing";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 5_000 : 200;
const free: DayBook = { holidays: [], easterClosed: false, busy: new Map() };
const year = { from: "2027-01-01", to: "2027-12-31" };
const propose = (words: string, book: Partial<DayBook> = {}, span = year) =>
  proposeDays(openSlots(parseTiming(words, span), span, []), span, { ...free, ...book });
const days = (words: string, book: Partial<DayBook> = {}) => propose(words, book).map(({ day }) => day);

describe("the times to find days for", () => {
  const timing = parseTiming("Mars/april + november, kvartalsvis", year);

  it("are the windows of the words and the parts of the span a cadence promises one in", () => {
    expect(openSlots(timing, year, []).map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2027-01-01 2027-03-31",
      "2027-03-01 2027-04-30",
      "2027-04-01 2027-06-30",
      "2027-07-01 2027-09-30",
      "2027-10-01 2027-12-31",
      "2027-11-01 2027-11-30",
    ]);
  });

  it("are not those that something is held in, nor those outside the span", () => {
    const autumn = { from: "2027-08-01", to: "2027-12-31" };
    const held = [{ from: "2027-11-10", to: "2027-11-11" }];
    expect(openSlots(parseTiming("Vår og november", year), year, held)).toMatchObject([{ from: "2027-03-01" }]);
    expect(openSlots(parseTiming("Vår og november", year), autumn, [])).toMatchObject([{ from: "2027-11-01" }]);
  });
});

describe("the day proposed for a time", () => {
  it("is the working day nearest its middle", () => {
    expect(days("November")).toEqual(["2027-11-15"]);
    expect(days("to gonger i året")).toEqual(["2027-04-01", "2027-09-30"]);
  });

  it("is the day itself where the words say one, and none where it may not be", () => {
    expect(days("20. oktober kl. 19")).toEqual(["2027-10-20"]);
    expect(propose("20. oktober kl. 19")[0]?.slot.time).toBe("19:00");
    expect(propose("17. mai")).toMatchObject([
      { day: null, against: [{ from: "2027-05-17", to: "2027-05-17", reason: { kind: "public" } }] },
    ]);
  });

  it("says which days nearer the middle it goes round, and why", () => {
    const busy = new Map([["2027-11-15", { title: "Fagdag", people: 8 }]]);
    const holidays = [{ kind: "closed" as const, name: "Plandag", from: "2027-11-16", to: "2027-11-16" }];
    expect(propose("November", { busy, holidays })).toEqual([
      {
        slot: expect.objectContaining({ from: "2027-11-01" }),
        day: "2027-11-17",
        against: [
          { from: "2027-11-15", to: "2027-11-15", reason: { kind: "busy", title: "Fagdag", people: 8 } },
          { from: "2027-11-16", to: "2027-11-16", reason: { kind: "closed", name: "Plandag" } },
        ],
      },
    ]);
  });

  it("keeps out of school holidays, taken together over their weekends, and of the week before Easter where closed", () => {
    const holidays = [{ kind: "school" as const, name: "Haustferie", from: "2027-10-11", to: "2027-10-24" }];
    const [autumn] = propose("8. – 26. oktober", { holidays });
    expect(autumn).toMatchObject({
      day: "2027-10-25",
      against: [{ from: "2027-10-11", to: "2027-10-22", reason: { kind: "school", name: "Haustferie" } }],
    });
    expect(days("22.-24. mars")).toEqual(["2027-03-23"]);
    expect(propose("22.-24. mars", { easterClosed: true })).toMatchObject([
      { day: null, against: [{ from: "2027-03-22", to: "2027-03-24", reason: { kind: "easter" } }] },
    ]);
  });

  it("is none in a month that is all quiet", () => {
    expect(propose("Juli")).toMatchObject([{ day: null, against: [{ reason: { kind: "july" } }] }]);
  });

  it("is never another's", () => {
    expect(days("15. november, november")).toEqual(["2027-11-16", "2027-11-15"]);
  });

  it("is never closed, busy or quiet, and always inside its time and the span, whatever they are", () => {
    const day = fc.integer({ min: 0, max: 1_200 }).map((after) => addDays("2026-06-01", after));
    const span = fc.tuple(day, fc.nat({ max: 200 })).map(([from, length]) => ({ from, to: addDays(from, length) }));
    const book = fc.record({
      holidays: fc.array(
        span.map((own) => ({ ...own, kind: "school" as const, name: "Ferie" })),
        { maxLength: 6 },
      ),
      easterClosed: fc.boolean(),
      busy: fc.array(day, { maxLength: 80 }).map((all) => new Map(all.map((one) => [one, { title: "x", people: 1 }]))),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), span, book, (wanted: Slot[], within, own) => {
        const proposals = proposeDays(wanted, within, own);
        const taken = proposals.flatMap(({ day: one }) => one ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        for (const { slot, day: one, against } of proposals) {
          if (one) {
            expect(reasonAgainst(one, own)).toBeNull();
            expect(spread({ min: 1, max: 1, per: "period" }, { from: one, to: one })).toEqual([one]);
            expect(one >= slot.from && one <= slot.to && one >= within.from && one <= within.to).toBe(true);
          }
          for (const { from, to } of against) expect(from >= slot.from && to <= slot.to).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  it("is there in every part of a cadence that has a free day", () => {
    const weekly = slots({ min: 1, max: 1, per: "week" }, { from: "2027-08-02", to: "2027-12-19" });
    expect(proposeDays(weekly, year, free).every(({ day }) => day !== null)).toBe(true);
  });

  it("agrees with the timing about which days are quiet", () => {
    for (let day = "2026-01-01"; day < "2030-01-01"; day = addDays(day, 1))
      expect(reasonAgainst(day, free) === null, day).toBe(
        spread({ min: 1, max: 1, per: "period" }, { from: day, to: day }).length === 1,
      );
  });
});
