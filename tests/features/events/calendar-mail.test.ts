import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readAgain } from "#tests/domain/events/read-calendar";
import { useDatabase } from "#tests/support/database";
import { localToInstant } from "~/domain/shared/local-time";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { changeEvent } from "~/features/events/change-event.server";
import { makeEvent } from "~/features/events/create-event.server";
import { inviteContactPersons } from "~/features/events/invite.server";
import {
  deliverAll,
  eventForm,
  type LiveRegion,
  makeLiveRegion,
  minute,
  type ReadMail,
  readMail,
  usePost,
} from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-01-04T08:00:00Z");
/** How many events there are, and how often the ones that change the most do; fewer where the tests are to be quick. */
const [count, most] = process.env.SAMVIRK_TEST_LONG === "1" ? [200, 20] : [60, 12];

type Fields = { title: string; place: string; description: string; date: string; start: string; end: string };
type Plan = { zone: string; first: Fields; changes: Partial<Fields>[]; cancelled: boolean };

const words = fc
  .oneof(
    fc.constantFrom(
      "Dialogmøte",
      "Erfaringskonferanse på Ørland",
      "Økonomi, drift; og mål",
      "Møte 😀 med 👩‍👩‍👧 og æøå",
    ),
    fc.string({
      unit: fc.constantFrom("æ", "ø", "å", "😀", ",", ";", "\\", ":", "a", " ", "é"),
      minLength: 3,
      maxLength: 90,
    }),
  )
  .filter((text) => text.trim().length > 2)
  .map((text) => text.trim().replace(/\s+/g, " "));
const long = fc.oneof(
  fc.constant(""),
  words,
  fc.array(words, { minLength: 3, maxLength: 30 }).map((lines) => lines.join("\n").trim()),
);
/** Days around both shifts of Europe and America, and days anywhere in the year. */
const days = fc.constantFrom(
  ...["2027-03-14", "2027-03-27", "2027-03-28", "2027-03-29", "2027-05-26", "2027-10-30", "2027-10-31", "2027-11-07"],
);
const times = fc.constantFrom<[string, string]>(
  ["09:00", "11:30"],
  ["00:00", "00:50"],
  ["03:30", "12:00"],
  ["08:05", "23:45"],
);
const fields = fc
  .record({ title: words, place: words, description: long, date: days, time: times })
  .map(({ time: [start, end], ...rest }): Fields => ({ ...rest, start, end }));
const change = fc.oneof(
  words.map((title) => ({ title })),
  words.map((place) => ({ place })),
  long.map((description) => ({ description })),
  days.map((date) => ({ date })),
  times.map(([start, end]) => ({ start, end })),
);
const plans = (changes: number) =>
  fc.record({
    zone: fc.constantFrom("Europe/Oslo", "Europe/Oslo", "America/New_York", "Asia/Kolkata", "UTC"),
    first: fields,
    changes: fc.array(change, { minLength: changes, maxLength: changes }),
    cancelled: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  });

/** Most events change a little, a few up to twenty times. */
const changesOf = (at: number) => (at % 100 === 0 ? most : at % 20 === 1 ? 5 : at % 3 === 0 ? 1 : 0);

/** What an event should say at a moment, as the mail that was sent then should. */
type Told = Fields & { sequence: number; cancelled: boolean };

describe(`the calendar mail of ${count} events`, () => {
  let region: LiveRegion;
  const told = new Map<string, { zone: string; told: Told[] }>();
  let mails: ReadMail[] = [];

  beforeAll(async () => {
    region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const made: { id: string; plan: Plan; fields: Fields; version: number }[] = [];
    for (let at = 0; at < count; at += 1) {
      const [plan] = fc.sample(plans(changesOf(at)), { numRuns: 1, seed: at + 1 }) as [Plan];
      const result = await region.inside(async (db) => {
        const form = eventForm(plan.first);
        const { coordinatorId: responsibleId } = region;
        const event = await makeEvent(db, { form, planRowId: null, responsibleId, zone: plan.zone, now });
        if (event.ok) await inviteContactPersons(db, { eventId: event.id, now });
        return event;
      });
      if (!result.ok) throw new Error(result.reason);
      told.set(result.id, { zone: plan.zone, told: [{ ...plan.first, sequence: 0, cancelled: false }] });
      made.push({ id: result.id, plan, fields: plan.first, version: 0 });
    }
    await deliverAll(post.transport(), now);
    for (let round = 0; round < most; round += 1) {
      const at = new Date(now.getTime() + (round + 1) * minute);
      for (const event of made) {
        const changed = event.plan.changes[round];
        if (!changed) continue;
        const next = { ...event.fields, ...changed };
        const form = eventForm({ ...next, version: String(event.version), when: "now" });
        const result = await region.inside((db) => changeEvent(db, { eventId: event.id, form, now: at }));
        if (!result.ok) throw new Error(result.reason);
        const own = told.get(event.id)?.told ?? [];
        if (result.told > 0) own.push({ ...next, sequence: own.length, cancelled: false });
        Object.assign(event, { fields: next, version: event.version + 1 });
      }
      await deliverAll(post.transport(), at);
    }
    const end = new Date(now.getTime() + 60 * minute);
    for (const event of made.filter(({ plan }) => plan.cancelled)) {
      await region.inside((db) => cancelEvent(db, { eventId: event.id, now: end }));
      const own = told.get(event.id)?.told ?? [];
      own.push({ ...(own.at(-1) as Told), sequence: own.length, cancelled: true });
    }
    await deliverAll(post.transport(), end);
    mails = await Promise.all(post.smtp().mails.map(readMail));
  }, 400_000);

  const each = (judge: (mail: ReadMail, said: Told, zone: string) => void) => {
    const seen = new Map<string, number>();
    for (const mail of mails) {
      const own = told.get(mail.uid.replace("@samvirk", ""));
      const at = seen.get(mail.uid) ?? 0;
      seen.set(mail.uid, at + 1);
      const said = own?.told[at];
      if (!own || !said) throw new Error(`a mail too many about ${mail.uid}`);
      judge(mail, said, own.zone);
    }
    for (const [id, { told: all }] of told) expect(seen.get(`${id}@samvirk`)).toBe(all.length);
  };

  it("says the same instants to ical.js and to node-ical (C6)", () => {
    each((mail, said, zone) => {
      const instant = (time: string) => {
        const found = localToInstant(said.date, time, zone);
        return found.ok ? new Date(found.instant).toISOString() : "";
      };
      const again = readAgain(mail.ics);
      expect([again.start, again.end]).toEqual([instant(said.start), instant(said.end)]);
      expect([mail.startsAt, mail.endsAt]).toEqual([instant(said.start), instant(said.end)]);
    });
  });

  it("says the same words to both", () => {
    each((mail, said) => {
      const again = readAgain(mail.ics);
      expect([mail.title, mail.place, again.title, again.place]).toEqual([
        said.title,
        said.place,
        said.title,
        said.place,
      ]);
      expect(again.description).toBe(said.description);
    });
  });

  it("keeps its UID, and SEQUENCE rises with every mail (C4)", () => {
    each((mail, said) => {
      expect([mail.sequence, readAgain(mail.ics).sequence]).toEqual([said.sequence, said.sequence]);
    });
  });

  it("has lines of at most 75 octets that end in CRLF, and the method of its part in its body (C1, C2, C5)", () => {
    each((mail, said) => {
      expect(mail.ics.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(mail.ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      const method = said.cancelled ? "CANCEL" : "REQUEST";
      expect([mail.partMethod, mail.method, readAgain(mail.ics).method]).toEqual([method, method, method]);
      expect(mail.status).toBe(said.cancelled ? "CANCELLED" : "CONFIRMED");
    });
  });

  it("is an alternative beside text and HTML, to one attendee, with no token and no attachment (C3, C8, C9)", () => {
    each((mail) => {
      expect(mail.attendees).toEqual([`mailto:${mail.to}`]);
      expect([mail.organizer, mail.replyTo]).toEqual(["mailto:svar@vestland.example", ["svar@vestland.example"]]);
      if (mail.link) expect(mail.ics.replaceAll("\r\n ", "")).not.toContain(mail.link);
      expect(mail.alternatives).toEqual(["text/plain", "text/html", "text/calendar"]);
      expect(mail.ics).not.toMatch(/RRULE:FREQ=(DAILY|WEEKLY|MONTHLY)|RECURRENCE-ID/);
    });
  });
});
