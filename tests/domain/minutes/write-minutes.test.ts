import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContentItem, emptyItem, type MinutesContent } from "~/domain/minutes/minutes-content";
import { minutesWords } from "~/domain/minutes/minutes-words";
import { readMinutes } from "~/domain/minutes/read-minutes";
import { plainMinutes, writeMinutes } from "~/domain/minutes/write-minutes";

const places = ["Lier", "Øvre Eiker", "Modum"];
const bodies = ["Rådmannsgruppen", "Styringsgruppen"];
const word = fc.constantFrom("planen", "møtet", "kommunene", "arbeidet", "støtten", "rapporten");
const sentence = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => `Da ${words.join(" ")} sies.`);
const text = fc.oneof(
  fc.constant(""),
  sentence,
  fc.tuple(sentence, sentence).map((two) => two.join("\n\n")),
);
const title = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => `Om ${words.join(" ")}`);
const label = fc.constantFrom("", "01/2026", "03/2026 B");
const attendee = fc.record({
  name: fc.constantFrom("Rådmann", "Ordfører", "HR-sjef"),
  represents: fc.constantFrom(...places),
  substitute: fc.constantFrom("", "Kommunalsjef"),
  chair: fc.boolean(),
  reason: fc.constantFrom("", "ferie, hele uken"),
  cameAt: label,
  leftAt: label,
});
const followUp = fc.record({
  words: title,
  responsible: fc.constantFrom("", "Sekretariatet"),
  dueOn: fc.constantFrom("", "2026-06-09"),
});
const leaf = fc
  .record({
    title,
    presentation: text,
    notes: text,
    proposal: text,
    decision: text,
    closed: fc.constantFrom("", "§ 13 jf. fvl. § 13", "offl. § 13"),
    proposer: fc.constantFrom("Rådmannen i Lier", "Sekretariatet"),
    outcome: fc.constantFrom(
      "as_proposed" as const,
      "changed" as const,
      "noted" as const,
      "postponed" as const,
      "not_treated" as const,
    ),
    votes: fc.option(fc.tuple(fc.nat(40), fc.nat(40))),
    disqualified: fc.subarray(["Rådmann, Lier (styremedlem)", "Ordfører, Modum"]),
    passedOnTo: fc.constantFrom("", "Styringsgruppen"),
    followUps: fc.array(followUp, { maxLength: 2 }),
  })
  .map(
    ({ votes, ...item }): ContentItem => ({
      ...emptyItem,
      ...item,
      votesFor: votes?.[0] ?? null,
      votesAgainst: votes?.[1] ?? null,
    }),
  );
const cases = fc.array(
  fc.tuple(leaf, fc.array(fc.tuple(leaf, fc.array(leaf, { maxLength: 2 })), { maxLength: 3 }), fc.boolean()),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const minutes = fc
  .record({
    cases,
    present: fc.array(attendee, { maxLength: 4 }),
    absent: fc.array(attendee, { maxLength: 3 }),
    introduction: text,
    closing: text,
  })
  .map(
    ({ cases: all, ...rest }): MinutesContent => ({
      ...{ body: "Rådmannsgruppen", day: "2026-06-01", from: "09.00", to: "11.30", place: "Drammen rådhus" },
      ...{ electronic: false, secretariat: "Daglig leder og rådgiver", ...rest },
      items: all.map(([item, parts, wrong], index) => ({
        ...item,
        number: `${String(index + 1).padStart(2, "0")}/2026`,
        typedNumber: wrong ? `${index + 1}/2025` : "",
        parts: parts.map(([part, bullets], at) => ({ ...part, letter: String.fromCharCode(65 + at), parts: bullets })),
      })),
    }),
  );

/** What a case is for is not written: it is read from its title and parts. */
const withoutKind = (items: ContentItem[]): ContentItem[] =>
  items.map((item) => ({ ...item, kind: "decision", parts: withoutKind(item.parts) }));

describe("minutes that are written", () => {
  it.each(["nb", "nn"] as const)(
    "are read back whole in %s: every person, case, part, text, vote and follow-up",
    (standard) => {
      fc.assert(
        fc.property(minutes, (content) => {
          const read = readMinutes(plainMinutes(writeMinutes(content, minutesWords[standard])), {
            places,
            bodies,
          }).content;
          expect({ ...read, items: withoutKind(read.items) }).toEqual({
            ...content,
            items: withoutKind(content.items),
          });
        }),
        { numRuns: 150 },
      );
    },
  );

  it("say of a closed case that is left out its number and legal basis alone", () => {
    const item = { ...emptyItem, number: "04/2026", closed: "§ 23" };
    const content = { ...fc.sample(minutes, { numRuns: 1, seed: 1 })[0], items: [item] } as MinutesContent;
    const lines = writeMinutes(content, minutesWords.nb);
    const from = lines.findIndex(({ kind }) => kind === "case");
    expect(lines.slice(from, from + 2)).toEqual([
      { kind: "case", text: "Sak 04/2026" },
      { kind: "fact", text: "Unntatt offentlighet, § 23" },
    ]);
  });
});
