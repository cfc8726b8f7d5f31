import { describe, expect, it } from "vitest";
import { closingFaults, settledItems, type Treated } from "~/domain/minutes/closing";
import { quorumOf, type Seat, seatIn, voteFault, votersIn } from "~/domain/minutes/taking-part";

const item = (id: string, more: Partial<Treated> = {}): Treated => ({
  ...{ id, parentId: null, outcome: null, decision: "", unanimous: null, votesFor: null, votesAgainst: null },
  disqualified: [],
  ...more,
});
const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  ...{ id, state: "present", votes: true, cameAtId: null, leftAtId: null },
  ...more,
});
const order = ["12", "13", "14"];
const nobody = new Set<string>();

describe("who takes part in a case", () => {
  it("is not one who has not come, has left, is away or is disqualified", () => {
    expect(seatIn(seat("a", { cameAtId: "13" }), "12", order, nobody)).toBe("not-come");
    expect(seatIn(seat("a", { cameAtId: "13" }), "13", order, nobody)).toBe("in");
    expect(seatIn(seat("a", { leftAtId: "13" }), "12", order, nobody)).toBe("in");
    expect(seatIn(seat("a", { leftAtId: "13" }), "14", order, nobody)).toBe("gone");
    expect(seatIn(seat("a"), "13", order, new Set(["a"]))).toBe("disqualified");
    expect(seatIn(seat("a", { state: "absent" }), "13", order, nobody)).toBe("absent");
    expect(seatIn(seat("a", { state: "unknown" }), "13", order, nobody)).toBe("absent");
  });

  it("is one who left and came back, but not in between", () => {
    const back = seat("a", { leftAtId: "13", cameAtId: "14" });
    expect(order.map((each) => seatIn(back, each, order, nobody))).toEqual(["in", "gone", "in"]);
  });

  it("is not undone by an item that is no longer on the agenda", () => {
    expect(seatIn(seat("a", { leftAtId: "gone", cameAtId: "gone" }), "12", order, nobody)).toBe("in");
  });

  it("votes only with a vote", () => {
    const seats = [seat("a"), seat("b", { votes: false }), seat("c", { leftAtId: "12" })];
    expect(votersIn(seats, "12", order, nobody)).toBe(1);
  });
});

describe("a quorum", () => {
  it("is the body's own rule, else half of those who vote", () => {
    expect(quorumOf(null, 17, 8)).toMatchObject({ needed: 9, met: false });
    expect(quorumOf(null, 16, 8)).toMatchObject({ needed: 8, met: true });
    expect(quorumOf(3, 17, 3).met).toBe(true);
  });
});

describe("a vote", () => {
  it("cannot be larger than those who are there and able", () => {
    const vote = { unanimous: false, votesFor: 8, votesAgainst: 3 };
    expect(voteFault(vote, 11)).toBeNull();
    expect(voteFault(vote, 10)).toBe("too-many");
    expect(voteFault({ ...vote, votesFor: -1 }, 10)).toBe("negative");
    expect(voteFault({ ...vote, votesFor: null }, 10)).toBe("missing");
    expect(voteFault({ ...vote, unanimous: true }, 0)).toBeNull();
  });
});

describe("closing a meeting", () => {
  it("takes an outcome of each case: its own, that of the whole case, or that of all its parts", () => {
    const items = [
      item("14", { outcome: "as_proposed" }),
      item("18"),
      item("18A", { parentId: "18" }),
      item("18A1", { parentId: "18A", outcome: "noted" }),
      item("18B", { parentId: "18", outcome: "noted" }),
      item("19", { outcome: "noted" }),
      item("19A", { parentId: "19" }),
    ];
    expect(settledItems(items).size).toBe(items.length);
    expect(closingFaults(items, [])).toEqual([]);
  });

  it("says which are without, and a case with parts by its parts", () => {
    const items = [
      item("14"),
      item("18"),
      item("18A", { parentId: "18" }),
      item("18B", { parentId: "18", outcome: "noted" }),
    ];
    expect(closingFaults(items, [])).toEqual([
      { itemId: "14", fault: "no-outcome" },
      { itemId: "18A", fault: "no-outcome" },
    ]);
  });

  it("says which vote cannot be, and which change says nothing", () => {
    const items = [
      item("14", { outcome: "as_proposed", unanimous: false, votesFor: 2, votesAgainst: 0, disqualified: ["a"] }),
      item("15", { outcome: "changed" }),
    ];
    expect(closingFaults(items, [seat("a"), seat("b")])).toEqual([
      { itemId: "14", fault: "too-many" },
      { itemId: "15", fault: "no-decision" },
    ]);
  });
});
