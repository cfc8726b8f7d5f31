import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWrittenDay } from "~/domain/shared/written-day";

describe("a day as it is written", () => {
  it.each([
    ["2026-10-05", "2026-10-05"],
    ["2026-10-05T00:00:00.000Z", "2026-10-05"],
    ["2026-1-5", "2026-01-05"],
    ["5.10.2026", "2026-10-05"],
    ["05.10.26", "2026-10-05"],
    ["05. 10. 2026", "2026-10-05"],
    ["5/10/2026", "2026-10-05"],
    ["5/10 2026", "2026-10-05"],
    ["5-10-2026", "2026-10-05"],
    ["5. oktober 2026", "2026-10-05"],
    ["måndag 5. oktober 2026", "2026-10-05"],
    ["Ma. 5. okt. 2026", "2026-10-05"],
    ["5 October 2026", "2026-10-05"],
    ["21. des. 26", "2026-12-21"],
    ["29.02.2028", "2028-02-29"],
  ])("%s is %s", (text, day) => {
    expect(readWrittenDay(text)).toEqual({ ok: true, day });
  });

  it.each([
    ["5. oktober", "no-year"],
    ["5.10.", "no-year"],
    ["5.10", "no-year"],
    ["30.02.2026", "no-such-day"],
    ["2026-13-01", "no-such-day"],
    ["29. februar 2026", "no-such-day"],
    ["veke 40", "unreadable"],
    ["oktober", "unreadable"],
    ["", "unreadable"],
    ["5. qqq 2026", "unreadable"],
    ["46300", "unreadable"],
  ])("%s is none: %s", (text, problem) => {
    expect(readWrittenDay(text)).toEqual({ ok: false, problem });
  });

  it("is read of any text without failing, and is a day when it is read", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d./ -]{0,14}[a-z]{0,4}[\d. ]{0,6}$/)), (text) => {
        const read = readWrittenDay(text);
        if (read.ok) expect(new Date(`${read.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.day);
      }),
    );
  });
});
