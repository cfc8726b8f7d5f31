import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReplyMail } from "~/features/events/reply-mail.server";

const folder = join(import.meta.dirname, "../../domain/events/replies");
const read = (name: string) => readReplyMail(readFileSync(join(folder, `${name}.eml`)));

const voss = "kontakt@voss.example";
const said = {
  eventId: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f",
  sequence: 1,
  stamp: "2027-04-02T07:00:00.000Z",
  attendee: voss,
  answer: "accepted",
  comment: "",
};

describe("a reply in the shape of", () => {
  it.each([
    [
      "Outlook, with an address in capitals",
      "outlook",
      { comment: "Kjem, men må gå klokka halv elleve.\nHelsing frå Voss" },
    ],
    [
      "Outlook, in the letters of Windows and zones it does not describe",
      "outlook-latin1",
      { answer: "declined", comment: "Kjem, men må gå klokka halv elleve.\nHelsing frå Voss" },
    ],
    [
      "Outlook, with another time proposed",
      "outlook-other-time",
      { answer: "tentative", counter: { starts: "2027-05-26T07:00:00.000Z" } },
    ],
    ["Google, from the person and sent by Google", "google", { answer: "tentative", comment: "Kjem om ferja gar" }],
    [
      "Google, whose first part is broken",
      "google-broken-first",
      { answer: "tentative", comment: "Kjem om ferja går" },
    ],
    [
      "Apple, with a comma in the name",
      "apple",
      { answer: "declined", comment: "Er på reise; høyrer gjerne korleis det gjekk" },
    ],
    [
      "Apple, where the address is a parameter",
      "apple-principal",
      { comment: "Er på reise; høyrer gjerne korleis det gjekk" },
    ],
    ["a calendar that is the whole mail", "bare", {}],
    ["the same in base64", "bare-base64", {}],
    ["the same with line feeds alone and no method in its head", "bare-lf", {}],
    ["a part without a method, in small letters", "no-method-parameter", {}],
    ["lines folded in the middle of words", "folded", {}],
    ["a line folded inside a character", "folded-inside-character", { comment: "å".repeat(70) }],
    ["a program that names everybody", "all-attendees", {}],
  ])("%s is the answer", async (_shape, name, more) => {
    const mail = await read(name);
    expect(mail?.reply).toEqual({ ...said, ...more });
    expect(mail?.from.address).toBe(voss);
  });

  it.each(["out-of-office", "invitation-forwarded", "other-product"])("%s is none", async (name) => {
    expect(await read(name)).toBeNull();
  });

  it("names who it is from as written", async () => {
    expect((await read("apple"))?.from).toEqual({ name: "Kontaktperson, Voss", address: voss });
  });
});
