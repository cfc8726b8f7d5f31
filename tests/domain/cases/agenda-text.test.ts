import { describe, expect, it } from "vitest";
import { moved, readingOrder, rootsOf } from "~/domain/cases/agenda-order";
import { agendaText } from "~/domain/cases/agenda-text";

const item = (number: string, title: string, parts: { letter: string; title: string }[] = []) => ({
  ...{ number, title, closed: null },
  parts: parts.map((part) => ({ ...part, parts: [] })),
});

describe("the words of an agenda", () => {
  it("have a line for each case and part, and of a closed one no title", () => {
    const closed = { ...item("Sak 02/2017", "Løn", [{ letter: "A", title: "Løn" }]), closed: "Unntatt offentlighet" };
    expect(
      agendaText("Saksliste:", [
        item("", "Godkjenning"),
        item("Sak 01/2017", "Prosjekt", [{ letter: "A", title: "Helse" }]),
        closed,
      ]),
    ).toBe("Saksliste:\nGodkjenning\nSak 01/2017 Prosjekt\n    A Helse\nSak 02/2017 Unntatt offentlighet");
  });

  it("leave the parts out where they would be too long for an event", () => {
    const parts = Array.from({ length: 100 }, () => ({ letter: "A", title: "x".repeat(100) }));
    expect(agendaText("Saksliste:", [item("Sak 01/2017", "Prosjekt", parts)])).toBe("Saksliste:\nSak 01/2017 Prosjekt");
  });
});

describe("the order of an agenda", () => {
  const one = (caseId: string, parentId: string | null, place: number) => ({ caseId, parentId, place });
  it("reads each case, then its parts; a part whose case is elsewhere stands by itself", () => {
    const cases = [one("b", null, 2), one("a", null, 1), one("a2", "a", 2), one("a1", "a", 1), one("x", "gone", 3)];
    expect(rootsOf(cases).map(({ caseId }) => caseId)).toEqual(["a", "b", "x"]);
    expect(readingOrder(cases).map(({ caseId }) => caseId)).toEqual(["a", "a1", "a2", "b", "x"]);
  });

  it("keeps the first first and the last last", () => {
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a"], -1, 1)).toEqual(["a"]);
  });
});
