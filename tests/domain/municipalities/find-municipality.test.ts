import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findByName, type NamedMunicipality } from "~/domain/municipalities/find-municipality";

const one = (number: string, name: string, more: Partial<NamedMunicipality> = {}): NamedMunicipality => ({
  id: number,
  number,
  name,
  nameSami: null,
  stands: true,
  numbers: [number],
  names: [name],
  counties: [],
  ...more,
});

const oldSande = one("0713", "Sande", { stands: false, counties: ["Vestfold"] });
const register = [
  one("1514", "Sande", { counties: ["Møre og Romsdal"] }),
  oldSande,
  one("4621", "Voss"),
  one("3201", "Bærum", { numbers: ["0219", "3024", "3201"] }),
  one("4601", "Bergen", { numbers: ["1201", "4601"] }),
  one("0301", "Oslo"),
  one("5610", "Karasjok", { nameSami: "Kárášjohka", names: ["Kárášjohka – Karasjok", "Karasjok"] }),
  one("5043", "Røyrvik", { nameSami: "Raarvihke", names: ["Raarvikhe – Røyrvik", "Røyrvik"] }),
  one("3114", "Våler", { counties: ["Østfold"] }),
  one("3419", "Våler", { counties: ["Innlandet"] }),
  one("3228", "Nes"),
  one("3322", "Nesbyen", { names: ["Nes", "Nesbyen"], numbers: ["0616", "3040", "3322"] }),
  one("1101", "Halden", { stands: false }),
  one("3101", "Halden"),
  one("3226", "Aurskog-Høland"),
];

function number(words: string, own: NamedMunicipality[] = []) {
  const found = findByName(words, own, register);
  if (found.ok) return found.municipality.number;
  return found.reason === "ambiguous" ? found.among.map((among) => among.number) : found.reason;
}

describe("a municipality's name", () => {
  it.each([
    ["Voss herad", "4621"],
    ["  BÆRUM   kommune ", "3201"],
    ["Kárášjoga gielda", "5610"],
    ["kárášjohka", "5610"],
    ["Karasjohka", "5610"],
    ["Kárášjohka – Karasjok", "5610"],
    ["Karasjok/Kárášjohka", "5610"],
    ["Raarvikhe – Røyrvik", "5043"],
    ["Raarvikhe", "5043"],
    ["Raarvihken tjïelte", "5043"],
    ["Aurskog-Høland", "3226"],
  ])("is known as %s", (words, expected) => {
    expect(number(words)).toBe(expected);
  });

  it("is looked up among the region's own first", () => {
    expect(number("Sande")).toBe("1514");
    expect(number("Sande", [oldSande])).toBe("0713");
    expect(number("Sande kommune", [oldSande])).toBe("0713");
  });

  it("belongs to the one that has it before one that has had it, and to one that stands before one that is gone", () => {
    expect(number("Nes")).toBe("3228");
    expect(number("Halden")).toBe("3101");
  });

  it("is of several when nothing tells them apart, and of one with its county", () => {
    expect(number("Våler")).toEqual(["3114", "3419"]);
    expect(number("Våler i Østfold")).toBe("3114");
    expect(number("Våler (Innlandet)")).toBe("3419");
    expect(number("Sande i Vestfold")).toBe("0713");
  });

  it("is unknown when nobody has it", () => {
    expect(number("Atlantis")).toBe("unknown");
    expect(number("")).toBe("unknown");
    expect(number("kommune")).toBe("unknown");
    expect(number(" – ")).toBe("unknown");
  });
});

describe("a municipality's number", () => {
  it("is of any edition, also without its first nought", () => {
    expect(number("1201")).toBe("4601");
    expect(number("0219")).toBe("3201");
    expect(number("301")).toBe("0301");
    expect(number("9999")).toBe("unknown");
    expect(number("46211")).toBe("unknown");
  });

  it("may stand with the name, and both are told when they disagree", () => {
    expect(number("4621 Voss")).toBe("4621");
    expect(number("Voss herad (4621)")).toBe("4621");
    expect(number("1201 Bergen kommune")).toBe("4601");
    expect(number("4621 Bergen")).toEqual(["4621", "4601"]);
    expect(number("9999 Voss")).toBe("4621");
  });
});

describe("any words", () => {
  it("are answered, in whatever case and spacing they stand", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constantFrom(...register.map(({ name }) => name))),
        fc.constantFrom(" ", "  ", "\u00a0", "\t"),
        (words, space) => {
          expect(number(`${space}${words.toUpperCase()}${space}`)).toEqual(number(words.toUpperCase()));
        },
      ),
    );
  });

  it("find a municipality of the register by its own name and number", () => {
    fc.assert(
      fc.property(fc.constantFrom(...register), (wanted) => {
        const byName = findByName(wanted.name, [], register);
        const among = byName.ok ? [byName.municipality] : byName.reason === "ambiguous" ? byName.among : [];
        expect(among.map(({ name }) => name)).toContain(wanted.name);
        expect(number(wanted.number)).toBe(wanted.number);
      }),
    );
  });
});
