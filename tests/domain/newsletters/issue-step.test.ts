import { describe, expect, it } from "vitest";
import { faultsOf, languagesMissing } from "~/domain/newsletters/issue-faults";
import { type IssueState, type IssueStep, judgeStep } from "~/domain/newsletters/issue-step";
import { languageFor, languagesOf } from "~/domain/newsletters/languages";

const issue = (state: IssueState, more: { fourEyes?: boolean; endedAt?: Date; askedById?: string } = {}) => ({
  state,
  askedById: more.askedById ?? null,
  newsletter: { fourEyes: more.fourEyes ?? false, endedAt: more.endedAt ?? null },
});

describe("an issue", () => {
  it("goes from draft by approval to sent, and back to a draft until it is sent", () => {
    const may = (state: IssueState) =>
      (["ask", "approve", "reopen", "schedule", "send", "drop"] as IssueStep[]).filter(
        (step) => judgeStep(issue(state), step, "a").ok,
      );
    expect(may("draft")).toEqual(["ask", "approve", "schedule", "drop"]);
    expect(may("approval")).toEqual(["ask", "approve", "reopen", "schedule", "drop"]);
    expect(may("approved")).toEqual(["reopen", "schedule", "send", "drop"]);
    expect(may("sent")).toEqual([]);
    expect(may("dropped")).toEqual([]);
  });

  it("of a newsletter that wants four eyes is approved by another than who asked, never without being asked, and by no rule", () => {
    const asked = issue("approval", { fourEyes: true, askedById: "a" });
    expect(judgeStep(asked, "approve", "b")).toEqual({ ok: true });
    for (const [of, who] of [
      [asked, "a"],
      [asked, null],
      [issue("draft", { fourEyes: true }), "b"],
    ] as const)
      expect(judgeStep(of, "approve", who)).toEqual({ ok: false, reason: "needs-another" });
  });

  it("of a newsletter that has ended goes nowhere, but may be dropped", () => {
    const ended = { endedAt: new Date(0) };
    expect(judgeStep(issue("approved", ended), "send")).toEqual({ ok: false, reason: "ended" });
    expect(judgeStep(issue("draft", ended), "approve", "a")).toEqual({ ok: false, reason: "ended" });
    expect(judgeStep(issue("approved", ended), "drop")).toEqual({ ok: true });
  });
});

const item = (more: object = {}) => ({
  ...{ id: "1", kind: "text", included: true, heading: { nn: "Tittel" }, body: {}, imageId: null, imageAlt: {} },
  ...more,
});

describe("what stands against an issue", () => {
  it("is no subject, nothing said, a piece without heading and an image without words, each where it is", () => {
    expect(faultsOf({ subject: {}, items: [] })).toEqual([{ fault: "subject" }, { fault: "nothing" }]);
    const items = [item({ heading: { nn: " " }, body: { nn: "Tekst" } }), item({ id: "2", imageId: "i" })];
    expect(faultsOf({ subject: { nb: "Vår" }, items })).toEqual([
      { fault: "heading", itemId: "1" },
      { fault: "alt", itemId: "2" },
    ]);
  });

  it("is nothing where an introduction says something, and never what is left out", () => {
    const introduction = item({ kind: "introduction", heading: {}, body: { nb: "Hei" } });
    expect(faultsOf({ subject: { nb: "Vår" }, items: [introduction] })).toEqual([]);
    const left = [introduction, item({ id: "2", included: false, heading: {}, imageId: "i" })];
    expect(faultsOf({ subject: { nb: "Vår" }, items: left })).toEqual([]);
    expect(faultsOf({ subject: { nb: "Vår" }, items: [item({ kind: "introduction", heading: {} })] })).toEqual([
      { fault: "nothing" },
    ]);
  });

  it("names the languages that subject or introduction lack", () => {
    const introduction = { kind: "introduction", included: true, body: { nn: "Hei" } };
    const missing = languagesMissing({ subject: { nn: "Vår", nb: "Vår" }, items: [introduction] }, ["nn", "nb", "en"]);
    expect(missing).toEqual(["nb", "en"]);
  });
});

describe("the languages of an issue", () => {
  it("are those the region offers, or the newsletter's one", () => {
    expect(languagesOf("recipient", ["nb", "nn"])).toEqual(["nn", "nb"]);
    expect(languagesOf("nn", ["nb"])).toEqual(["nn"]);
    expect(languagesOf("recipient", [])).toEqual(["nb"]);
  });

  it("give everybody her own, or the nearest it is written in", () => {
    expect(languageFor("nn", ["nn", "nb"])).toBe("nn");
    expect(languageFor("nn", ["en", "nb"])).toBe("nb");
    expect(languageFor("en", ["nn"])).toBe("nn");
    expect(languageFor("se", ["en", "nn"])).toBe("nn");
  });
});
