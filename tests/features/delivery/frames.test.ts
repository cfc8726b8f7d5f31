import fc from "fast-check";
import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { invitation } from "#tests/emails/samples";
import { cut, escapeHtml, fillCut } from "~/domain/delivery/fill";
import { calendarFor, composeCalendar } from "~/domain/events/calendar";
import { fillMail, frameMail } from "~/platform/mail/compose.server";

const words = fc.string({ unit: "grapheme", maxLength: 90 });
const name = fc.oneof(
  words,
  fc.constantFrom("Kontaktperson, Bjørnafjorden", 'A "B" C', "Ærlig; Øystein: Å^", "x".repeat(200)),
);
const address = fc.stringMatching(/^[a-z]{1,20}(\.[a-z]{1,20}){0,3}@[a-z]{1,30}\.example$/);

describe("a calendar that is put together once and given each attendee", () => {
  it("is the one that is put together for each", () => {
    fc.assert(
      fc.property(name, address, fc.constantFrom("REQUEST" as const, "CANCEL" as const), (name, address, method) => {
        const entry = { ...invitation.calendar, method };
        const many = calendarFor({ ...entry, attendee: { ...entry.attendee, name: "x", address: "x" } });
        const one = composeCalendar({ ...entry, attendee: { ...entry.attendee, name, address } });
        expect(many({ name, address })).toBe(one);
      }),
    );
  });
});

const line = words.map((text) => text.replace(/[\r\n]/g, " "));
const body = fc
  .array(fc.oneof(words, fc.constantFrom("\n", "\r\n", " \n", ".", "..", "=", "\t", "æøå".repeat(60))), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));
const wire = (text: string) => text.replace(/\r\n?|\n/g, "\r\n").toWellFormed();

describe("a mail that is encoded once and filled in", () => {
  it("reads as the one nodemailer composes of the same words, in lines no longer than mail may have", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(body, body, body),
        fc.tuple(line, line, address),
        fc.constantFrom(null, invitation.calendar),
        async ([before, between, after], [value, party, to], entry) => {
          fc.pre(value.trim() !== "" && !/\{\{|\}\}/.test(before + between + after));
          const template = `${before}{{why}}${between}{{why}}${after}`;
          const calendar = entry && { method: entry.method, content: composeCalendar(entry) };
          const common = {
            from: { name: "Statsforvaltaren i Vestland", address: "post@vestland.example" },
            to: { name: party, address: to },
          };
          const { raw } = fillMail(
            frameMail({ subject: cut("Nytt: {{why}}"), html: cut(template), text: cut(template) }),
            {
              ...common,
              deliveryId: "d-1",
              replyTo: null,
              values: { why: value },
              calendar,
              date: new Date("2027-01-01T00:00:00Z"),
            },
          );
          const fill = (write: (text: string) => string) => fillCut(cut(template), { why: value }, write);
          const theirs = await new MailComposer({
            ...common,
            subject: `Nytt: ${value}`.replace(/\s+/g, " ").trim(),
            messageId: "<d-1@vestland.example>",
            date: new Date("2027-01-01T00:00:00Z"),
            text: fill((text) => text),
            html: fill(escapeHtml),
            alternatives: calendar
              ? [{ contentType: `text/calendar; charset=utf-8; method=${calendar.method}`, content: calendar.content }]
              : [],
            newline: "windows",
          })
            .compile()
            .build();
          const [ours, expected] = await Promise.all([raw, theirs].map((each) => PostalMime.parse(each)));
          for (const key of ["from", "to", "subject", "messageId", "date"] as const)
            expect(ours?.[key]).toEqual(expected?.[key]);
          const read = (text = "") => text.replace(/\r\n?|\n/g, "\n").replace(/\n+$/, "");
          expect(read(ours?.text)).toBe(read(wire(fill((text) => text))));
          expect(read(ours?.html)).toBe(read(wire(fill(escapeHtml))));
          const content = (mail: typeof ours) =>
            mail?.attachments.map(({ mimeType, method, content }) => [
              mimeType,
              method,
              new TextDecoder().decode(content as ArrayBuffer),
            ]);
          expect(content(ours)).toEqual(content(expected));
          const rows = raw.toString("latin1").split("\r\n");
          expect(rows.every((row) => row.length <= 78 && !/[\r\n\x80-\xff]/.test(row))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
