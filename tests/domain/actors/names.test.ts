import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "#tests/support/work";
import { isFullerName, type NameBook, nameKey, readNames } from "~/domain/actors/names";
import { readDocument } from "~/domain/documents/read-document";

const actor = (id: string, name: string, parentId: string | null = null, shortName = "") => ({
  id,
  name,
  shortName,
  parentId,
});

const book: NameBook = {
  actors: [
    actor("sf", "Statsforvaltaren (SFVL)"),
    actor("ks", "KS"),
    actor("usht", "USHT"),
    actor("sogn", "USHT Vestland (Sogn og Fjordane)", "usht"),
    actor("hordaland", "USHT Vestland (Hordaland)", "usht"),
    actor("fonna", "USHT Helse Fonna", "usht"),
    actor("fylke", "Fylkeskommune"),
    actor("hus", "Husbanken"),
    actor("helse", "Helseføretaka"),
    actor("rad", "Fagrådet for helse og velferd"),
  ],
  groups: [
    { id: "koordinering", name: "Koordineringsgruppa", actorId: null },
    { id: "prosjekt", name: "Prosjektgruppa", actorId: "sf" },
    { id: "stotte", name: "Regionalt støtteapparat", actorId: null },
  ],
  names: [
    { words: "vestland fylkeskommune", actorId: "fylke", groupId: null },
    { words: "sof", actorId: "fonna", groupId: null },
    { words: "dei frivillige", actorId: null, groupId: null },
  ],
};

const meaning = (text: string, known = book) =>
  readNames(text, known).map(({ words, means, rest }) => [
    (rest ? "+ " : "") + words,
    "id" in means ? means.id : means.kind,
  ]);
const ids = (text: string, known = book) => meaning(text, known).map(([, id]) => id);

describe("names in the words of a plan", () => {
  it("are read in their order between commas, strokes, plus signs, semicolons, lines and sentences", () => {
    expect(ids("Statsforvaltaren, KS/USHT; Husbanken")).toEqual(["sf", "ks", "usht", "hus"]);
    expect(ids("Statsforvaltaren. Vestland fylkeskommune")).toEqual(["sf", "fylke"]);
    expect(ids("Husbanken ,\nKS + USHT")).toEqual(["hus", "ks", "usht"]);
    expect(ids("KS og Husbanken")).toEqual(["ks", "hus"]);
  });

  it("are found where nothing stands between them", () => {
    expect(ids("SFVL (prosjektgruppe) KS, USHT")).toEqual(["prosjekt", "ks", "usht"]);
    expect(ids("USHT, Prosjektgruppe Koordineringsgruppa")).toEqual(["usht", "prosjekt", "koordinering"]);
  });

  it("are known by their bracket, with other endings, and in what a page cut left", () => {
    expect(ids("SFVL")).toEqual(["sf"]);
    expect(ids("Statsforvaltaren (SFVL)")).toEqual(["sf"]);
    expect(ids("Statsforvalteren")).toEqual(["sf"]);
    expect(ids("fylkeskommunen")).toEqual(["fylke"]);
    expect(ids("Regionalt støt-teapparat")).toEqual(["stotte"]);
    expect(ids("det regionale støtteapparatet")).toEqual(["stotte"]);
    expect(ids("Koordi neringsgruppa")).toEqual(["koordinering"]);
  });

  it("keep their own 'og'", () => {
    expect(meaning("Fagrådet for helse og velferd og Helse Sogn og Fjordane")).toEqual([
      ["Fagrådet for helse og velferd", "rad"],
      ["Helse Sogn og Fjordane", "unknown"],
    ]);
  });

  it("take the group or unit in their bracket, and stay the actor when there is none", () => {
    expect(meaning("SFVL (prosjektgruppa)")).toEqual([["SFVL (prosjektgruppa)", "prosjekt"]]);
    expect(meaning("SFVL (plan/folkehelse)")).toEqual([["SFVL (plan/folkehelse)", "sf"]]);
    expect(ids("KS (prosjektgruppa)")).toEqual(["ks"]);
    expect(meaning("Koordineringsgruppa (regionalt støtteapparat)")).toEqual([
      ["Koordineringsgruppa (regionalt støtteapparat)", "koordinering"],
    ]);
  });

  it("find a unit however short it is written", () => {
    expect(ids("USHT Vestland ( Hordaland)")).toEqual(["hordaland"]);
    expect(ids("USHT Vestland (S & Fj)")).toEqual(["sogn"]);
    expect(ids("FHI/KS/USHT Vestland (S&Fj)")).toEqual(["unknown", "ks", "sogn"]);
    expect(ids("USHT Fonna")).toEqual(["fonna"]);
    expect(ids("USHT Helse Fonna")).toEqual(["fonna"]);
    expect(ids("USHT Vestland")).toEqual(["usht"]);
  });

  it("say which are the rest of a group, or added to the others", () => {
    expect(meaning("Statsforvaltaren, USHT, KS + resten av koordineringsgruppa").at(-1)).toEqual([
      "+ koordineringsgruppa",
      "koordinering",
    ]);
    expect(meaning("KS + Husbanken, USHT")).toEqual([
      ["KS", "ks"],
      ["+ Husbanken", "hus"],
      ["USHT", "usht"],
    ]);
  });

  it("take small words along, and leave other names unknown", () => {
    expect(meaning("USHT SFVL, KS hjelper til når det trengst").at(-1)).toEqual([
      "KS hjelper til når det trengst",
      "ks",
    ]);
    expect(meaning("Statsforvaltaren - eiga arbeidsgruppe").at(-1)).toEqual(["eiga arbeidsgruppe", "unknown"]);
    expect(meaning("KS SME(Senter for medisinsk etikk)")).toEqual([
      ["KS", "ks"],
      ["SME(Senter for medisinsk etikk)", "unknown"],
    ]);
    expect(meaning("SESAM (USHT Helse Fonna er med saman med FOUSAM)")).toEqual([
      ["SESAM", "unknown"],
      ["USHT Helse Fonna er med", "fonna"],
      ["FOUSAM", "unknown"],
    ]);
    expect(meaning("USHT Helse Fonna i lag med HVL, Helse Fonna helseføretak og Haugaland vekst")).toEqual([
      ["USHT Helse Fonna", "fonna"],
      ["HVL", "unknown"],
      ["Helse Fonna helseføretak", "unknown"],
      ["Haugaland vekst", "unknown"],
    ]);
  });

  it("mean what somebody has said, nobody too", () => {
    expect(ids("Statsforvaltaren, SOF, dei frivillige")).toEqual(["sf", "fonna", "nobody"]);
    const said = { ...book, names: [{ words: "ks", actorId: null, groupId: "stotte" }] };
    expect(ids("KS", said)).toEqual(["stotte"]);
  });

  it("are unknown when two could be meant, until somebody says which", () => {
    const two = { ...book, actors: [...book.actors, actor("other", "Husbanken")] };
    expect(ids("Husbanken", two)).toEqual(["unknown"]);
    const said = { ...two, names: [{ words: "husbanken", actorId: "other", groupId: null }] };
    expect(ids("Husbanken", said)).toEqual(["other"]);
  });
});

describe("any text", () => {
  const names = [...book.actors.filter(({ parentId }) => !parentId), ...book.groups];
  const pieces = fc.oneof(
    fc.constantFrom(
      ...names.map(({ name }) => name),
      "(",
      ")",
      "((",
      " - ",
      ". ",
      "+",
      "/",
      "og",
      "resten av",
      "i lag med",
    ),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("eiga", "Arbeidsgruppe", "kommunane", "FHI", "S & Fj"),
  );
  const texts = fc.array(pieces, { maxLength: 24 }).map((found) => found.join(" "));
  const wordsOf = (text: string) => text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const joining =
    /^(og|and|samt|i|lag|med|samarbeid|tillegg|til|saman|sammen|together|with|resten?|av|of|dei?|andre)$/i;

  it("is read without a fault, and no word of it is lost", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readNames(text, book).flatMap(({ words }) => wordsOf(words));
        const left = wordsOf(text).filter((word) => !joining.test(word));
        expect(read.filter((word) => !joining.test(word))).toEqual(left);
      }),
      { numRuns: 500 },
    );
  });

  it("gives every known name that stands between separators, in order", () => {
    const some = fc.array(fc.constantFrom(...book.actors.map(({ id, name }) => ({ id, name }))), { maxLength: 8 });
    fc.assert(
      fc.property(some, fc.constantFrom(", ", " / ", "; ", "\n", " + ", " - "), (listed, separator) => {
        const text = listed.map(({ name }) => name).join(separator);
        expect(ids(text)).toEqual(listed.map(({ id }) => id));
      }),
    );
  });

  it("means the same once its unknown words are bound", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const unknown = readNames(text, book).find(({ means }) => means.kind === "unknown");
        if (!unknown) return;
        const bound = { words: nameKey(unknown.words), actorId: "ks", groupId: null };
        const again = readNames(unknown.words, { ...book, names: [...book.names, bound] });
        expect(again.map(({ means }) => means)).toEqual([{ kind: "actor", id: "ks" }]);
      }),
      { numRuns: 500 },
    );
  });

  it("of a hundred thousand letters is read in a moment", async () => {
    const long = "Statsforvaltaren (SFVL ( KS og ".repeat(3_000);
    expect(await processorTime(() => readNames(long, book))).toBeLessThan(5_000);
  });
});

describe("the plan of the demo", () => {
  const tables = readDocument(readFileSync("prisma/seed/vestland-plan.txt", "utf8")).tables;
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells: { responsible, operators } }: { cells: Record<string, string> }) =>
      [responsible, operators].flatMap((cell) => cell || []),
    ),
  );

  it("names only these that are still to be asked about", () => {
    const unknown = cells.flatMap((cell) =>
      readNames(cell, book).flatMap(({ words, means }) => (means.kind === "unknown" ? words : [])),
    );
    expect(cells.length).toBeGreaterThan(50);
    expect([...new Set(unknown.map(nameKey))].sort()).toEqual([
      "eiga arbeidsgruppe",
      "fhi",
      "fousam",
      "haugaland vekst",
      "helse fonna",
      "helse fonna helseføretak",
      "hvl",
      "klb helse vest",
      "kommunane i s & fj",
      "senter for aldersvennlig norge",
      "sesam",
      "sesam-helse førde",
      "sme(senter for medisinsk etikk)",
      "sunnfjord kommune",
    ]);
  });
});

describe("an actor's fuller name", () => {
  it("has the actor's own name in it, and is no list", () => {
    const fylke = { name: "Fylkeskommune", shortName: "" };
    expect(isFullerName("Vestland fylkeskommune", fylke)).toBe(true);
    expect(isFullerName("Fylkeskommune", fylke)).toBe(false);
    expect(isFullerName("Leiar av rådet", fylke)).toBe(false);
    expect(isFullerName("USHT Vest", { name: "Utviklingssenteret (USHT)", shortName: "" })).toBe(true);
    expect(isFullerName("USHT, Sogn og Fjordane", { name: "USHT", shortName: "" })).toBe(false);
  });
});
