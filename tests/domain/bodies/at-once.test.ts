import { describe, expect, it } from "vitest";
import { atOnce, type HeldAt } from "~/domain/bodies/at-once";

const at = (from: string | null, to: string | null = null, day = "2027-06-03"): HeldAt => ({
  day,
  startsAt: from === null ? null : new Date(`${day}T${from}:00Z`),
  endsAt: to === null ? null : new Date(`${day}T${to}:00Z`),
});

describe("two meetings of a body", () => {
  it.each([
    [at("09:00", "11:00"), at("10:00", "12:00"), true],
    [at("09:00", "11:00"), at("11:00", "12:00"), false],
    [at("09:00", "11:00"), at("09:00", "11:00", "2027-06-04"), false],
    [at("09:00", "11:00"), at("10:00"), true],
    [at("09:00"), at("09:00"), true],
    [at("09:00"), at("09:30"), false],
    [at(null), at("15:00", "16:00"), true],
    [at(null), at("15:00", "16:00", "2027-06-04"), false],
  ])("are held at once or not, whichever comes first: %#", (one, other, expected) => {
    expect([atOnce(one, other), atOnce(other, one)]).toEqual([expected, expected]);
  });
});
