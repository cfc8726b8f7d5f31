import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Reply, readReply } from "~/domain/events/reply";

const numRuns = process.env.SAMVIRK_TEST_LONG === "1" ? 200_000 : 2_000;
const voss = "kontakt@voss.example";
const eventId = "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f";

const calendar = (lines: string[], event: string[] = []) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "BEGIN:VEVENT", ...event, "END:VEVENT", "END:VCALENDAR", ""].join(
    "\r\n",
  );
const full = [
  `UID:${eventId}@samvirk`,
  "SEQUENCE:2",
  "DTSTAMP:20270402T070000Z",
  `ATTENDEE;PARTSTAT=ACCEPTED;CN="Voss, kontakt":mailto:${voss}`,
  "COMMENT:Kjem seint\\, men kjem",
];
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (event: string[], from = voss, method = "METHOD:REPLY") =>
  readReply(bytes(calendar([method], event)), from);
const without = (name: string) => full.filter((line) => !line.startsWith(name));
const reply: Reply = {
  eventId,
  sequence: 2,
  stamp: "2027-04-02T07:00:00.000Z",
  attendee: voss,
  answer: "accepted",
  comment: "Kjem seint, men kjem",
};

describe("reading a reply", () => {
  it("takes who answers what to which revision, and the words", () => {
    expect(read(full)).toEqual(reply);
  });

  it.each([
    ["no SEQUENCE", "SEQUENCE", { sequence: 0 }],
    ["no DTSTAMP", "DTSTAMP", { stamp: null }],
    ["no COMMENT", "COMMENT", { comment: "" }],
  ])("does with %s", (_what, name, more) => {
    expect(read(without(name))).toEqual({ ...reply, ...more });
  });

  it.each([
    ["SEQUENCE:-4", { sequence: 0 }],
    ["SEQUENCE:mange", { sequence: 0 }],
    ["DTSTAMP:i går", { stamp: null }],
    ["DTSTAMP:00010101T000000Z", { stamp: null }],
    [`ATTENDEE;PARTSTAT=declined:MAILTO:Kontakt@VOSS.example`, { answer: "declined" }],
    [`ATTENDEE;PARTSTAT=TENTATIVE:mailto:kontakt%40voss.example?subject=x`, { answer: "tentative" }],
    [`ATTENDEE;PARTSTAT=ACCEPTED;EMAIL=${voss}:urn:uuid:6f0b8a52-0f3e-4a6f-8a8b-2c8b1c5d7e90`, {}],
    [`UID:${eventId.toUpperCase()}@SAMVIRK`, {}],
    [`COMMENT:${"å".repeat(2000)}`, { comment: "å".repeat(1000) }],
  ])("reads %s", (line, more) => {
    const name = line.split(/[:;]/)[0] ?? "";
    expect(read([...without(name), line])).toEqual({ ...reply, ...more });
  });

  it("answers for the event where a recurrence is named (C7)", () => {
    expect(read([...full, "RECURRENCE-ID:20270526T070000Z"])).toEqual(reply);
  });

  it.each([
    ["an invitation", full, "METHOD:REQUEST"],
    ["no method", full, "X-OTHER:1"],
    ["no answer yet", [...without("ATTENDEE"), `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${voss}`], "METHOD:REPLY"],
    [
      "somebody who passes it on",
      [...without("ATTENDEE"), `ATTENDEE;PARTSTAT=DELEGATED:mailto:${voss}`],
      "METHOD:REPLY",
    ],
    ["nobody", without("ATTENDEE"), "METHOD:REPLY"],
    ["an event of another program", [...without("UID"), "UID:abc@google.example"], "METHOD:REPLY"],
    ["no event", without("UID"), "METHOD:REPLY"],
  ])("is null for %s", (_what, event, method) => {
    expect(read(event, voss, method)).toBeNull();
  });

  it.each([
    ["DTSTART:20270527T080000Z", "2027-05-27T08:00:00.000Z"],
    ["DTSTART;TZID=Europe/Oslo:20270527T100000", "2027-05-27T10:00:00"],
    ["DTSTART;TZID=W. Europe Standard Time:20270527T100000", "2027-05-27T10:00:00"],
    ["DTSTART:20270527T100000", "2027-05-27T10:00:00"],
    ["DTSTART;TZID=Pacific Standard Time:20270527T100000", null],
    ["DTSTART;VALUE=DATE:20270527", null],
    ["DTSTART:i morgon", null],
  ])("takes another time that is proposed, of %s", (line, starts) => {
    expect(read([...full, line], voss, "METHOD:COUNTER")).toEqual({ ...reply, counter: { starts } });
    expect(read([...full, line])).toEqual(reply);
  });

  it("takes another time that is proposed without an answer for doubt", () => {
    const asks = [...without("ATTENDEE"), `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${voss}`];
    const doubt = { ...reply, answer: "tentative", counter: { starts: null } };
    expect(read(asks, voss, "METHOD:COUNTER")).toEqual(doubt);
  });

  it("is null where several answer and none of them sent the mail", () => {
    const two = [...full, "ATTENDEE;PARTSTAT=DECLINED:mailto:kontakt@ulvik.example"];
    expect(read(two, "andre@ulvik.example")).toBeNull();
    expect(read(two, "kontakt@ulvik.example")).toMatchObject({ answer: "declined" });
  });
});

describe("reading what was mangled on its way", () => {
  const folder = join(import.meta.dirname, "replies");
  const bodies = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)))
    .map((raw) => raw.subarray(Math.max(0, raw.indexOf("BEGIN:VCALENDAR"))))
    .concat(Buffer.from(bytes(calendar(["METHOD:REPLY"], full))));
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(40),
    add: fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom("\r\n", "\n ", "BEGIN:VEVENT\r\n", "END:VCALENDAR\r\n", ";;:", "\0", "=", '"', "ATTENDEE:")
        .map(bytes),
    ),
  });

  it("gives a reply or none, and never anything else", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.array(change, { minLength: 1, maxLength: 6 }), (body, changes) => {
        let mangled = Buffer.from(body);
        for (const { at, remove, add } of changes) {
          const start = Math.floor(at * mangled.length);
          mangled = Buffer.concat([mangled.subarray(0, start), add, mangled.subarray(start + remove)]);
        }
        const found = readReply(mangled, voss);
        if (found === null) return;
        expect(found.eventId).toMatch(/^[0-9a-f-]{36}$/);
        expect(["accepted", "declined", "tentative"]).toContain(found.answer);
        expect(Number.isSafeInteger(found.sequence) && found.sequence >= 0).toBe(true);
        expect(found.stamp === null || found.stamp === new Date(found.stamp).toISOString()).toBe(true);
        expect(found.comment.length).toBeLessThanOrEqual(1000);
        expect(found.comment.isWellFormed() && !/[\0\r]/.test(found.comment)).toBe(true);
        expect(found.attendee).toBe(found.attendee.toLowerCase());
      }),
      { numRuns },
    );
  }, 300_000);
});
