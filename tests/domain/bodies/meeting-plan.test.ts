import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Meeting, overlaps, proposeMeetings, sameWeekday } from "~/domain/bodies/meeting-plan";
import { isoWeek } from "~/domain/shared/days";

const meeting = (day: string, more: Partial<Meeting> = {}): Meeting => {
  return { bodyId: "council", day, from: 540, to: 720, place: "", ...more };
};
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const nothing = () => null;

describe("next year's meetings", () => {
  it("are on the same weekday of the same week", () => {
    expect(sameWeekday("2017-02-23", 2018)).toBe("2018-02-22");
    expect(sameWeekday("2017-06-15", 2018)).toBe("2018-06-14");
    expect(sameWeekday("2020-12-31", 2021)).toBe("2021-12-30");
    expect(sameWeekday("2026-01-01", 2027)).toBe("2027-01-07");
  });

  it("keep weekday and week in any year, and stay in it", () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((at) => {
      return new Date(Date.UTC(1990, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 1991, max: 2060 }), (day, year) => {
        const moved = sameWeekday(day, year);
        expect(moved.slice(0, 4)).toBe(String(year));
        expect(weekday(moved)).toBe(weekday(day));
        if (isoWeek(day) > 1 && isoWeek(day) < 52) expect(isoWeek(moved)).toBe(isoWeek(day));
      }),
    );
  });

  it("move a week from a day that is closed, and say from where and why", () => {
    const against = ({ day }: Meeting) => (day === "2018-02-22" ? "holiday" : null);
    expect(proposeMeetings([meeting("2017-02-23")], 2018, against)).toMatchObject([
      { day: "2018-03-01", was: "2017-02-23", moved: { day: "2018-02-22", reason: "holiday" } },
    ]);
  });

  it("do not fall on each other, but two may follow each other on a day", () => {
    const afternoon = { bodyId: "assembly", from: 960, to: 1080 };
    const same = [meeting("2017-06-15"), meeting("2017-06-15", { bodyId: "board" }), meeting("2017-06-15", afternoon)];
    const proposed = proposeMeetings(same, 2018, nothing);
    expect(proposed.map(({ bodyId, day }) => [bodyId, day])).toEqual([
      ["council", "2018-06-14"],
      ["assembly", "2018-06-14"],
      ["board", "2018-06-21"],
    ]);
    expect(proposed.some((a) => proposed.some((b) => a !== b && overlaps(a, b)))).toBe(false);
  });

  it("stay where they are wanted when no day beside is free", () => {
    expect(proposeMeetings([meeting("2017-06-15")], 2018, () => "closed")).toMatchObject([{ day: "2018-06-14" }]);
  });
});
