import { describe, expect, it } from "vitest";
import { judgeBatch, mayTry } from "~/domain/delivery/batch";

const hour = 3_600_000;
const now = new Date("2027-04-01T08:00:00Z");
const batch = { size: 100, attempts: 1, triedAt: now, keyKept: 24 * hour, unsure: false };
const later = (ms: number) => new Date(now.getTime() + ms);

describe("a batch that is not known to have left", () => {
  it("is tried again after a minute, and when the provider says", () => {
    expect(judgeBatch({ kind: "unknown" }, batch, now)).toEqual({ do: "again", at: later(60_000) });
    expect(judgeBatch({ kind: "later", wait: null }, batch, now)).toEqual({ do: "again", at: later(60_000) });
    expect(judgeBatch({ kind: "later", wait: 3_000 }, batch, now)).toEqual({ do: "again", at: later(3_000) });
  });

  it("is parked when the provider is about to forget its key, and it may have left", () => {
    const unsure = { ...batch, attempts: 3, unsure: true, triedAt: later(-23 * hour) };
    expect(judgeBatch({ kind: "unknown" }, { ...unsure, triedAt: later(-23.4 * hour) }, now)).toEqual({ do: "park" });
    expect(judgeBatch({ kind: "later", wait: hour }, unsure, now)).toEqual({ do: "park" });
    expect(judgeBatch({ kind: "unknown" }, { ...batch, attempts: 7 }, now)).toEqual({ do: "park" });
    expect(mayTry({ ...unsure, triedAt: later(-23.4 * hour) }, now)).toBe(true);
    expect(mayTry({ ...unsure, triedAt: later(-23.5 * hour) }, now)).toBe(false);
    expect(mayTry({ ...batch, triedAt: later(-48 * hour) }, now)).toBe(true);
  });

  it("is parted when it was refused for one of its messages, and has failed when it had but one", () => {
    expect(judgeBatch({ kind: "refused" }, batch, now)).toEqual({ do: "part" });
    expect(judgeBatch({ kind: "refused" }, { ...batch, size: 1 }, now)).toEqual({ do: "fail" });
    expect(judgeBatch({ kind: "refused" }, { ...batch, unsure: true }, now)).toEqual({ do: "park" });
  });
});
