import { describe, expect, it } from "vitest";
import { clockAt, daysOf, isBreak, minutesAfter, placeOf, readProgramme, warningsOf } from "~/domain/events/programme";

const start = { date: "2027-05-26", time: "09:00" };

describe("the clock of a programme", () => {
  it("counts minutes on the wall, so that a shift of the clock moves nothing", () => {
    const saturday = { date: "2027-03-27", time: "10:00" };
    expect(clockAt(saturday, 24 * 60 + 30)).toEqual({ date: "2027-03-28", time: "10:30" });
    expect(minutesAfter(saturday, { date: "2027-03-28", time: "10:30" })).toBe(24 * 60 + 30);
  });

  it("names each day an event lasts, and not the one it ends at midnight of", () => {
    expect(daysOf(start, { date: "2027-05-26", time: "14:30" })).toEqual(["2027-05-26"]);
    expect(daysOf(start, { date: "2027-05-27", time: "00:00" })).toEqual(["2027-05-26"]);
    expect(daysOf({ date: "2027-12-31", time: "09:00" }, { date: "2028-01-02", time: "12:00" })).toEqual([
      "2027-12-31",
      "2028-01-01",
      "2028-01-02",
    ]);
  });
});

describe("what is odd about an item", () => {
  it("warns of one that begins after the end, and of one out of order", () => {
    const items = [0, 60, null, 30, 331].map((startsAfter) => ({ startsAfter }));
    expect(warningsOf(items, 330)).toEqual([null, null, null, "before-former", "after-end"]);
  });

  it("knows a pause by its words, where nobody speaks", () => {
    for (const title of ["Pause", "Lunsj", "Kaffepause", "Lunch break", "Slutt"])
      expect([title, isBreak({ title, speaker: "" })]).toEqual([title, true]);
    expect(isBreak({ title: "Pause", speaker: "Voss" })).toBe(false);
    expect(isBreak({ title: "Slutten på prosjektet", speaker: "" })).toBe(false);
  });

  it("puts a new item before the first that starts later", () => {
    const items = [0, null, 60].map((startsAfter) => ({ startsAfter }));
    expect([placeOf(items, 30), placeOf(items, 60), placeOf(items, null)]).toEqual([2, 3, 3]);
  });
});

describe("a programme that is pasted", () => {
  const read = (text: string, days = 1) =>
    readProgramme(text, start, days).map(({ startsAfter, title, speaker }) => [startsAfter, title, speaker]);

  it("is one item a line: time, title, who speaks", () => {
    expect(read("09.00 Velkomen – Statsforvaltaren\r\n\r\n10:30 Pause\nKl. 11 Gode døme - mat - To kommunar")).toEqual([
      [0, "Velkomen", "Statsforvaltaren"],
      [90, "Pause", ""],
      [120, "Gode døme - mat", "To kommunar"],
    ]);
  });

  it("reads tables and ends of times", () => {
    expect(read("09.00–09.15\tVelkomen\tStatsforvaltaren\n0930 - 1000: Kor langt er vi komne?\n12-13 Lunsj")).toEqual([
      [0, "Velkomen", "Statsforvaltaren"],
      [30, "Kor langt er vi komne?", ""],
      [180, "Lunsj", ""],
    ]);
  });

  it("takes a figure for a time only where it is one", () => {
    expect(read("3 kommunar fortel\n2027 blir eit godt år\n25.00 Aldri")).toEqual([
      [null, "3 kommunar fortel", ""],
      [null, "2027 blir eit godt år", ""],
      [null, "25.00 Aldri", ""],
    ]);
  });

  it("lets lines with a bullet belong to the item over them", () => {
    const [item, ...rest] = readProgramme("09.00 Gruppearbeid\n  - Kven gjer kva?\n• Kva no?", start, 1);
    expect(item).toMatchObject({ title: "Gruppearbeid", description: "Kven gjer kva?\nKva no?" });
    expect(rest).toEqual([]);
  });

  it("goes on to the next day where the event does, and not where it does not", () => {
    expect(read("13.00 Møte\n09.00 Dag to", 2)).toEqual([
      [240, "Møte", ""],
      [24 * 60, "Dag to", ""],
    ]);
    expect(read("13.00 Møte\n09.00 Feil", 1)).toEqual([
      [240, "Møte", ""],
      [0, "Feil", ""],
    ]);
  });
});
