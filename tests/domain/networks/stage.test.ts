import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStage, type Stage, stageOf } from "~/domain/networks/stage";

describe("how far a network has come", () => {
  const read: [string, Stage | null][] = [
    ["Eksisterande", "existing"],
    ["eksisterende", "existing"],
    ["Eksisteran de", "existing"],
    ["Eksisterande. Starta i mars 2021", "existing"],
    ["Senteret har teke over nettverket", "existing"],
    ["Under planlegging", "planned"],
    ["Planlagt hausten 2022", "planned"],
    ["Nyetablering under planlegging", "planned"],
    ["Ikkje starta enno", "planned"],
    ["Vidareutvikling", "developing"],
    ["Eksisterende, under videre utvikling", "developing"],
    ["Nyetablering", "new"],
    ["Ny-etablert", "new"],
    ["Nytt", "new"],
    ["Existing", "existing"],
    ["", null],
    ["  ", null],
    ["Vestlandet", null],
    ["Nynorsk", null],
  ];
  it.each(read)("is read from the words of its status: «%s»", (words, stage) => {
    expect(readStage(words)).toBe(stage);
  });

  it("is read the same however a document has cut and spaced the words", () => {
    const cuts = fc.array(fc.nat({ max: 20 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...read), cuts, ([words, stage], places) => {
        const cut = places.reduce((text, at) => `${text.slice(0, at)} ${text.slice(at)}`, words);
        expect(readStage(cut.toUpperCase())).toBe(stage);
      }),
    );
  });

  it("is what somebody has chosen before what the words say", () => {
    expect(stageOf({ stage: "planned", status: "Eksisterande" })).toBe("planned");
    expect(stageOf({ stage: null, status: "Eksisterande" })).toBe("existing");
    expect(stageOf({ stage: null, status: "" })).toBeNull();
  });
});
