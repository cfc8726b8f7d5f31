import { describe, expect, it } from "vitest";
import { nextAttempt } from "~/domain/delivery/retry";

const now = new Date("2027-04-01T08:00:00Z");

describe("when a message is tried again", () => {
  it("is later each time, and never after the last", () => {
    const waits = [1, 2, 3, 4, 5, 6].map((attempts) => {
      const at = nextAttempt(attempts, "soft", now);
      return at ? at.getTime() - now.getTime() : 0;
    });
    expect(waits.every((wait, index) => wait > (waits[index - 1] ?? 0))).toBe(true);
    expect(nextAttempt(7, "soft", now)).toBeNull();
    expect(nextAttempt(70, "soft", now)).toBeNull();
  });

  it("is never when the refusal will not change", () => {
    expect(nextAttempt(1, "hard", now)).toBeNull();
  });
});
