import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, type Asked, answerRows, countCells, silent } from "~/domain/networks/answers";

const ask = (gathering: string, key: string, answer: Answer | null): Asked => ({ gathering, key, name: key, answer });
const gatherings = ["g1", "g2", "g3"];

describe("the answers of a network over time", () => {
  it("have a line for each municipality and a cell for each gathering", () => {
    const rows = answerRows(gatherings, [
      ask("g1", "Voss", "accepted"),
      ask("g3", "Voss", null),
      ask("g2", "Bømlo", "declined"),
    ]);
    expect(rows).toEqual([
      { key: "Voss", name: "Voss", cells: ["accepted", "not-asked", "none"] },
      { key: "Bømlo", name: "Bømlo", cells: ["not-asked", "declined", "not-asked"] },
    ]);
  });

  it("count a municipality once, by the most that any of its people has said, in whatever order they are met", () => {
    const answer = fc.constantFrom<Answer | null>("accepted", "tentative", "declined", null);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 6 }), (answers) => {
        const [row] = answerRows(
          ["g1"],
          answers.map((one) => ask("g1", "Voss", one)),
        );
        const most = (["accepted", "tentative", "declined"] as const).find((one) => answers.includes(one)) ?? "none";
        expect(row?.cells).toEqual([most]);
      }),
    );
  });

  it("add up to all who were asked", () => {
    const asked = fc.array(
      fc.record({
        gathering: fc.constantFrom(...gatherings),
        key: fc.constantFrom("a", "b", "c"),
        name: fc.constant("x"),
        answer: fc.constantFrom<Answer | null>("accepted", "tentative", "declined", null),
      }),
    );
    fc.assert(
      fc.property(asked, (all) => {
        const rows = answerRows(gatherings, all);
        gatherings.forEach((gathering, at) => {
          const { yes, maybe, no, none } = countCells(rows, at);
          const keys = new Set(all.filter((one) => one.gathering === gathering).map(({ key }) => key));
          expect(yes + maybe + no + none).toBe(keys.size);
        });
      }),
    );
  });
});

describe("who has been silent", () => {
  const line = (...answers: (Answer | null | undefined)[]) =>
    answerRows(
      answers.map((_, at) => `g${at}`),
      answers.flatMap((answer, at) => (answer === undefined ? [] : [ask(`g${at}`, "Voss", answer)])),
    );
  const why = (...answers: (Answer | null | undefined)[]) => silent(line(...answers))[0]?.why;

  it("are those who answered none of the last three times", () => {
    expect(why("accepted", null, null, null)).toBe("has-not-answered");
    expect(why(null, null, "accepted", null)).toBeUndefined();
  });

  it("are those who would come to none of the last three times", () => {
    expect(why("declined", "declined", "declined")).toBe("has-not-come");
    expect(why("declined", null, "declined")).toBe("has-not-come");
    expect(why("declined", "tentative", "declined")).toBeUndefined();
  });

  it("are nobody before there have been three times, and nobody who was not asked each time", () => {
    expect(why(null, null)).toBeUndefined();
    expect(why(null, undefined, null)).toBeUndefined();
  });
});
