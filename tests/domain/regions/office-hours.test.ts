import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isOpen,
  isWorkingDay,
  judgePlanned,
  nextOpening,
  type OfficeHours,
  reminderTime,
  workingDayBefore,
} from "~/domain/regions/office-hours";
import { instantToLocal } from "~/domain/shared/local-time";

const hours: OfficeHours = { zone: "Europe/Oslo", opens: 480, closes: 960, easterClosed: false, closed: [] };
const local = (instant: string | null) => {
  const { date, time } = instantToLocal(instant ?? "", hours.zone);
  return `${date} ${time}`;
};

describe("a working day", () => {
  it.each([
    ["a Saturday", "2027-05-22"],
    ["a public holiday", "2027-05-17"],
    ["Christmas Eve", "2027-12-24"],
    ["New Year's Eve", "2027-12-31"],
    ["Maundy Thursday", "2027-03-25"],
  ])("is not %s", (_, day) => expect(isWorkingDay(day, hours)).toBe(false));

  it("is Monday to Wednesday before Easter, unless the region says otherwise", () => {
    for (const day of ["2027-03-22", "2027-03-23", "2027-03-24"]) {
      expect(isWorkingDay(day, hours)).toBe(true);
      expect(isWorkingDay(day, { ...hours, easterClosed: true })).toBe(false);
    }
    expect(isWorkingDay("2027-03-19", { ...hours, easterClosed: true })).toBe(true);
    expect(isWorkingDay("2027-03-30", { ...hours, easterClosed: true })).toBe(true);
  });

  it("is none of the region's own closed days", () => {
    const closed = [{ from: "2027-07-05", to: "2027-07-09" }];
    expect(["2027-07-05", "2027-07-09"].map((day) => isWorkingDay(day, { ...hours, closed }))).toEqual([false, false]);
    expect(isWorkingDay("2027-07-12", { ...hours, closed })).toBe(true);
  });

  it("is counted back over weekends and holidays", () => {
    expect(workingDayBefore("2027-05-19", 3, hours)).toBe("2027-05-13");
    expect(workingDayBefore("2027-03-31", 1, hours)).toBe("2027-03-30");
    expect(workingDayBefore("2027-03-30", 1, { ...hours, easterClosed: true })).toBe("2027-03-19");
  });
});

describe("the next opening", () => {
  it.each([
    ["is now when it is open", "2027-05-19T08:30:00Z", "2027-05-19 10:30"],
    ["is the same morning before it", "2027-05-19T04:00:00Z", "2027-05-19 08:00"],
    ["is the next working day at closing time", "2027-05-19T14:00:00Z", "2027-05-20 08:00"],
    ["passes weekend and Whit Monday", "2027-05-14T15:00:00Z", "2027-05-18 08:00"],
    ["keeps the clock when it goes forward", "2027-03-26T12:00:00Z", "2027-03-30 08:00"],
    ["keeps the clock when it goes back", "2027-10-29T15:00:00Z", "2027-11-01 08:00"],
  ])("%s", (_, from, to) => expect(local(nextOpening(from, hours))).toBe(to));

  it("is none where the region never opens", () => {
    const closed = [{ from: "2027-01-01", to: "2029-12-31" }];
    expect(nextOpening("2027-05-19T08:30:00Z", { ...hours, closed })).toBeNull();
    expect(reminderTime("2029-05-19T08:30:00Z", { ...hours, closed })).toBeNull();
  });
});

describe("a reminder", () => {
  it.each([
    ["leaves when it is meant to, in office hours", "2027-05-19T08:30:00Z", "2027-05-19 10:30"],
    ["leaves the working day before at the same time", "2027-05-17T09:00:00Z", "2027-05-14 11:00"],
    [
      "leaves when it opens the working day before, where it is meant for the small hours",
      "2027-05-18T04:00:00Z",
      "2027-05-14 08:00",
    ],
    ["leaves when it opens, where it is meant for after closing time", "2027-05-19T16:00:00Z", "2027-05-19 08:00"],
    ["keeps the clock over the shift", "2027-03-28T10:00:00Z", "2027-03-24 12:00"],
  ])("%s", (_, meant, leaves) => expect(local(reminderTime(meant, hours))).toBe(leaves));
});

describe("a time somebody wrote", () => {
  const span = { now: "2027-05-03T08:00:00Z", before: "2027-05-26T07:00:00Z" };
  const judge = (date: string, time: string, between = span) => judgePlanned({ date, time }, hours, between);

  it("is taken in office hours", () => {
    expect(judge("2027-05-05", "09:00")).toEqual({ ok: true, at: "2027-05-05T07:00:00Z" });
  });

  it("is refused with the nearest one where the region is closed", () => {
    expect(judge("2027-05-08", "09:00")).toEqual({ ok: false, reason: "closed", nearest: "2027-05-10T06:00:00Z" });
    expect(judge("2027-05-04", "16:00")).toEqual({ ok: false, reason: "closed", nearest: "2027-05-05T06:00:00Z" });
    const begins = { ...span, before: "2027-05-18T05:00:00Z" };
    expect(judge("2027-05-15", "09:00", begins)).toEqual({ ok: false, reason: "closed", nearest: span.now });
  });

  it("is refused in the past, after the start, and where the clock skips it", () => {
    expect(judge("2027-05-03", "10:00")).toEqual({ ok: false, reason: "in-the-past" });
    expect(judge("2027-05-26", "09:00")).toMatchObject({ ok: false, reason: "after-start", nearest: span.now });
    expect(judge("2028-03-26", "02:30", { ...span, before: "2029-01-01T00:00:00Z" })).toEqual({
      ok: false,
      reason: "no-such-time",
    });
    const late = { now: "2027-05-07T16:00:00Z", before: "2027-05-08T08:00:00Z" };
    expect(judge("2027-05-08", "09:00", late)).toEqual({ ok: false, reason: "closed", nearest: null });
  });
});

describe("any region", () => {
  const day = fc
    .integer({ min: 0, max: 3 * 365 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const region = fc
    .record({
      zone: fc.constantFrom("Europe/Oslo", "Asia/Beirut", "America/New_York", "Australia/Lord_Howe"),
      opens: fc.integer({ min: 0, max: 1300 }),
      closes: fc.constant(0),
      easterClosed: fc.boolean(),
      closed: fc.array(
        fc.tuple(day, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({
          from,
          to: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10),
        })),
        { maxLength: 3 },
      ),
      length: fc.integer({ min: 60, max: 600 }),
    })
    .map(({ length, ...rest }): OfficeHours => ({ ...rest, closes: Math.min(1440, rest.opens + length) }));
  const minute = 60_000;
  const instants = fc.integer({ min: Date.UTC(2026, 1, 1) / minute, max: Date.UTC(2028, 10, 1) / minute });
  const iso = (at: number) => new Date(at * minute).toISOString();
  const at = (instant: string | null) => Date.parse(instant ?? "") / minute;

  it("opens next at the first open minute there is", () => {
    fc.assert(
      fc.property(region, instants, (own, from) => {
        const opening = at(nextOpening(iso(from), own));
        expect(opening).toBeGreaterThanOrEqual(from);
        expect(isOpen(iso(opening), own)).toBe(true);
        const step = Math.max(1, Math.floor((opening - from) / 40));
        for (let earlier = from; earlier < opening; earlier += step) expect(isOpen(iso(earlier), own)).toBe(false);
        if (opening > from) expect(isOpen(iso(opening - 1), own)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("reminds when it is open, never later than meant, and at the same time of day where it can", () => {
    fc.assert(
      fc.property(region, instants, (own, meant) => {
        const found = reminderTime(iso(meant), own);
        expect(isOpen(found ?? "", own)).toBe(true);
        expect(at(found)).toBeLessThanOrEqual(meant);
        if (isOpen(iso(meant), own)) expect(at(found)).toBe(meant);
        const [wanted, got] = [instantToLocal(iso(meant), own.zone), instantToLocal(found ?? "", own.zone)];
        const minutes = Number(wanted.time.slice(0, 2)) * 60 + Number(wanted.time.slice(3));
        const within = minutes >= own.opens && minutes < own.closes;
        const skipped = got.time > wanted.time && got.time.slice(0, 2) <= "03";
        if (within && !skipped) expect(got.time).toBe(wanted.time);
        for (let day = wanted.date; day > got.date; day = new Date(Date.parse(day) - 864e5).toISOString().slice(0, 10))
          expect(isWorkingDay(day, own) && minutes >= own.closes).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
