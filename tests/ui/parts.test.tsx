import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { RadioGroup } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { DataTable } from "~/ui/table";
import { Chip } from "~/ui/tag";
import { TileMap } from "~/ui/tile-map";

const html = (part: ReactElement) => renderToStaticMarkup(createElement(MemoryRouter, null, part));

describe("a field", () => {
  it("ties label, hint and error to its input", () => {
    const out = html(<TextInput name="email" label="E-post" hint="Slik" error="Skriv heile adressa" />);
    expect(out).toContain('for="email"');
    expect(out).toContain('aria-describedby="email-hint email-error"');
    expect(out).toContain('aria-invalid="true"');
    expect(out).toMatch(/<p[^>]* id="email-error">/);
  });

  it("says nothing of errors when there are none", () => {
    expect(html(<TextInput name="email" label="E-post" />)).not.toMatch(/aria-(invalid|describedby)/);
  });

  it("keeps what was typed", () => {
    expect(html(<TextInput name="email" label="E-post" defaultValue="a@b" error="x" />)).toContain('value="a@b"');
  });

  it("gives the first choice of a group the id that the error summary links to", () => {
    const options = [
      { value: "nn", label: "Nynorsk" },
      { value: "nb", label: "Bokmål" },
    ];
    const out = html(
      <>
        <ErrorSummary title="Eitt felt" errors={[{ field: "standard", message: "Vel eitt" }]} />
        <RadioGroup name="standard" legend="Skriftspråk" options={options} error="Vel eitt" />
      </>,
    );
    expect(out).toContain('href="#standard"');
    expect(out).toMatch(/<input[^>]* id="standard"[^>]*>/);
  });
});

describe("a table", () => {
  const columns = [
    { id: "name", head: "Kommune", rowHeader: true as const, cell: (row: string) => row },
    { id: "answer", head: "Svar", onSmall: "label" as const, cell: () => "ja" },
  ];

  it("is a real table with caption, column heads and row heads", () => {
    const out = html(<DataTable caption="Svar" rows={["Voss"]} rowKey={(row) => row} columns={columns} />);
    expect(out).toContain("<caption");
    expect(out).toContain('<th scope="col">Kommune</th>');
    expect(out).toContain('<th scope="row">Voss</th>');
  });

  it("puts groups in bodies of their own, folded when told so", () => {
    const groups = [
      { id: "a", title: "Brev", rows: ["Voss"] },
      { id: "b", title: "Innlegg", rows: ["Stord"], open: false },
    ];
    const out = html(<DataTable caption="Plan" groups={groups} rowKey={(row) => row} columns={columns} />);
    expect(out.match(/scope="rowgroup"/g)).toHaveLength(2);
    expect(out.match(/<tbody id="[^"]*" hidden="">/g)).toHaveLength(1);
  });
});

describe("a chip", () => {
  it("shows the code and speaks the name", () => {
    const out = html(<Chip code="SFVL" name="Statsforvaltaren i Vestland" />);
    expect(out).toContain('<span aria-hidden="true">SFVL</span>');
    expect(out).toContain('<span class="ds-sr-only">Statsforvaltaren i Vestland</span>');
  });
});

describe("a tile map", () => {
  const words = { has: "Har", handover: "Overlevering", vacant: "Ledig" };
  const tile = (name: string, place: { column?: number; row?: number }) => ({
    code: name.slice(0, 3).toUpperCase(),
    name,
    state: "has" as const,
    to: `/${name}`,
    ...place,
  });
  const names = (out: string) => [...out.matchAll(/title="([^:]*):/g)].map((match) => match[1]);

  it("reads north to south and west to east, with the empty places between", () => {
    const tiles = [tile("Voss", { column: 1, row: 1 }), tile("Stad", { column: 1, row: 0 })];
    const out = html(<TileMap label="Kart" tiles={tiles} stateWords={words} legend={false} />);
    expect(names(out)).toEqual(["Stad", "Voss"]);
    expect(out.match(/<li/g)).toHaveLength(4);
  });

  it("is alphabetical in six columns when the region has no grid", () => {
    const tiles = [tile("Årdal", {}), tile("Bergen", {}), tile("Øygarden", {})];
    const out = html(<TileMap label="Kart" tiles={tiles} stateWords={words} legend={false} />);
    expect(names(out)).toEqual(["Bergen", "Øygarden", "Årdal"]);
    expect(out).toContain('data-columns="6"');
  });
});

describe("the parts together", () => {
  const folder = resolve(import.meta.dirname, "../../app/ui");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(tsx?|css)$/.test(file),
  );
  const read = (file: string) => readFileSync(resolve(folder, file), "utf8");

  it("write no style attribute, as the content security policy refuses it", () => {
    expect(sources.filter((file) => file.endsWith("tsx") && /\bstyle=\{/.test(read(file)))).toEqual([]);
  });

  it("style no class of their own that nothing uses", () => {
    // Building blocks that pages take when they need them.
    const blocks = ["sv-mini-event", "sv-actions", "sv-lead", "sv-link", "sv-num", "sv-nowrap"];
    const edit = ["sv-edit__fields", "sv-edit__foot", "sv-edit__actions"];
    const app = resolve(folder, "..");
    const markup = readdirSync(app, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("i18n"))
      .map((file) => readFileSync(resolve(app, file), "utf8"))
      .join("\n");
    const css = sources
      .filter((file) => file.endsWith("css"))
      .map(read)
      .join("\n");
    const classes = new Set([...css.matchAll(/\.(sv-[a-z_-]+)/g)].map((match) => match[1] ?? ""));
    const unused = [...classes].filter((name) => !new RegExp(`${name}(?![a-z_-])`).test(markup));
    expect(unused.filter((name) => ![...blocks, ...edit].includes(name))).toEqual([]);
  });
});
