import { describe, expect, it } from "vitest";
import { formatDate, formatDateTimeRange, formatInstant, formatTimeRange } from "~/i18n/dates";

const zone = "Europe/Oslo";
const [start, end] = ["2027-05-26T07:00:00Z", "2027-05-26T09:30:00.000Z"];
const week = [3, 4, 5, 6, 7, 8, 9].map((day) => `2027-05-0${day}`);

describe("dates in words", () => {
  it("name every weekday in real nynorsk and bokmål", () => {
    const names = (locale: "nb" | "nn") => week.map((day) => formatDate(day, locale).split(" ")[0]).join(" ");
    expect(names("nn")).toBe("måndag tysdag onsdag torsdag fredag laurdag sundag");
    expect(names("nb")).toBe("mandag tirsdag onsdag torsdag fredag lørdag søndag");
  });

  it("name every month", () => {
    const names = Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, "0")}-01`);
    expect(names.map((day) => formatDate(day, "nn").split(" ")[2]).join(" ")).toBe(
      "januar februar mars april mai juni juli august september oktober november desember",
    );
    expect(formatDate("2027-12-01", "en")).toBe("Wednesday 1 December 2027");
  });

  it("are long or short", () => {
    expect(formatDate("2021-05-26", "nb", "long")).toBe("onsdag 26. mai 2021");
    expect(formatDate("2021-05-26", "nn", "short")).toBe("on. 26. mai");
    expect(formatDate("2021-05-26", "en", "short")).toBe("Wed 26 May");
  });

  it("refuse a date that does not exist", () => {
    for (const date of ["2027-02-30", "2027-5-1", "", "26.05.2027"])
      expect(() => formatDate(date, "nb")).toThrow(RangeError);
  });
});

describe("times", () => {
  it("use a full stop in Norwegian and a colon in English", () => {
    expect(formatTimeRange(start, end, zone, "nn")).toBe("kl. 09.00–11.30");
    expect(formatTimeRange(start, end, zone, "en")).toBe("09:00–11:30");
  });

  it("stand after the date", () => {
    expect(formatDateTimeRange(start, end, zone, "nb")).toBe("onsdag 26. mai 2027, kl. 09.00–11.30");
    expect(formatDateTimeRange(start, end, zone, "en")).toBe("Wednesday 26 May 2027, 09:00–11:30");
    expect(formatInstant(start, zone, "nn")).toBe("onsdag 26. mai 2027, kl. 09.00");
  });

  it("name both days when the event goes over several", () => {
    expect(formatDateTimeRange(start, "2027-05-27T12:00:00Z", zone, "nn")).toBe(
      "onsdag 26. mai 2027, kl. 09.00 – torsdag 27. mai 2027, kl. 14.00",
    );
  });

  it("follow the zone's own day and clock", () => {
    expect(formatInstant("2027-12-31T23:30:00Z", zone, "en")).toBe("Saturday 1 January 2028, 00:30");
  });
});
