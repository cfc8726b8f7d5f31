import { describe, expect, it } from "vitest";
import { gatheringsAtMost, seriesDays } from "~/domain/events/series";

describe("the gatherings after the first", () => {
  it("are every so many weeks, over both shifts of the clock and a new year", () => {
    expect(seriesDays("2027-03-22", { way: "weeks", every: 1, count: 2 }).days).toEqual(["2027-03-29", "2027-04-05"]);
    expect(seriesDays("2027-12-20", { way: "weeks", every: 2, count: 2 }).days).toEqual(["2028-01-03", "2028-01-17"]);
  });

  it("are on the same weekday at the same place in the month", () => {
    const { days } = seriesDays("2027-01-12", { way: "months", every: 1, count: 3 });
    expect(days).toEqual(["2027-02-09", "2027-03-09", "2027-04-13"]);
  });

  it("are on the last one where the first is on a fifth and the month has four", () => {
    const { days } = seriesDays("2027-03-31", { way: "months", every: 1, count: 4 });
    expect(days).toEqual(["2027-04-28", "2027-05-26", "2027-06-30", "2027-07-28"]);
  });

  it("are at most fifty-two", () => {
    expect(seriesDays("2027-01-12", { way: "weeks", every: 1, count: 900 }).days).toHaveLength(gatheringsAtMost);
  });

  it("are on the days that are written, once each and in order, and what is no such day is given back", () => {
    const written = "12.5.2027\n2027-04-01, 12. mai 2027; i fjor\n1.1.2026\n31.2.2028";
    expect(seriesDays("2027-03-01", { way: "days", written })).toEqual({
      days: ["2027-04-01", "2027-05-12"],
      unread: ["i fjor", "1.1.2026", "31.2.2028"],
    });
  });
});
