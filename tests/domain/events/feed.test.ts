import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { composeFeed, type FeedEntry } from "~/domain/events/feed";
import { property, readLines } from "./read-calendar";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 2_000 : 60;

const entry: FeedEntry = {
  uid: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f@samvirk",
  sequence: 3,
  changedAt: "2027-04-02T11:15:30.250Z",
  startsAt: "2027-05-26T07:00:00Z",
  endsAt: "2027-05-26T09:30:00Z",
  zone: "Europe/Oslo",
  title: "Dialogmøte",
  description: "Vel møtt.",
  location: "Møterom 3, Vossevangen",
  url: "https://samvirk.example/vestland/events/17",
  busy: false,
  language: "nn",
};

/** What another reader than ours finds in a calendar: uid -> start, end, words. */
function readOther(calendar: string) {
  const found = Object.values(nodeIcal.sync.parseICS(calendar)).filter((one) => one?.type === "VEVENT");
  const words = (value: unknown) =>
    String(typeof value === "object" && value !== null && "val" in value ? value.val : (value ?? ""));
  return new Map(
    found.map((event) => [
      String(event.uid),
      {
        starts: new Date(event.start as Date).toISOString(),
        ends: new Date(event.end as Date).toISOString(),
        title: words(event.summary),
        description: words(event.description),
        sequence: Number(event.sequence),
      },
    ]),
  );
}

/** The same by ical.js. */
function readOurs(calendar: string) {
  const component = new ICAL.Component(ICAL.parse(calendar));
  const zones = component.getAllSubcomponents("vtimezone").map((one) => new ICAL.Timezone(one));
  const instant = (time: ICAL.Time, tzid: string | undefined) => {
    const zone = zones.find((one) => one.tzid === tzid);
    if (zone) time.zone = zone;
    return new Date(time.toUnixTime() * 1000).toISOString();
  };
  return new Map(
    component.getAllSubcomponents("vevent").map((event) => {
      const time = (name: string) => {
        const found = event.getFirstProperty(name);
        return instant(found?.getFirstValue() as ICAL.Time, found?.getParameter("tzid") as string | undefined);
      };
      return [
        String(event.getFirstPropertyValue("uid")),
        {
          starts: time("dtstart"),
          ends: time("dtend"),
          title: String(event.getFirstPropertyValue("summary")),
          description: String(event.getFirstPropertyValue("description") ?? ""),
          sequence: Number(event.getFirstPropertyValue("sequence")),
        },
      ];
    }),
  );
}

describe("a calendar to subscribe to", () => {
  const calendar = composeFeed({ name: "Leve heile livet, Vestland", entries: [entry] });

  it("is published, has a name, and says how often to look", () => {
    for (const line of [
      "METHOD:PUBLISH",
      "NAME:Leve heile livet\\, Vestland",
      "X-WR-CALNAME:Leve heile livet\\, Vestland",
      "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
      "X-PUBLISHED-TTL:PT6H",
    ])
      expect(calendar.split("\r\n")).toContain(line);
  });

  it("gives each event its own UID, SEQUENCE and the time it was changed", () => {
    expect(property(calendar, "UID")?.value).toBe(entry.uid);
    expect(property(calendar, "SEQUENCE")?.value).toBe("3");
    expect(property(calendar, "DTSTAMP")?.value).toBe("20270402T111530Z");
    expect(property(calendar, "LAST-MODIFIED")?.value).toBe("20270402T111530Z");
  });

  it("asks nobody to answer and names nobody", () => {
    for (const name of ["ATTENDEE", "ORGANIZER"]) expect(property(calendar, name)).toBeUndefined();
  });

  it("takes the time of one who comes, and of no other", () => {
    expect(property(calendar, "TRANSP")?.value).toBe("TRANSPARENT");
    const mine = composeFeed({ name: "x", entries: [{ ...entry, busy: true }] });
    expect(property(mine, "TRANSP")?.value).toBe("OPAQUE");
  });

  it("is the same bytes whenever it is composed", () => {
    expect(composeFeed({ name: "Leve heile livet, Vestland", entries: [entry] })).toBe(calendar);
  });

  it("is a calendar without an event too", () => {
    const empty = composeFeed({ name: "Tom", entries: [] });
    expect(empty).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(readOther(empty).size).toBe(0);
  });

  it("keeps a name from breaking out of its line", () => {
    const hostile = composeFeed({ name: "a\r\nATTENDEE:mailto:x@y.example", entries: [] });
    expect(readLines(hostile).map(({ name }) => name)).not.toContain("ATTENDEE");
  });

  it("refuses an event that does not end after it starts and a UID of two lines", () => {
    expect(() => composeFeed({ name: "x", entries: [{ ...entry, endsAt: entry.startsAt }] })).toThrow(RangeError);
    expect(() => composeFeed({ name: "x", entries: [{ ...entry, uid: "a\r\nb" }] })).toThrow(RangeError);
  });
});

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength }),
    fc.constantFrom("Møte på Ås, æøå", "😀 Fagdag; 50 % \\ «sitat»", "x".repeat(90), "👩‍👩‍👧 ".repeat(20)),
  );

const entries = fc
  .array(
    fc.record({
      start: fc.integer({
        min: Date.parse("2026-01-01T00:00Z") / 60_000,
        max: Date.parse("2029-01-01T00:00Z") / 60_000,
      }),
      minutes: fc.integer({ min: 15, max: 60 * 30 }),
      zone: fc.constantFrom("Europe/Oslo", "Europe/London", "America/New_York", "Asia/Tokyo"),
      title: text(120),
      description: text(300),
      location: fc.option(text(60), { nil: null }),
      sequence: fc.nat(20),
      busy: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(
      ({ start, minutes, ...rest }, at): FeedEntry => ({
        ...entry,
        ...rest,
        uid: `${at}@samvirk`,
        startsAt: new Date(start * 60_000).toISOString(),
        endsAt: new Date((start + minutes) * 60_000).toISOString(),
      }),
    ),
  );

/** The two nights the clock is moved, so that they are always among the events. */
const shifts: FeedEntry[] = [
  ["2027-03-27T22:00:00.000Z", "2027-03-28T06:00:00.000Z"],
  ["2027-10-30T21:00:00.000Z", "2027-10-31T07:00:00.000Z"],
  ["2027-10-31T00:30:00.000Z", "2027-10-31T01:30:00.000Z"],
].map(([startsAt = "", endsAt = ""], at) => ({ ...entry, startsAt, endsAt, uid: `shift-${at}@samvirk` }));

describe("two readers", () => {
  it("find the same instants in it, over both shifts, and lines of at most 75 octets", () => {
    fc.assert(
      fc.property(entries, text(60), (made, name) => {
        const all = [...made, ...shifts];
        const calendar = composeFeed({ name, entries: all });
        const lines = calendar.split("\r\n");
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const [ours, others] = [readOurs(calendar), readOther(calendar)];
        expect(ours.size).toBe(all.length);
        expect(others.size).toBe(all.length);
        for (const { uid, startsAt, endsAt, sequence } of all)
          for (const found of [ours.get(uid), others.get(uid)])
            expect(found).toMatchObject({ starts: startsAt, ends: endsAt, sequence });
      }),
      { numRuns: runs },
    );
  });
});
