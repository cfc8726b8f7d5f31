import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { render } from "#emails/render";
import { cancellation, invitation, link } from "#tests/emails/samples";
import { composeMail, type MailToCompose } from "~/platform/mail/compose.server";

const rendered = await render(invitation, { locale: "nn", link });
const mail: MailToCompose = {
  deliveryId: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f",
  from: { name: "Statsforvaltaren i Vestland, «Høgfjell»", address: "samvirk@vestland.example" },
  to: { name: "Kontaktperson, Bjørnafjorden", address: "kontakt@bjornafjorden.example" },
  replyTo: { name: "Svar til Årdal", address: "svar@vestland.example" },
  ...rendered,
};

/** The content type of every part, in the order they stand in the message. */
function parts(raw: Buffer): string[] {
  const unfolded = raw.toString("latin1").replace(/\r\n[ \t]+/g, " ");
  return [...unfolded.matchAll(/^Content-Type: ([^\r\n]*)/gim)].map(([, type = ""]) =>
    type.replace(/; boundary.*/, ""),
  );
}

describe("a composed mail", () => {
  it("holds text, HTML and calendar as alternatives, in that order, and no attachment", async () => {
    const { raw } = await composeMail(mail);
    expect(parts(raw)).toEqual([
      "multipart/alternative",
      "text/plain; charset=utf-8",
      "text/html; charset=utf-8",
      "text/calendar; charset=utf-8; method=REQUEST",
    ]);
    expect(raw.toString("latin1")).not.toMatch(/^Content-Disposition: attachment/im);
  });

  it("names the same method in the part's header and in its body", async () => {
    for (const message of [invitation, cancellation]) {
      const { raw } = await composeMail({ ...mail, ...(await render(message, { locale: "nn", link })) });
      const part = (await PostalMime.parse(raw)).attachments[0];
      const body = new ICAL.Component(ICAL.parse(new TextDecoder().decode(part?.content as ArrayBuffer)));
      expect(part?.mimeType).toBe("text/calendar");
      expect(body.getFirstPropertyValue("method")).toBe(message.calendar.method);
      expect(parts(raw).at(-1)).toBe(`text/calendar; charset=utf-8; method=${message.calendar.method}`);
    }
  });

  it("is refused when the two methods differ", async () => {
    const content = rendered.calendar?.content ?? "";
    await expect(composeMail({ ...mail, calendar: { method: "CANCEL", content } })).rejects.toThrow("method");
  });

  it("keeps every octet of the calendar", async () => {
    const { raw } = await composeMail(mail);
    const [, encoded = ""] = /text\/calendar[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw.toString("latin1")) ?? [];
    expect(Buffer.from(encoded, "base64").toString()).toBe(rendered.calendar?.content);
  });

  it("keeps æ, ø and å in names, subject and text", async () => {
    const { raw } = await composeMail(mail);
    const read = await PostalMime.parse(raw);
    expect(read.subject).toBe(rendered.subject);
    expect(read.from).toMatchObject(mail.from);
    expect(read.to).toMatchObject([mail.to]);
    expect(read.replyTo).toMatchObject([mail.replyTo]);
    expect(read.text?.trim()).toBe(rendered.text.trim());
    expect(read.html?.trim()).toBe(rendered.html.trim());
    expect(raw.every((octet) => octet < 128)).toBe(true);
  });

  it("carries its delivery's id, and says that a machine wrote it", async () => {
    const { raw, messageId, envelope } = await composeMail({ ...mail, headers: { "Content-Language": "nn" } });
    const { headers, messageId: read } = await PostalMime.parse(raw);
    const header = (key: string) => headers.find((header) => header.key === key)?.value;
    expect(messageId).toBe("<0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f@vestland.example>");
    expect(read).toBe(messageId);
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("content-language")).toBe("nn");
    expect(envelope).toEqual({ from: "samvirk@vestland.example", to: ["kontakt@bjornafjorden.example"] });
  });

  it("is the same bytes when composed again", async () => {
    const date = new Date("2027-04-02T11:15:30Z");
    const [first, second] = await Promise.all([composeMail({ ...mail, date }), composeMail({ ...mail, date })]);
    expect(first.raw.equals(second.raw)).toBe(true);
    expect((await PostalMime.parse(first.raw)).date).toBe("2027-04-02T11:15:30.000Z");
  });

  it("holds two parts when there is no calendar, and no Reply-To when the sender is read", async () => {
    const { raw } = await composeMail({ ...mail, calendar: null, replyTo: null });
    expect(parts(raw)).toHaveLength(3);
    expect((await PostalMime.parse(raw)).replyTo).toBeUndefined();
  });

  it("lets nobody write headers through a subject or a name", async () => {
    const evil = "x\r\nBcc: other@else.example";
    const { raw } = await composeMail({
      ...mail,
      subject: evil,
      to: { ...mail.to, name: evil },
      headers: { "X-A": evil },
    });
    expect(raw.toString("latin1")).not.toMatch(/^Bcc:/im);
  });

  it("refuses addresses that are several, broken or not there", async () => {
    for (const address of ["", "a", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "<a@b.example>"])
      await expect(composeMail({ ...mail, to: { name: "", address } })).rejects.toThrow(RangeError);
    await expect(composeMail({ ...mail, deliveryId: "a> <b" })).rejects.toThrow(RangeError);
  });
});
