import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, composeCalendar } from "~/domain/events/calendar";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import {
  instantBy,
  type Line,
  property,
  read,
  readAgain,
  readLines,
  unescapeText,
  writtenOffset,
} from "./read-calendar";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 10_000 : 80;

const entry: CalendarEntry = {
  method: "REQUEST",
  uid: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f@samvirk.example",
  sequence: 2,
  stamp: "2027-04-02T11:15:30.250Z",
  startsAt: "2027-05-26T07:00:00Z",
  endsAt: "2027-05-26T09:30:00Z",
  zone: "Europe/Oslo",
  title: "Dialogmøte",
  description: "Vel møtt.",
  location: "Møterom 3, Vossevangen",
  url: "https://samvirk.example/vestland/events/17",
  organizer: { name: "Statsforvaltaren", address: "samvirk@vestland.example" },
  attendee: { name: "Kontaktperson, Voss", address: "kontakt@voss.example", answer: "needs-action" },
  language: "nn",
};

const octets = (calendar: string) => calendar.split("\r\n").map((line) => Buffer.byteLength(line));

describe("an invitation", () => {
  const calendar = composeCalendar(entry);

  it("is a REQUEST with an organiser and one attendee who is asked to reply", () => {
    expect(readLines(calendar).find(({ name }) => name === "METHOD")?.value).toBe("REQUEST");
    expect(property(calendar, "ORGANIZER")).toMatchObject({
      parameters: { CN: "Statsforvaltaren" },
      value: "mailto:samvirk@vestland.example",
    });
    expect(readLines(calendar).filter(({ name }) => name === "ATTENDEE")).toEqual([
      {
        name: "ATTENDEE",
        parameters: {
          CN: '"Kontaktperson, Voss"',
          CUTYPE: "INDIVIDUAL",
          ROLE: "REQ-PARTICIPANT",
          PARTSTAT: "NEEDS-ACTION",
          RSVP: "TRUE",
        },
        value: "mailto:kontakt@voss.example",
      },
    ]);
    expect(property(calendar, "STATUS")?.value).toBe("CONFIRMED");
  });

  it("carries UID, SEQUENCE and the change's time in UTC", () => {
    expect(property(calendar, "UID")?.value).toBe(entry.uid);
    expect(property(calendar, "SEQUENCE")?.value).toBe("2");
    expect(property(calendar, "DTSTAMP")?.value).toBe("20270402T111530Z");
  });

  it("begins and ends as RFC 5545 asks", () => {
    expect(
      readLines(calendar)
        .slice(0, 5)
        .map(({ name, value }) => `${name}:${value}`),
    ).toEqual([
      "BEGIN:VCALENDAR",
      "PRODID:-//Samvirk//Samvirk//EN",
      "VERSION:2.0",
      "CALSCALE:GREGORIAN",
      "METHOD:REQUEST",
    ]);
    expect(calendar.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("carries the answer as it stands", () => {
    for (const answer of ["accepted", "declined", "tentative", "needs-action"] as const) {
      const attendee = { ...entry.attendee, answer };
      expect(property(composeCalendar({ ...entry, attendee }), "ATTENDEE")?.parameters.PARTSTAT).toBe(
        answer.toUpperCase(),
      );
    }
  });

  it("leaves out a place and an address that are not known", () => {
    const bare = composeCalendar({ ...entry, location: null, url: null, description: "" });
    for (const name of ["LOCATION", "URL", "DESCRIPTION"]) expect(property(bare, name)).toBeUndefined();
  });

  it("leaves the folding of other users of the library alone", () => {
    const before = ICAL.foldLength;
    composeCalendar(entry);
    expect(ICAL.foldLength).toBe(before);
  });

  it("refuses an event that does not end after it starts, and addresses that break the line", () => {
    expect(() => composeCalendar({ ...entry, endsAt: entry.startsAt })).toThrow(RangeError);
    expect(() => composeCalendar({ ...entry, startsAt: "soon" })).toThrow(RangeError);
    expect(() => composeCalendar({ ...entry, sequence: 1.5 })).toThrow(RangeError);
    for (const address of ["a@b.example\r\nATTENDEE:mailto:c@d.example", "a b@c.example", ""])
      expect(() => composeCalendar({ ...entry, attendee: { ...entry.attendee, address } })).toThrow(RangeError);
  });
});

describe("a cancellation", () => {
  it("of the event says CANCELLED to the same entry", () => {
    const calendar = composeCalendar({ ...entry, method: "CANCEL", sequence: 3 });
    expect(readLines(calendar).find(({ name }) => name === "METHOD")?.value).toBe("CANCEL");
    expect(property(calendar, "STATUS")?.value).toBe("CANCELLED");
    expect(property(calendar, "UID")?.value).toBe(entry.uid);
    expect(property(calendar, "SEQUENCE")?.value).toBe("3");
    expect(property(calendar, "ORGANIZER")?.value).toBe("mailto:samvirk@vestland.example");
  });

  it("of one invitation has no STATUS", () => {
    const calendar = composeCalendar({ ...entry, method: "CANCEL", scope: "attendee" });
    expect(property(calendar, "STATUS")).toBeUndefined();
    expect(property(calendar, "ATTENDEE")?.value).toBe("mailto:kontakt@voss.example");
  });
});

describe("times", () => {
  const shifts = [
    [
      "over the night the clock goes forward",
      "2027-03-27T22:00:00Z",
      "2027-03-28T06:00:00Z",
      "20270327T230000",
      "20270328T080000",
    ],
    [
      "over the night the clock goes back",
      "2027-10-30T21:00:00Z",
      "2027-10-31T07:00:00Z",
      "20271030T230000",
      "20271031T080000",
    ],
    [
      "the day before it goes back",
      "2027-10-30T07:00:00Z",
      "2027-10-30T09:00:00Z",
      "20271030T090000",
      "20271030T110000",
    ],
    [
      "the day after it went back",
      "2027-11-01T08:00:00Z",
      "2027-11-01T10:00:00Z",
      "20271101T090000",
      "20271101T110000",
    ],
    [
      "the day after it went forward",
      "2027-03-29T07:00:00Z",
      "2027-03-29T09:00:00Z",
      "20270329T090000",
      "20270329T110000",
    ],
  ] as const;

  it.each(shifts)("hold %s", (_, startsAt, endsAt, localStart, localEnd) => {
    const calendar = composeCalendar({ ...entry, startsAt, endsAt });
    expect(property(calendar, "DTSTART")).toMatchObject({ parameters: { TZID: "Europe/Oslo" }, value: localStart });
    expect(property(calendar, "DTEND")).toMatchObject({ parameters: { TZID: "Europe/Oslo" }, value: localEnd });
    expect(instantBy(calendar, localStart)).toBe(Date.parse(startsAt));
    expect(instantBy(calendar, localEnd)).toBe(Date.parse(endsAt));
    expect(read(calendar).startDate.toJSDate()).toEqual(new Date(startsAt));
    expect(read(calendar).endDate.toJSDate()).toEqual(new Date(endsAt));
  });

  it("of Oslo follow the yearly rule of both shifts", () => {
    const calendar = composeCalendar(entry);
    expect(
      readLines(calendar)
        .filter(({ name }) => name === "RRULE")
        .map(({ value }) => value),
    ).toEqual(["FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"]);
    expect(writtenOffset(calendar, "20270328T015959")).toBe("+0100");
    expect(writtenOffset(calendar, "20270328T030000")).toBe("+0200");
    expect(writtenOffset(calendar, "20271031T015959")).toBe("+0200");
    expect(writtenOffset(calendar, "20271031T030000")).toBe("+0100");
  });

  it("in the hour that happens twice are read as the first, or written in UTC", () => {
    const first = composeCalendar({ ...entry, startsAt: "2027-10-31T00:30:00Z", endsAt: "2027-10-31T02:30:00Z" });
    expect(property(first, "DTSTART")).toMatchObject({ parameters: { TZID: "Europe/Oslo" }, value: "20271031T023000" });
    const second = composeCalendar({ ...entry, startsAt: "2027-10-31T01:30:00Z", endsAt: "2027-10-31T02:30:00Z" });
    expect(property(second, "DTSTART")).toMatchObject({ parameters: {}, value: "20271031T013000Z" });
    expect(property(second, "DTEND")?.value).toBe("20271031T023000Z");
    expect(second).not.toContain("VTIMEZONE");
  });

  it("of zones without yearly rules are written shift by shift", () => {
    const nuuk = { ...entry, zone: "America/Nuuk", startsAt: "2027-03-27T12:00:00Z", endsAt: "2027-03-28T12:00:00Z" };
    const calendar = composeCalendar(nuuk);
    expect(readLines(calendar).some(({ name }) => name === "RRULE")).toBe(false);
    expect(read(calendar).startDate.toJSDate()).toEqual(new Date(nuuk.startsAt));
    expect(read(calendar).endDate.toJSDate()).toEqual(new Date(nuuk.endsAt));
    const kolkata = composeCalendar({ ...entry, zone: "Asia/Kolkata" });
    expect(property(kolkata, "DTSTART")?.value).toBe("20270526T123000");
    expect(writtenOffset(kolkata, "20270526T123000")).toBe("+0530");
    expect(read(composeCalendar({ ...entry, zone: "UTC" })).startDate.toJSDate()).toEqual(new Date(entry.startsAt));
  });
});

describe("text", () => {
  it("escapes commas, semicolons, backslashes and newlines", () => {
    const title = "Møte, del 2; opp\\ned\r\nnæringsliv: \\n og \\,";
    const calendar = composeCalendar({ ...entry, title });
    expect(property(calendar, "SUMMARY")?.value).toBe("Møte\\, del 2\\; opp\\\\ned\\nnæringsliv: \\\\n og \\\\\\,");
    expect(read(calendar).summary).toBe(title.replace("\r\n", "\n"));
  });

  it("folds by octets, between characters", () => {
    for (const filler of ["a", "æ", "ø", "–", "😀", "👩‍👩‍👧"]) {
      for (let lead = 0; lead < 5; lead++) {
        const description = "x".repeat(lead) + filler.repeat(300);
        const calendar = composeCalendar({ ...entry, description });
        expect(Math.max(...octets(calendar))).toBeLessThanOrEqual(75);
        for (const line of calendar.split("\r\n")) expect(Buffer.from(line).toString()).toBe(line);
        expect(read(calendar).description).toBe(description);
      }
    }
  });

  it("cannot open a line of its own", () => {
    const hostile = "x\r\nATTENDEE:mailto:other@else.example\nBEGIN:VALARM\u2028\u0000\u0007\u0085";
    const calendar = composeCalendar({
      ...entry,
      title: hostile,
      location: hostile,
      organizer: { ...entry.organizer, name: `${hostile}":mailto:other@else.example;X="` },
      attendee: { ...entry.attendee, name: hostile },
    });
    expect(readLines(calendar).filter(({ name }) => name === "ATTENDEE")).toHaveLength(1);
    expect(calendar).not.toMatch(/\r\nBEGIN:VALARM/);
    expect(property(calendar, "ORGANIZER")?.value).toBe("mailto:samvirk@vestland.example");
    expect(calendar).not.toMatch(/(?![\r\n])\p{Cc}/u);
  });
});

describe("any event", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(",", ";", "\\", "\n", "n", "æ", "ø", "å", "😀", '"', ":", "^", " "),
      maxLength: 200,
    }),
  );
  const seconds = (from: number, to: number) => fc.integer({ min: from / 1000, max: to / 1000 }).map((s) => s * 1000);
  const iso = (ms: number) => new Date(ms).toISOString();
  const events = fc.record({
    start: fc.oneof(
      seconds(Date.UTC(2020, 0, 1), Date.UTC(2040, 0, 1)),
      seconds(Date.UTC(2027, 2, 27, 12), Date.UTC(2027, 2, 28, 12)),
      seconds(Date.UTC(2027, 9, 30, 12), Date.UTC(2027, 9, 31, 12)),
    ),
    length: fc.integer({ min: 1, max: 4 * 24 * 60 }),
    zone: fc.constantFrom("Europe/Oslo", "Europe/Oslo", "America/New_York", "Asia/Kolkata", "America/Nuuk", "UTC"),
    method: fc.constantFrom("REQUEST" as const, "CANCEL" as const),
    answer: fc.constantFrom("needs-action" as const, "accepted" as const, "declined" as const, "tentative" as const),
    sequence: fc.nat(),
    title: words,
    description: words,
    location: fc.option(words),
    name: words,
  });
  const cleaned = (value: string) =>
    value
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replace(/(?![\t\n])\p{Cc}/gu, "")
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");

  it("reads back as it was written, by ical.js, by node-ical and by the RFC", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(events, ({ start, length, name, answer, ...rest }) => {
        const [startsAt, endsAt] = [iso(start), iso(start + length * 60_000)];
        const attendee = { name, address: "kontakt@voss.example", answer };
        const calendar = composeCalendar({ ...entry, ...rest, startsAt, endsAt, attendee });
        expect(Math.max(...octets(calendar))).toBeLessThanOrEqual(75);
        expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);

        expect(unescapeText(property(calendar, "SUMMARY")?.value ?? "")).toBe(cleaned(rest.title));
        expect(unescapeText(property(calendar, "DESCRIPTION")?.value ?? "")).toBe(cleaned(rest.description));
        expect(property(calendar, "ATTENDEE")).toMatchObject({
          parameters: { PARTSTAT: answer.toUpperCase() },
          value: "mailto:kontakt@voss.example",
        });
        const event = read(calendar);
        expect(event.summary).toBe(cleaned(rest.title));
        expect(event.sequence).toBe(rest.sequence);
        for (const [written, instant] of [
          [property(calendar, "DTSTART"), startsAt],
          [property(calendar, "DTEND"), endsAt],
        ] as const)
          expect(meant(written, calendar)).toBe(Date.parse(instant));
        const other = readAgain(calendar);
        expect([other.uid, other.sequence, other.method]).toEqual([entry.uid, rest.sequence, rest.method]);
        if (!isRepeatedHour(startsAt, rest.zone)) {
          expect(event.startDate.toJSDate().toISOString()).toBe(startsAt);
          expect(other.start).toBe(startsAt);
        }
        if (!isRepeatedHour(endsAt, rest.zone)) expect(other.end).toBe(endsAt);
      }),
      { numRuns: runs },
    );
  });

  /** The instant a DTSTART or DTEND means: UTC, or local time by the zone's own data and by the VTIMEZONE. */
  function meant(line: Line | undefined, calendar: string): number {
    const value = line?.value ?? "";
    const written = value.replace(/(....)(..)(..)T(..)(..)(..)/, "$1-$2-$3T$4:$5:$6");
    const zone = line?.parameters.TZID;
    if (!zone) return Date.parse(written);
    const found = localToInstant(written.slice(0, 10), written.slice(11, 16), zone);
    if (!found.ok) throw new Error(`${value} does not exist in ${zone}`);
    const instant = Date.parse(found.instant) + Number(written.slice(17)) * 1000;
    if (!isRepeatedHour(new Date(instant).toISOString(), zone)) expect(instantBy(calendar, value)).toBe(instant);
    return instant;
  }

  /** Whether the clock shows this reading twice; ical.js and the simple reading above take the second. */
  function isRepeatedHour(instant: string, zone: string): boolean {
    const local = instantToLocal(instant, zone);
    return [-1, 1].some((hours) => {
      const other = instantToLocal(new Date(Date.parse(instant) + hours * 3_600_000).toISOString(), zone);
      return other.date === local.date && other.time === local.time;
    });
  }
});
