import { afterAll, afterEach, describe, expect, it } from "vitest";
import { describeMonth, monthNames } from "~/features/timing/day-words";
import { readTiming } from "~/features/timing/describe-timing";
import * as runtime from "~/i18n/messages/runtime";
import { overwriteGetLocale } from "~/i18n/messages/runtime";

const before = runtime.getLocale;
afterAll(() => overwriteGetLocale(before));

const year = { from: "2021-01-01", to: "2021-12-31" };
const two = { from: "2022-01-01", to: "2023-12-31" };
const meaning = (words: string, locale: "nb" | "nn" | "en", period = year) => {
  overwriteGetLocale(() => locale);
  return readTiming(words, period).meaning;
};

describe("what words about time mean, in words", () => {
  afterEach(() => overwriteGetLocale(() => "nb"));

  it("is days of the year of the plan, without the year", () => {
    expect(meaning("Mai/juni + november", "nn")).toBe("1. mai–30. juni, 1.–30. november");
    expect(meaning("26.05.21", "nb")).toBe("26. mai");
    expect(meaning("Mai/juni + november", "en")).toBe("1 May–30 June, 1–30 November");
  });

  it("names the year where the period does not say it", () => {
    expect(meaning("Q1 2019", "nn")).toBe("1. januar–31. mars 2019");
    expect(meaning("Mai 2022", "nn", two)).toBe("1.–31. mai 2022");
  });

  it("says what is the same in every year once", () => {
    expect(meaning("Mars/april + november", "nn", two)).toBe("1. mars–30. april, 1.–30. november (2022, 2023)");
  });

  it("names both years of a window over New Year", () => {
    expect(meaning("Q1-15 - Q4-17", "nn")).toBe("1. januar 2015–31. desember 2017");
  });

  it("says how often", () => {
    expect(meaning("2-3 gangar pr. år", "nn")).toBe("2–3 gonger i året");
    expect(meaning("Årleg", "nn")).toBe("1 gong i året");
    expect(meaning("Årleg", "en")).toBe("1 time a year");
    expect(meaning("4 samlingar over 18 mnd.", "nb")).toBe("4 ganger på 18 måneder");
    expect(meaning("kvartalsvis", "nb")).toBe("1 gang i kvartalet");
  });

  it("says what has no date", () => {
    expect(meaning("Fortløpande", "nn")).toBe("heile året");
    expect(meaning("Fortløpande", "nn", two)).toBe("heile perioden");
    expect(meaning("Ved behov", "nb")).toBe("på forespørsel");
  });

  it("says the hour that is written", () => {
    expect(meaning("7. september kl 19", "nn")).toBe("7. september kl. 19.00");
    expect(meaning("7. september kl 19", "en")).toBe("7 September at 19:00");
  });

  it("is nothing where nothing was understood, and keeps the fragments", () => {
    expect(readTiming("i god tid", year)).toMatchObject({ meaning: null, unparsed: ["i god tid"] });
    expect(readTiming("Transport ;haust -21", year)).toMatchObject({
      unparsed: ["Transport"],
      words: "Transport ;haust -21",
    });
  });

  it("knows twelve months in every language", () => {
    for (const locale of ["nb", "nn", "en"] as const) {
      overwriteGetLocale(() => locale);
      expect(monthNames().names).toHaveLength(12);
      expect(monthNames().short).toHaveLength(12);
      expect(monthNames().initials.join("")).toBe("JFMAMJJASOND");
    }
    expect(describeMonth("2021-05")).toBe("May 2021");
  });
});
