import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audienceKey, audiencesIn, readAudiences } from "~/domain/audiences/words";

const words = (cell: string) => audiencesIn(cell).map((each) => each.words);

describe("the words of an audience", () => {
  it("are split where one ends and the next begins", () => {
    expect(words("Tilsette, eldreråd; politikarar + frivillige / pårørande")).toEqual([
      "Tilsette",
      "eldreråd",
      "politikarar",
      "frivillige",
      "pårørande",
    ]);
    expect(words("Leiarar (helse, omsorg) og andre")).toEqual(["Leiarar (helse, omsorg) og andre"]);
    expect(words("- Leiarar\n- Tilsette\ni kommunane\nEldreråd.")).toEqual([
      "Leiarar",
      "Tilsette i kommunane",
      "Eldreråd",
    ]);
    expect(words(" – , . ")).toEqual([]);
  });

  it("are the same whatever their case and white space, and stand once as first written", () => {
    expect(audiencesIn("Eldreråd,  ELDRERÅD")).toEqual([{ key: "eldreråd", words: "Eldreråd" }]);
  });

  it("mean what somebody has said, and nothing until then", () => {
    const bound = new Map([["eldreråd", { audienceId: "a", name: "Eldreråda" }]]);
    expect(readAudiences("Eldreråd, frivillige", bound).map((each) => each.bound?.name ?? null)).toEqual([
      "Eldreråda",
      null,
    ]);
  });

  it("have keys that are their own key, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (cell) => {
        for (const { key, words: shown } of audiencesIn(cell)) {
          expect(audienceKey(key)).toBe(key);
          expect(audienceKey(shown)).toBe(key);
        }
      }),
    );
  });
});
