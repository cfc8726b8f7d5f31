import { describe, expect, it } from "vitest";
import { eventColumns, halfColumns, halfOf, overTime } from "~/domain/attendance/over-time";

const events = [
  { id: "c", title: "C", day: "2027-07-01" },
  { id: "a", title: "A", day: "2026-12-31" },
  { id: "b", title: "B", day: "2027-06-30" },
];
const places = [
  { id: "voss", name: "Voss" },
  { id: "ulvik", name: "Ulvik" },
];
const came = [
  { eventId: "a", municipalityId: "voss", people: 2 },
  { eventId: "b", municipalityId: "voss", people: 1 },
  { eventId: "c", municipalityId: null, people: 3 },
  { eventId: "x", municipalityId: "voss", people: 9 },
];

describe("who came per municipality over time", () => {
  it("has a column for each event, the oldest first, of the newest ones", () => {
    expect(eventColumns(events, 2).map(({ key }) => key)).toEqual(["b", "c"]);
  });

  it("has a column for each half-year something was held in", () => {
    expect(["2027-01-01", "2027-06-30", "2027-07-01"].map(halfOf)).toEqual(["2027-1", "2027-1", "2027-2"]);
    expect(halfColumns(events, (half) => half, 9)).toMatchObject([
      { label: "2026-2", eventIds: ["a"] },
      { label: "2027-1", eventIds: ["b"] },
      { label: "2027-2", eventIds: ["c"] },
    ]);
  });

  it("has a row for everyone, and for those of no municipality where there are any", () => {
    const table = overTime(eventColumns(events, 9), came, places);
    expect(table.rows).toEqual([
      { id: "voss", name: "Voss", cells: [2, 1, 0], total: 3, events: 2 },
      { id: "ulvik", name: "Ulvik", cells: [0, 0, 0], total: 0, events: 0 },
      { id: null, name: null, cells: [0, 0, 3], total: 3, events: 1 },
    ]);
    expect([table.totals, table.total]).toEqual([[2, 1, 3], 6]);
    expect(overTime(eventColumns(events, 9), came.slice(0, 2), places).rows).toHaveLength(2);
  });
});
