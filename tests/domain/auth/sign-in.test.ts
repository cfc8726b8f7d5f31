import { describe, expect, it } from "vitest";
import { judgeLink } from "~/domain/auth/sign-in";

const now = new Date("2027-04-01T08:00:00Z");
const record = { expiresAt: new Date(now.getTime() + 1), usedAt: null, browserHash: "asked" };

describe("a link to sign in", () => {
  it("is good once, in time, in the browser that asked", () => {
    expect(judgeLink(record, "asked", now)).toEqual({ ok: true });
    expect(judgeLink(record, "another", now)).toEqual({ ok: false, reason: "other-browser" });
    expect(judgeLink(record, null, now)).toEqual({ ok: false, reason: "other-browser" });
  });

  it("is spent when used, run out or unknown, whatever the browser, so that no more is said of it", () => {
    for (const browser of ["asked", "another", null]) {
      expect(judgeLink(null, browser, now)).toEqual({ ok: false, reason: "spent" });
      expect(judgeLink({ ...record, usedAt: now }, browser, now)).toEqual({ ok: false, reason: "spent" });
      expect(judgeLink({ ...record, expiresAt: now }, browser, now)).toEqual({ ok: false, reason: "spent" });
    }
  });
});
