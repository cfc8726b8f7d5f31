import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";

const oslo = "Europe/Oslo";

describe("localToInstant", () => {
  it("reads winter and summer time", () => {
    expect(localToInstant("2027-01-15", "09:00", oslo)).toEqual({ ok: true, instant: "2027-01-15T08:00:00Z" });
    expect(localToInstant("2027-05-26", "09:00", oslo)).toEqual({ ok: true, instant: "2027-05-26T07:00:00Z" });
  });

  it("refuses the hour the clock skips", () => {
    for (const time of ["02:00", "02:30", "02:59"])
      expect(localToInstant("2027-03-28", time, oslo)).toEqual({ ok: false, reason: "no-such-time" });
    expect(localToInstant("2027-03-28", "01:59", oslo)).toEqual({ ok: true, instant: "2027-03-28T00:59:00Z" });
    expect(localToInstant("2027-03-28", "03:00", oslo)).toEqual({ ok: true, instant: "2027-03-28T01:00:00Z" });
  });

  it("takes the hour that happens twice as the first", () => {
    expect(localToInstant("2027-10-31", "02:30", oslo)).toEqual({ ok: true, instant: "2027-10-31T00:30:00Z" });
    expect(localToInstant("2027-10-31", "03:00", oslo)).toEqual({ ok: true, instant: "2027-10-31T02:00:00Z" });
  });

  it("refuses what no calendar or clock shows", () => {
    for (const [date, time] of [
      ["2027-02-30", "09:00"],
      ["2027-13-01", "09:00"],
      ["2027-05-26", "24:00"],
      ["2027-05-26", "9:00"],
      ["", ""],
      ["2027-05-26", "09:00Z"],
    ] as const)
      expect(localToInstant(date, time, oslo)).toEqual({ ok: false, reason: "no-such-time" });
  });

  it("throws on a zone that does not exist", () => {
    expect(() => localToInstant("2027-05-26", "09:00", "Europe/Nowhere")).toThrow(RangeError);
  });
});

describe("instantToLocal", () => {
  it("shows both occurrences of the repeated hour alike", () => {
    expect(instantToLocal("2027-10-31T00:30:00Z", oslo)).toEqual({ date: "2027-10-31", time: "02:30" });
    expect(instantToLocal("2027-10-31T01:30:00Z", oslo)).toEqual({ date: "2027-10-31", time: "02:30" });
  });

  it("shows midnight as 00:00 of the new day", () => {
    expect(instantToLocal("2027-05-25T22:00:00.000Z", oslo)).toEqual({ date: "2027-05-26", time: "00:00" });
  });

  it("throws on an instant that cannot be read", () => {
    expect(() => instantToLocal("tomorrow", oslo)).toThrow(RangeError);
  });

  it("gives back what localToInstant was given", () => {
    const zones = fc.constantFrom(oslo, "America/New_York", "Asia/Kolkata", "UTC", "Australia/Lord_Howe");
    const minutes = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const wall = new Date(minute * 60_000).toISOString();
        const [date, time] = [wall.slice(0, 10), wall.slice(11, 16)];
        const found = localToInstant(date, time, zone);
        if (found.ok) expect(instantToLocal(found.instant, zone)).toEqual({ date, time });
      }),
    );
  });
});
