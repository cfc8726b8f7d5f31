import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { figureDefinitions } from "~/domain/reports/figure-definitions";
import type { RoundContent } from "~/domain/reports/round-content";
import { roundDocx } from "~/features/documents/round-docx.server";
import { inRequest } from "~/platform/request-context.server";

const submitted = { number: 2, day: "2026-02-09", by: "Koordinator", reason: "Feil tal" };

/** Words that Word keeps as they are: letters of several alphabets, and what XML must escape. */
const words = fc
  .stringMatching(/^[a-zæøåÁЖ0-9&<>"'.,:-]{1,8}( [a-zæøå0-9&<>"']{1,8}){0,2}$/)
  .map((text) => `«${text}»`);
const ore = fc.integer({ min: 0, max: 900 }).map((kroner) => `${kroner}00`);

const line = fc.record({
  account: fc.integer({ min: 3000, max: 7999 }).map(String),
  name: words,
  group: fc.constantFrom("income" as const, "wages" as const, "other" as const),
  ...{ actual: ore, budget: ore, yearBudget: ore },
});

const contents: fc.Arbitrary<RoundContent> = fc
  .record({
    ...{ region: words, name: words, previous: words, summary: words, heading: words, column: words },
    rows: fc.array(
      fc.record({
        ...{
          area: words,
          focusArea: words,
          strategy: words,
          measure: words,
          activity: words,
          timing: words,
          owner: words,
        },
        ...{ answer: words, before: fc.option(words) },
      }),
      { minLength: 1, maxLength: 3 },
    ),
    figures: fc.array(fc.record({ label: words, value: fc.option(ore), source: words }), { maxLength: 3 }),
    projects: fc.array(
      fc.record({
        number: fc.integer({ min: 1000, max: 9999 }).map(String),
        name: words,
        lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ summary, heading, column, rows, figures, ...rest }) => ({
    ...rest,
    ...{ kind: "yearly", from: "2025-01-01", to: "2025-12-31" },
    form: {
      columns: [{ key: "a", label: column, help: "", required: false }],
      texts: [{ key: "t", heading, help: "" }],
      figures: [],
    },
    texts: { t: `**${summary.replaceAll(/[<>&"'*_`-]/g, "x")}**` },
    rows: rows.map(({ answer, before, ...row }) => ({
      ...row,
      answers: { a: answer },
      before: before === null ? null : { a: before },
    })),
    figures: figures.map((figure, at) => ({
      ...{ key: `f${at}`, definition: at === 0 ? "events_held" : "own" },
      ...{ ...figure, countedAt: at === 0 ? "2026-01-05T10:00:00.000Z" : null },
    })),
  }));

/** Every word of a report that a reader must find again in its file. */
function everyField({ region, name, previous, form, texts, rows, figures, projects }: RoundContent): string[] {
  return [
    ...[region, name, previous, form.columns[0]?.label ?? "", form.texts[0]?.heading ?? ""],
    (texts.t ?? "").replaceAll("**", ""),
    ...rows.flatMap(({ answers, before, ...row }) => [...Object.values(row), answers.a ?? "", before?.a ?? ""]),
    ...figures.flatMap(({ label, value, source }) => [
      label,
      value === null ? "Ikkje kjent" : value.slice(0, -2) || "0",
      source,
    ]),
    ...projects.flatMap((project) => [
      `${project.number} ${project.name}`,
      ...project.lines.flatMap((one) => [
        `${one.account} ${one.name}`,
        ...[one.actual, one.budget, one.yearBudget].map((amount) => amount.slice(0, -2)),
      ]),
    ]),
  ].filter(Boolean);
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

async function read(content: RoundContent) {
  const bytes = await inRequest("en", () => roundDocx(content, "nn", { submitted }));
  const files = unzipSync(bytes);
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const text = html.replace(/<[^>]+>/g, "\n").replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "");
  return { text, html, part: (name: string) => strFromU8(files[name] ?? new Uint8Array()) };
}

describe("a report as a Word file", () => {
  it("read back holds every field that went in", async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        const { text } = await read(content);
        for (const field of everyField(content)) expect(text).toContain(field);
      }),
      { numRuns: 5 },
    );
  });

  it("has a language, a title, headings, and heads of tables that are marked and repeated", async () => {
    const [content] = fc.sample(contents, { numRuns: 1, seed: 7 });
    if (!content) throw new Error("there is no report");
    const { html, text, part } = await read(content);
    const xml = part("word/document.xml");
    expect(part("word/styles.xml")).toContain('<w:lang w:val="nn-NO"');
    expect(part("docProps/core.xml")).toContain("<dc:title>");
    expect(html).toMatch(/<h1>/);
    expect([...xml.matchAll(/<w:tblHeader\/>/g)].length).toBe([...xml.matchAll(/<w:tbl>/g)].length);
    expect(text).toContain("9. februar 2026, Koordinator");
    expect(text).toContain("Feil tal");
  });
});

describe("the definitions of figures", () => {
  it("have a key each", () => {
    expect(new Set(figureDefinitions.map(({ key }) => key)).size).toBe(figureDefinitions.length);
  });
});
