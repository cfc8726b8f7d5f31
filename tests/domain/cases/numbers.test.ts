import { describe, expect, it } from "vitest";
import {
  correctNumber,
  dealNumbers,
  letterOf,
  nextNumbers,
  numberOfTakenOff,
  readNumber,
} from "~/domain/cases/numbers";

describe("numbers of cases", () => {
  it("are read with and without the word, and with two figures of a year", () => {
    expect(readNumber(" Sak 18/2016")).toEqual({ number: 18, year: 2016 });
    expect(readNumber("04/17")).toEqual({ number: 4, year: 2017 });
    for (const text of ["", "0/2017", "18", "18/216", "18/2017 A"]) expect(readNumber(text), text).toBeNull();
  });

  it("belong to the year of the meeting, and say what was typed", () => {
    expect(correctNumber("18/2016", 2017)).toEqual({ number: { number: 18, year: 2017 }, typed: "18/2016" });
    expect(correctNumber("18", 2017)).toEqual({ number: { number: 18, year: 2017 }, typed: "" });
    expect(correctNumber("atten", 2017)).toBeNull();
  });

  it("go on from the highest there is", () => {
    expect(nextNumbers({ first: 1, last: null, used: null }, 2)).toEqual([1, 2]);
    expect(nextNumbers({ first: 12, last: null, used: null }, 1)).toEqual([12]);
    expect(nextNumbers({ first: 1, last: 10, used: 12 }, 2)).toEqual([13, 14]);
  });

  it("are dealt out by the order until they are told", () => {
    expect(dealNumbers([3, 1, null, 2], [4], { told: false })).toEqual([1, 2, 3, 4]);
    expect(dealNumbers([3, 1, null, 2], [4], { told: true })).toEqual([3, 1, 4, 2]);
  });

  it("are freed only where no gap is left", () => {
    expect(numberOfTakenOff({ numbered: false, noticed: true, followed: true })).toBe("none");
    expect(numberOfTakenOff({ numbered: true, noticed: false, followed: false })).toBe("freed");
    expect(numberOfTakenOff({ numbered: true, noticed: true, followed: false })).toBe("kept");
    expect(numberOfTakenOff({ numbered: true, noticed: false, followed: true })).toBe("kept");
  });

  it("have letters for parts, also past Z", () => {
    expect([0, 6, 25, 26, 51, 52].map(letterOf)).toEqual(["A", "G", "Z", "AA", "AZ", "BA"]);
  });
});
