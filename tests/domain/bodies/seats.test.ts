import { describe, expect, it } from "vitest";
import { refuseSeat, type Seat, seatName } from "~/domain/bodies/seats";

const seat = (more: Partial<Seat>): Seat => ({
  ...{ id: null, part: "member", personId: null, office: "", municipalityId: null, actorId: null, deputyForId: null },
  span: { from: null, to: null },
  ...more,
});
const asker = seat({ id: "asker", office: "Rådmann", municipalityId: "asker" });
const lier = seat({ id: "lier", office: "Rådmann", municipalityId: "lier" });
const deputy = (deputyForId: string | null, more: Partial<Seat> = {}) =>
  seat({ part: "deputy", personId: "kari", deputyForId, ...more });

describe("a seat in a body", () => {
  it("is one for the same office of another municipality, or in another term", () => {
    expect(refuseSeat(seat({ office: "rådmann", municipalityId: "asker" }), [asker, lier])).toEqual({
      reason: "already-member",
    });
    expect(refuseSeat(seat({ office: "Rådmann", municipalityId: "hole" }), [asker, lier])).toBeNull();
    const before = { ...asker, span: { from: null, to: "2020-01-01" } };
    const after = seat({ office: "Rådmann", municipalityId: "asker", span: { from: "2020-01-01", to: null } });
    expect(refuseSeat(after, [before])).toBeNull();
  });

  it("has a deputy who is named for one member only", () => {
    const first = deputy("asker", { id: "first" });
    expect(refuseSeat(deputy("asker"), [asker, lier])).toBeNull();
    expect(refuseSeat(deputy("lier"), [asker, lier, first])).toEqual({ reason: "deputy-for-two", of: "asker" });
    expect(refuseSeat(deputy(null), [asker, lier, first])).toEqual({ reason: "already-member" });
  });

  it("has no deputy for somebody who does not sit, or is a deputy", () => {
    const other = deputy("asker", { id: "other", personId: "ola" });
    expect(refuseSeat(deputy("other"), [asker, other])).toEqual({ reason: "no-such-member" });
    const gone = { ...lier, span: { from: null, to: "2020-01-01" } };
    expect(refuseSeat(deputy("lier", { span: { from: "2020-01-01", to: null } }), [gone])).toEqual({
      reason: "no-such-member",
    });
  });

  it("leads alone", () => {
    const leader = { ...asker, part: "leader" as const };
    expect(refuseSeat(seat({ part: "leader", personId: "kari" }), [leader])).toEqual({
      reason: "leader-taken",
      of: "asker",
    });
  });

  it("is called by the office and for whom, once", () => {
    expect(seatName("Rådmann", "Lier")).toBe("Rådmann, Lier");
    expect(seatName("Rådmann, Lier", "Lier")).toBe("Rådmann, Lier");
    expect(seatName("Kari", "")).toBe("Kari");
  });
});
