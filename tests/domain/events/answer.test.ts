import { describe, expect, it } from "vitest";
import { countAnswers, isBeforeChange, judgeAnswer } from "~/domain/events/answer";

const starts = new Date("2027-05-26T07:00:00Z");
const before = new Date(starts.getTime() - 1);

describe("an invitation", () => {
  it("can be answered until the event begins, unless it is cancelled", () => {
    expect(judgeAnswer({ state: "published", startsAt: starts }, before)).toEqual({ ok: true });
    expect(judgeAnswer({ state: "published", startsAt: starts }, starts)).toEqual({ ok: false, reason: "over" });
    expect(judgeAnswer({ state: "cancelled", startsAt: starts }, before)).toEqual({ ok: false, reason: "cancelled" });
    expect(judgeAnswer({ state: "cancelled", startsAt: starts }, starts)).toEqual({ ok: false, reason: "cancelled" });
  });

  it("was answered before the change when the event has asked again since", () => {
    expect(isBeforeChange({ answer: "accepted", answeredVersion: 0 }, 1)).toBe(true);
    expect(isBeforeChange({ answer: "accepted", answeredVersion: null }, 1)).toBe(true);
    expect(isBeforeChange({ answer: "accepted", answeredVersion: 1 }, 1)).toBe(false);
    expect(isBeforeChange({ answer: null, answeredVersion: null }, 1)).toBe(false);
  });

  it("is counted once, by its answer", () => {
    expect(countAnswers(["accepted", "declined", "tentative", null, null])).toEqual({
      yes: 1,
      maybe: 1,
      no: 1,
      none: 2,
    });
    expect(countAnswers([])).toEqual({ yes: 0, maybe: 0, no: 0, none: 0 });
  });
});
