import { describe, expect, it } from "vitest";
import { askingBegins, askingIsOver, judgeFeedback } from "~/domain/feedback/period";
import { feedbackResults, feedbackRows } from "~/domain/feedback/results";

const questions = [
  { id: "a", kind: "scale" as const, label: "Nyttig?", options: [] },
  { id: "b", kind: "several" as const, label: "Kva?", options: ["Mat", "Faget"] },
  { id: "c", kind: "long" as const, label: "Best?", options: [] },
  { id: "d", kind: "consent" as const, label: "Med?", options: [] },
];
const forms: Record<string, string | string[] | number | true>[] = [
  { a: 5, b: ["Mat", "Faget"], c: "Åpent" },
  { a: 4, b: ["Mat"], c: "Bra", d: true as const },
  { a: 5, c: "=1+1" },
];

describe("the results of feedback", () => {
  it("count what was chosen, with the mean of a scale, and list the texts by the alphabet", () => {
    expect(feedbackResults(questions, forms, "Ja")).toMatchObject([
      { answered: 3, mean: 14 / 3, counts: [{}, {}, {}, { label: "4", count: 1 }, { label: "5", count: 2 }] },
      {
        answered: 2,
        mean: null,
        counts: [
          { label: "Mat", count: 2 },
          { label: "Faget", count: 1 },
        ],
      },
      { answered: 3, texts: ["=1+1", "Bra", "Åpent"] },
      { answered: 1, counts: [{ label: "Ja", count: 1 }] },
    ]);
  });

  it("make a table whose order says nothing of who answered when", () => {
    const rows = feedbackRows(questions, forms, "Ja");
    expect(feedbackRows(questions, [...forms].reverse(), "Ja")).toEqual(rows);
    expect(rows).toContainEqual(["4", "Mat", "Bra", "Ja"]);
  });
});

describe("when feedback is asked for and taken", () => {
  const event = { state: "held", asksFeedback: true, endsAt: new Date("2027-05-26T21:30:00Z"), zone: "Europe/Oslo" };
  const at = (iso: string) => new Date(iso);

  it("begins the day after the end, as the zone has it", () => {
    expect(askingBegins(event)).toBe("2027-05-27");
    expect(askingBegins({ ...event, endsAt: at("2027-05-26T22:30:00Z") })).toBe("2027-05-28");
    expect(askingIsOver(event, at("2027-06-25T21:30:00Z"))).toBe(false);
    expect(askingIsOver(event, at("2027-06-25T21:30:01Z"))).toBe(true);
  });

  it("takes one form, from the end until sixty days after", () => {
    const judge = (now: string, feedbackAt: Date | null = null, changed = {}) => {
      const verdict = judgeFeedback({ ...event, ...changed }, { feedbackAt }, at(now));
      return verdict.ok ? "ok" : verdict.reason;
    };
    expect(judge("2027-05-26T21:29:59Z")).toBe("too-early");
    expect(judge("2027-05-26T21:30:00Z")).toBe("ok");
    expect(judge("2027-07-25T21:30:01Z")).toBe("closed");
    expect(judge("2027-05-28T00:00:00Z", at("2027-05-27"))).toBe("given");
    expect(judge("2027-05-28T00:00:00Z", null, { asksFeedback: false })).toBe("not-asked");
    expect(judge("2027-05-28T00:00:00Z", null, { state: "cancelled" })).toBe("not-asked");
  });
});
