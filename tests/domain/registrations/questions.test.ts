import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerValues, type Question, type QuestionKind, readAnswers } from "~/domain/registrations/questions";

const ask = (kind: QuestionKind, required = false, options: string[] = []): Question => ({
  id: kind,
  kind,
  label: "Kva?",
  hint: "",
  options,
  required,
});
const read = (question: Question, ...values: string[]) => readAnswers([question], () => values);

describe("the answers to an organiser's questions", () => {
  it("are read by their kind", () => {
    expect(read(ask("short"), " to\r\nlinjer ")).toEqual({ ok: true, answers: { short: "to linjer" } });
    expect(read(ask("long"), "to\r\nlinjer")).toEqual({ ok: true, answers: { long: "to\nlinjer" } });
    expect(read(ask("choice", false, ["a", "b"]), "b")).toEqual({ ok: true, answers: { choice: "b" } });
    expect(read(ask("several", false, ["a", "b"]), "b", "a", "b")).toEqual({
      ok: true,
      answers: { several: ["a", "b"] },
    });
    expect(read(ask("consent"), "yes")).toEqual({ ok: true, answers: { consent: true } });
    expect(read(ask("scale"), "4")).toEqual({ ok: true, answers: { scale: 4 } });
  });

  it("are left out where nothing was filled in, and missed where one must", () => {
    for (const kind of ["short", "long", "choice", "several", "consent", "scale"] as const) {
      expect(read(ask(kind), "  ")).toEqual({ ok: true, answers: {} });
      expect(read(ask(kind, true))).toEqual({ ok: false, problems: { [kind]: "required" } });
    }
  });

  it("are refused when they are too long or nothing that could be chosen", () => {
    expect(read(ask("short"), "x".repeat(201))).toMatchObject({ problems: { short: "too-long" } });
    expect(read(ask("long"), "x".repeat(2001))).toMatchObject({ problems: { long: "too-long" } });
    expect(read(ask("choice", false, ["a"]), "c")).toMatchObject({ problems: { choice: "unknown-choice" } });
    expect(read(ask("several", false, ["a"]), "a", "c")).toMatchObject({ problems: { several: "unknown-choice" } });
    for (const value of ["0", "6", "1.5", "fem"])
      expect(read(ask("scale"), value)).toMatchObject({ problems: { scale: "unknown-choice" } });
  });

  it("read the same again from the values of their fields", () => {
    const kinds = fc.constantFrom(
      "short",
      "long",
      "choice",
      "several",
      "consent",
      "scale",
    ) as fc.Arbitrary<QuestionKind>;
    fc.assert(
      fc.property(kinds, fc.array(fc.string()), (kind, values) => {
        const question = ask(kind, false, values.map((value) => value.trim()).filter(Boolean));
        const first = readAnswers([question], () => values);
        if (!first.ok) return;
        expect(readAnswers([question], (id) => answerValues(first.answers[id]))).toEqual(first);
      }),
    );
  });
});
