import { describe, expect, it } from "vitest";
import { compareEvents, tellOf } from "~/domain/events/change";

const event = {
  title: "Dialogmøte",
  description: "",
  startsAt: "2027-05-26T07:00:00Z",
  endsAt: "2027-05-26T09:00:00Z",
  zone: "Europe/Oslo",
  place: "Voss",
  link: "",
};
const changed = (fields: Partial<typeof event>) => compareEvents(event, { ...event, ...fields });

describe("what has changed", () => {
  it("is nothing when the same moments are written in another way", () => {
    expect(changed({ startsAt: "2027-05-26T09:00:00.000+02:00" })).toMatchObject({ kinds: [], asksAgain: false });
  });

  it.each([
    ["time", { startsAt: "2027-05-26T07:30:00Z" }, true],
    ["time", { endsAt: "2027-05-26T09:30:00Z" }, true],
    ["place", { place: "" }, true],
    ["title", { title: "Dialogmøte om mat" }, false],
    ["text", { description: "Ta med lunsj" }, false],
    ["link", { link: "https://video.example/rom" }, false],
  ])("is the %s, and asks again or not", (kind, fields, asksAgain) => {
    expect(changed(fields)).toEqual({ kinds: [kind], dateMoved: false, asksAgain });
  });

  it("has moved the date when the day is another on the wall, not in UTC", () => {
    expect(changed({ startsAt: "2027-05-25T22:00:00Z" }).dateMoved).toBe(false);
    expect(changed({ startsAt: "2027-05-25T21:59:00Z" }).dateMoved).toBe(true);
  });
});

describe("what one person is told of it (C10)", () => {
  const moved = { kinds: ["time" as const], dateMoved: false, asksAgain: true };
  const day = { ...moved, dateMoved: true };
  const text = { kinds: ["text" as const], dateMoved: false, asksAgain: false };

  it.each([
    [null, "needs-action", "needs-action", "needs-action"],
    ["accepted", "accepted", "needs-action", "needs-action"],
    ["tentative", "tentative", "needs-action", "needs-action"],
    ["declined", null, null, "declined"],
  ] as const)("who answered %s: of the text %s, of the hour %s, of the date %s", (given, ofText, ofHour, ofDate) => {
    expect([tellOf(given, text), tellOf(given, moved), tellOf(given, day)]).toEqual([ofText, ofHour, ofDate]);
  });

  it("is nothing when nothing changed", () => {
    expect(tellOf(null, { kinds: [], dateMoved: false, asksAgain: false })).toBeNull();
  });
});
