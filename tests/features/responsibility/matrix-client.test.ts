import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { MatrixRow, MatrixView } from "~/features/responsibility/matrix.view.server";
import {
  addTo,
  afterChange,
  emptying,
  hasAccountable,
  sumsOf,
  takingBack,
  total,
  type Wanted,
} from "~/features/responsibility/matrix-cells";
import { copyOf } from "~/features/responsibility/matrix-copy";
import { breakable, groupsOf, splitsOf, tiersOf } from "~/features/responsibility/matrix-groups";
import { rowsHtml } from "~/features/responsibility/matrix-html";
import { readMatrixQuery } from "~/features/responsibility/matrix-query";
import { codeWords, partLetter, partOfKey } from "~/features/responsibility/matrix-words";
import * as runtime from "~/i18n/messages/runtime";
import { overwriteGetLocale } from "~/i18n/messages/runtime";

const before = runtime.getLocale;
overwriteGetLocale(() => "nn");
afterAll(() => overwriteGetLocale(before));

const columns = 6;
const cellsOf = fc.string({ unit: fc.constantFrom(..."apckiAPCKI.-"), minLength: columns, maxLength: columns });
const column = fc.integer({ min: 0, max: columns - 1 });
const wanted = fc.constantFrom<Wanted>("a", "p", "c", "k", "i", "none", "clear");

const row = (cells: string, more: Partial<MatrixRow> = {}): MatrixRow => ({
  id: "018f0000-0000-7000-8000-000000000001",
  kind: "plan-row",
  name: "Webinar",
  detail: "transport",
  icon: "video",
  owner: null,
  periodKey: "2021",
  unknown: [],
  cells,
  ...more,
});

const actor = (short: string, tier: "core" | "extended" | "outside" = "core") => ({
  id: short,
  name: `${short} Vestland`,
  short,
  tier,
});

describe("the cells of a row", () => {
  it("keep their number and all but two codes whatever one of them is changed to", () => {
    fc.assert(
      fc.property(cellsOf, column, wanted, (cells, at, to) => {
        const after = afterChange(cells, at, to);
        expect(after).toHaveLength(cells.length);
        if (to === "a") expect(after.replace(/[^a]/gi, "")).toBe("A");
        else expect([...after].filter((code, place) => place !== at && code !== cells.charAt(place))).toEqual([]);
      }),
    );
  });

  it("make who was accountable perform when another becomes it", () => {
    expect(afterChange("A.c", 1, "a")).toBe("PAc");
    expect(afterChange("a.c", 0, "a")).toBe("A.c");
  });

  it("are emptied to nothing, to a part taken away, and then to what was implied", () => {
    expect(emptying("B")).toBe("none");
    expect(afterChange("c", 0, "none")).toBe("-");
    expect(afterChange("C", 0, "none")).toBe(".");
    expect(emptying("-")).toBe("clear");
  });

  it("are brought back by the changes that take a change back", () => {
    fc.assert(
      fc.property(cellsOf, column, wanted, (drawn, at, to) => {
        // One accountable a row, and nothing implied: what clearing brings back only the server knows.
        const said = drawn.toUpperCase().replaceAll("-", ".");
        const first = said.indexOf("A");
        const before = [...said].map((code, place) => (code === "A" && place !== first ? "P" : code)).join("");
        const after = afterChange(before, at, to);
        const back = takingBack(before, after).reduce((now, one) => afterChange(now, one.column, one.wanted), after);
        expect(back).toBe(before);
      }),
    );
  });

  it("count the same added one by one and taken away again", () => {
    fc.assert(
      fc.property(fc.array(cellsOf, { maxLength: 8 }), cellsOf, (rows, late) => {
        const sums = sumsOf(
          [...rows, late].map((cells) => ({ cells })),
          columns,
        );
        expect(total(sums.a) + total(sums.pc)).toBeLessThanOrEqual(total(sums.all));
        addTo(sums, late, -1);
        expect(sums).toEqual(
          sumsOf(
            rows.map((cells) => ({ cells })),
            columns,
          ),
        );
      }),
    );
  });
});

describe("the letters", () => {
  it("are those of the reader's language, and set what they show", () => {
    expect(["a", "p", "c", "k", "i"].map((part) => partLetter(part as "a"))).toEqual([..."AUBKI"]);
    expect([partOfKey("u"), partOfKey("B"), partOfKey("s"), partOfKey("Enter")]).toEqual(["p", "c", null, null]);
    overwriteGetLocale(() => "en");
    expect(["a", "p", "c", "k", "i"].map((part) => partLetter(part as "a"))).toEqual([..."APSCI"]);
    expect([partOfKey("c"), partOfKey("u")]).toEqual(["k", null]);
    overwriteGetLocale(() => "nn");
  });

  it("say what the plan implies apart from what somebody has said", () => {
    expect([codeWords("C"), codeWords("c"), codeWords(".")]).toEqual(["Bidreg", "Bidreg, etter planen", "Inga rolle"]);
  });
});

describe("the rows as HTML", () => {
  const frame = { slug: "vestland", splits: new Set([1]) };

  it("escape every word that people have written", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.string(), { maxLength: 3 }), (name, detail, unknown) => {
        const evil = `<img src=x onerror=alert(1)>"'&`;
        const html = rowsHtml(
          [row("..", { name: name + evil, detail: detail + evil, unknown: [...unknown, evil] })],
          frame,
        );
        expect(html).not.toContain("<img");
        expect(html.match(/<(\w+)/g)?.filter((tag) => !/^<(tr|th|td|div|p|a|span|svg|use|small|b)$/.test(tag))).toEqual(
          [],
        );
        expect(html.replace(/<[^>]*>/g, "")).not.toMatch(/[<>"]/);
      }),
    );
  });

  it("have a cell per actor, filled ones with letter and spoken word", () => {
    const html = rowsHtml([row("Ac")], frame);
    expect(html.match(/<td role="gridcell"/g)).toHaveLength(3);
    expect(html).toContain('data-part="A" aria-label="Ansvarleg"><b>A</b>');
    expect(html).toContain('class="is-split" data-part="c" aria-label="Bidreg, etter planen"><b>B</b>');
    expect(html).toContain('class="sv-mx__n">2<');
    expect(html).not.toContain("is-open");
  });

  it("mark a row that nobody is accountable for, and why", () => {
    const html = rowsHtml([row("cc", { unknown: ["eiga arbeidsgruppe"] })], frame);
    expect(hasAccountable("cc")).toBe(false);
    expect(html).toContain('class="is-open"');
    expect(html).toContain("Ingen ansvarleg: «eiga arbeidsgruppe» er ingen aktør");
    expect(html).toContain('href="/r/vestland/actors/names"');
  });
});

describe("the table", () => {
  const view = {
    actors: [actor("SFVL"), actor("KS"), actor("Husbanken", "extended")],
    tasks: [row("A.c", { kind: "task", name: "Koordinere", detail: "", icon: null, periodKey: null })],
    planRows: [row("c.A", { name: 'Brev\t"x"' }), row("..-", { periodKey: "2022-2023" })],
    total: { tasks: 1, planRows: 24 },
  } as unknown as MatrixView;

  it("groups tasks and plan rows, with how many of how many", () => {
    expect(groupsOf(view).map(({ title, count }) => `${title} ${count}`)).toEqual([
      "Oppgåver 1",
      "Tiltak i planen 2021 1 av 24",
      "Tiltak i planen 2022–2023 1 av 24",
    ]);
  });

  it("breaks long names where Norwegian divides words", () => {
    expect(
      ["Husbanken", "Helseføretaka", "SFVL", "USHT Fonna"].map(breakable).map((name) => name.replaceAll("\u00ad", "-")),
    ).toEqual(["Hus-ban-ken", "Hel-se-fø-re-taka", "SFVL", "USHT Fonna"]);
  });

  it("has a head over neighbouring actors of a tier", () => {
    expect(tiersOf(view.actors).map(({ title, start, count }) => [title, start, count])).toEqual([
      ["Støtteapparatet", 0, 2],
      ["Utvida støtteapparat", 2, 1],
    ]);
    expect([...splitsOf(view.actors)]).toEqual([2]);
  });

  it("is copied with its letters as they stand now, as a table and as lines with tabs", () => {
    const { html, text } = copyOf(view, (id) => (id === view.tasks[0]?.id ? "AUc" : "").replace("U", "P"));
    expect(html.match(/<tr>/g)).toHaveLength(7);
    expect(html).toContain("&quot;x&quot;");
    const lines = text.split("\n");
    expect(lines[0]).toBe("Oppgåve eller tiltak\tSFVL\tKS\tHusbanken\tMed");
    expect(lines[2]).toBe("Koordinere\tA\tU\tB\t3");
  });
});

describe("the address", () => {
  const read = (query: string) => readMatrixQuery(new URLSearchParams(query), "2026-11-22");

  it("says what to show, and as of when", () => {
    expect(read("show=plan&day=2021-05-11&channel=webinar&without=1&q=+brev+")).toMatchObject({
      show: "plan",
      asOf: "2021-05-11",
      channels: ["webinar"],
      withoutAccountable: true,
      search: "brev",
    });
  });

  it("is read as if what cannot be read were not there", () => {
    expect(read("show=x&day=2021-02-30&area=x&without=2")).toEqual(read(""));
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
  });
});
