import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allItems, type ContentItem } from "~/domain/minutes/minutes-content";
import { readMinutes } from "~/domain/minutes/read-minutes";

const places = [
  ...["Asker", "Bærum", "Drammen", "Hole", "Hurum", "Krødsherad", "Lier", "Modum", "Nedre Eiker", "Ringerike"],
  ...["Røyken", "Sande", "Sigdal", "Svelvik", "Øvre Eiker", "Akershus", "Buskerud"],
];
const bodies = ["Rådmannsgruppen", "Styringsgruppen", "Generalforsamlingen"];
const read = (text: string) => readMinutes(text, { places, bodies });
const seed = (name: string) => read(readFileSync(`prisma/seed/vestregionen-minutes-2017-${name}.txt`, "utf8"));
const meeting = (cases: string) =>
  `Referat fra møte i Rådmannsgruppen 1. juni 2017\n\nSaker til behandling:\n\n${cases}`;
const only = (text: string) => read(meeting(text)).content.items[0] as ContentItem;
const outline = (items: ContentItem[]) =>
  items.map(({ number, letter, parts }) =>
    [number || letter || "–", ...parts.map((part) => `${part.letter}${part.parts.length || ""}`)].join(" "),
  );

describe("the minutes of 23 February 2017", () => {
  const { content, doubts } = seed("02-23");

  it("are of a body, a day and a place, with no hours said", () => {
    const { body, day, from, to, place } = content;
    expect({ body, day, from, to, place }).toEqual({
      ...{ body: "Rådmannsgruppen", day: "2017-02-23", from: "", to: "", place: "Drammen rådhus" },
    });
  });

  it("had seven present, one of them for another, and ten absent, two of them for counties", () => {
    expect(content.present.map(({ represents }) => represents)).toEqual([
      "Asker",
      "Bærum",
      "Drammen",
      "Nedre Eiker",
      "Sande",
      "Svelvik",
      "Øvre Eiker",
    ]);
    expect(content.present.filter(({ substitute }) => substitute !== "")).toMatchObject([
      { name: "Rådmann", substitute: "Kommunalsjef", represents: "Svelvik" },
    ]);
    expect(content.absent).toHaveLength(10);
    expect(content.absent.map(({ represents }) => represents).slice(-2)).toEqual(["Buskerud", "Akershus"]);
    expect(content.absent.find(({ represents }) => represents === "Lier")?.name).toBe("HR-sjef");
  });

  it("treated the opening and ten cases, the eighth with eight lettered items and their bullets", () => {
    expect(outline(content.items)).toEqual([
      ...["–", "01/2017", "02/2017", "03/2017", "04/2017", "05/2017", "06/2017", "07/2017"],
      ...["08/2017 A4 B3 C1 D1 E2 F1 G H", "09/2017 A B C D E", "10/2017"],
    ]);
  });

  it("put off two items, passed four cases on and took a list in a decision as a list", () => {
    const all = allItems(content.items);
    expect(all.filter(({ outcome }) => outcome === "postponed").map(({ title }) => title)).toEqual([
      "Ungdomssymfonikerne",
      "Inkluderende folkestyre",
    ]);
    expect(
      content.items.filter(({ passedOnTo }) => passedOnTo !== "").map(({ number, passedOnTo }) => [number, passedOnTo]),
    ).toEqual([
      ["03/2017", "Generalforsamlingen"],
      ["04/2017", "Styringsgruppen"],
      ["05/2017", "Styringsgruppen"],
      ["06/2017", "Styringsgruppen"],
    ]);
    const alarms = all.find(({ title }) => title.startsWith("Felles innkjøp"));
    expect(alarms?.decision.match(/^- /gm)).toHaveLength(3);
    expect(alarms?.parts).toEqual([]);
    expect(content.items[6]?.decision).toContain("- Digitalisering\n\nLederen");
    expect(content.items[4]?.presentation).toContain("løper ut i 2017. Styret");
  });

  it("leave only joined page cuts to look at", () => {
    expect(new Set(doubts.map(({ code }) => code))).toEqual(new Set(["cut"]));
  });
});

describe("the minutes of 1 June 2017", () => {
  const { content, doubts } = seed("06-01");

  it("say the hours, the chair, who met for whom and who wrote", () => {
    expect([content.from, content.to]).toEqual(["09.00", "11.30"]);
    expect(content.present).toHaveLength(10);
    expect(content.present.filter(({ substitute }) => substitute !== "")).toHaveLength(7);
    expect(content.present.filter(({ chair }) => chair)).toMatchObject([
      { represents: "Drammen", substitute: "Kommunalsjef" },
    ]);
    expect(content.present.at(-1)).toMatchObject({ name: "Representant", represents: "Buskerud" });
    expect(content.absent).toHaveLength(7);
    expect(content.secretariat).toMatch(/^Daglig leder, /);
  });

  it("correct three numbers of the wrong year and say so", () => {
    expect(content.items.map(({ number, typedNumber }) => [number, typedNumber]).slice(-3)).toEqual([
      ["18/2017", "18/2016"],
      ["19/2017", "19/2016"],
      ["20/2017", "20/2016"],
    ]);
    expect(doubts.filter(({ code }) => code === "wrong-year").map(({ words }) => words)).toEqual([
      "18/2016",
      "19/2016",
      "20/2016",
    ]);
  });

  it("have twelve cases and items with bullets, whatever signs stand before a letter", () => {
    expect(outline(content.items)).toEqual([
      ...["–", "12/2017", "13/2017", "14/2017", "15/2017", "16/2017", "17/2017"],
      ...["18/2017 A5 B3 C1 D E2 F1 G1", "19/2017 A B C D", "20/2017"],
    ]);
  });

  it("ask about the proposal without a decision, the text that breaks off and the attachment that is elsewhere", () => {
    const found = (code: string) => doubts.filter((doubt) => doubt.code === code).map(({ item }) => item);
    expect(found("proposal-only")).toEqual(["15/2017"]);
    expect(content.items[4]).toMatchObject({ outcome: null, decision: "" });
    expect(content.items[4]?.proposal).toContain("møteplan for 2017 med følgende endringer");
    expect(found("unfinished")).toEqual(["18/2017 E – Nytt tilbud ved fagskolen"]);
    expect(found("attachment")).toEqual(["17/2017"]);
    expect(found("no-decision")).toEqual(["19/2017 A"]);
  });
});

describe("a case", () => {
  it("is put off, noted, decided as proposed or with changes as its words say", () => {
    const outcome = (text: string) => only(`Sak 1/2017 Sak\n${text}`).outcome;
    expect(outcome("Saken ble utsatt.")).toBe("postponed");
    expect(outcome("Vedtak:\nSaken tas til orientering.")).toBe("noted");
    expect(outcome("Forslag til vedtak:\nPlanen godkjennes.\n\nVedtak:\nPlanen godkjennes")).toBe("as_proposed");
    expect(outcome("Forslag til vedtak:\nPlanen godkjennes.\n\nVedtak:\nPlanen avvises.")).toBe("changed");
    expect(outcome("Vedtak:\nPlanen godkjennes med følgende endringer: ingen.")).toBe("changed");
    expect(outcome("Noe ble sagt om saken.")).toBeNull();
  });

  it("is not begun by a sentence that names another, nor a letter by a sentence in capitals", () => {
    const { items } = read(
      meeting("Sak 1/2017 En\nStyret vedtok i møtet,\nSak 40/2015, å begynne.\nI møtet ble det sagt mer."),
    ).content;
    expect(items).toHaveLength(1);
    expect(items[0]?.presentation).toContain("Sak 40/2015");
    expect(items[0]?.parts).toEqual([]);
  });

  it("that stands twice, or out of order, asks", () => {
    const codes = read(meeting("Sak 2/2017 To\n\nSak 1/2017 En\n\nSak 1/2017 En til")).doubts.map(({ code }) => code);
    expect(codes).toEqual(["number-order", "number-double"]);
  });
});

describe("somebody in the list", () => {
  const present = (words: string) => read(`Til stede: ${words}\n\nSak 1/2017 En`).content.present;
  const asked = (words: string) =>
    read(`Til stede: ${words}\n\nSak 1/2017 En`).doubts.filter(({ code }) => code === "attendee");

  it("meets for another by any of the words for it", () => {
    expect(present("Vara for Leder, Lier, Sjef pva. Rådmann, Modum")).toMatchObject([
      { name: "Leder", substitute: "Vara", represents: "Lier" },
      { name: "Rådmann", substitute: "Sjef", represents: "Modum" },
    ]);
  });

  it("asks when her place is not known, or not said", () => {
    expect(asked("Ordfører, Atlantis")).toMatchObject([{ words: "Ordfører, Atlantis" }]);
    expect(asked("Kari Nordmann")).toMatchObject([{ words: "Kari Nordmann" }]);
    expect(asked("Rådmann, Lier")).toEqual([]);
  });
});

describe("any text at all", () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "Sak 1/2017 En",
      "Sak 2/2016 To",
      "Vedtak:",
      "Forslag til vedtak:",
      "A Helse",
      "- Punkt",
      "Til stede:",
      "**x****A y**",
      "",
    ),
  );

  it("is read without failing, and no case is lost", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (lines) => {
        const { content } = read(meeting(`\n${lines.join("\n")}`));
        const numbers = content.items.map(({ number }) => number).filter(Boolean);
        expect(numbers.length).toBeLessThanOrEqual(lines.filter((line) => /^\s*\**\s*Sak/.test(line)).length);
      }),
    );
  });

  it("is read in time that grows with its length", () => {
    const long = meeting(`Sak 1/2017 En\n${"Rådmann, Lier, ".repeat(20_000)}${"\n- x\n".repeat(20_000)}`);
    const began = performance.now();
    read(long);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
