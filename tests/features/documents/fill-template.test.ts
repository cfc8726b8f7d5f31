import { readFileSync } from "node:fs";
import { Document, Footer, Header, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { fieldsOf, templateKinds, writtenField } from "~/domain/documents/template-fields";
import { fieldsIn, fillPart } from "~/domain/documents/word-xml";
import { readMinutes } from "~/domain/minutes/read-minutes";
import { writeDefaultTemplate } from "~/features/documents/default-template.server";
import { fillTemplate } from "~/features/documents/fill-template.server";
import { writeMinutesDocx } from "~/features/documents/minutes-docx.server";
import { readDocx } from "~/features/documents/read-docx.server";
import { readTemplate } from "~/features/documents/read-template.server";

const region = { name: "Vestregionen", accent: "skifer", programme: "Samarbeid" };
const known = {
  places: ["Asker", "Bærum", "Drammen", "Hole", "Hurum", "Lier", "Modum", "Ringerike", "Røyken", "Svelvik"],
  bodies: ["Rådmannsgruppen", "Styringsgruppen", "Generalforsamlingen", "Samarbeidsstyret"],
};

/** A Word file of these paragraphs, each of these runs, with more in its foot. */
async function word(paragraphs: (string[] | Table)[], foot: string[] = []): Promise<Uint8Array> {
  const line = (runs: string[]) => new Paragraph({ children: runs.map((text) => new TextRun(text)) });
  const document = new Document({
    sections: [
      {
        footers: { default: new Footer({ children: [line(foot)] }) },
        children: paragraphs.map((one) => (Array.isArray(one) ? line(one) : one)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const cellOf = (text: string) =>
  new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })] });

const changed = (bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void) => {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
};
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const problems = (bytes: Uint8Array, kind: "minutes" | "agenda" = "minutes") => {
  const read = readTemplate(bytes, kind);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};

describe("fields in the parts of a Word file", () => {
  it("are found and filled however their letters are parted over runs", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "é", "&", "<", '"', " ", "{", "$&"), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, letters, fc.array(fc.nat(40), { maxLength: 8 }), (before, value, after, cuts) => {
        const text = `${before.replaceAll("{", "")}{{ Stad }}${after.replaceAll("{", "")}`;
        const places = [...new Set(cuts.map((cut) => cut % text.length))].sort((a, b) => a - b);
        const runs = [0, ...places].map((from, at) => text.slice(from, [...places, text.length][at]));
        const encoded = (words: string) =>
          words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
        const xml = `<w:body><w:p>${runs.map((run) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${encoded(run)}</w:t></w:r>`).join("<w:proofErr/>")}</w:p></w:body>`;
        expect(fieldsIn(xml).fields.map(({ name }) => name)).toEqual(["Stad"]);
        const filled = fillPart(xml, () => `${value}x`, null);
        const said = [...filled.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, words]) => words).join("");
        expect(said).toBe(encoded(text.replace("{{ Stad }}", () => `${value}x`)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a template", () => {
  it("to start from has every field of its kind, and is one", async () => {
    for (const kind of templateKinds)
      for (const language of ["nb", "nn"] as const) {
        const read = readTemplate(await writeDefaultTemplate(kind, { language, region }), kind);
        expect(read.ok && [...read.fields].sort()).toEqual([...fieldsOf(kind)].sort());
      }
  });

  it("with a field nobody knows is refused with its name and place", async () => {
    const bytes = await word(
      [
        ["{{inn", "hold}}"],
        ["Til ", "{{stel", "le}}"],
      ],
      ["{{periode}}"],
    );
    expect(readTemplate(bytes, "minutes")).toEqual({
      ok: false,
      problems: [
        { code: "unknown", name: "stelle", place: "body", near: "Til {{stelle}}" },
        { code: "other-kind", name: "periode", place: "footer", near: "{{periode}}" },
      ],
    });
    expect(problems(await word([["{{innhold}}"], ["Sted: {{sted}"]]))).toEqual(["broken"]);
  });

  it("without a place for the content, or with one where it cannot be, is refused", async () => {
    expect(problems(await word([["{{sted}}"]]))).toEqual(["no-content"]);
    expect(problems(await word([["Her: {{innhold}}"]]))).toEqual(["content-place"]);
    expect(problems(await word([["{{innhold}}"], ["{{content}}"]]))).toEqual(["content-place"]);
    expect(problems(await word([cellOf("{{innhald}}")]))).toEqual(["content-place"]);
    expect(problems(await word([["{{innhald}}"]], ["{{innhald}}"]))).toEqual(["content-place"]);
  });

  it("that is none, that bursts, runs programs or fetches from outside is refused", async () => {
    const good = await word([["{{innhold}}"]]);
    expect(problems(good)).toEqual([]);
    expect(problems(strToU8("%PDF-1.7"))).toEqual(["not-word"]);
    expect(problems(zipSync({ "word/document.xml": new Uint8Array(30_000_000) }))).toEqual(["unpacked"]);
    expect(problems(changed(good, (files) => Object.assign(files, { "word/vbaProject.bin": strToU8("x") })))).toEqual([
      "macros",
    ]);
    expect(problems(changed(good, (files) => Object.assign(files, { "word/embeddings/a.bin": strToU8("x") })))).toEqual(
      ["objects"],
    );
    const links = "word/_rels/document.xml.rels";
    const outside = changed(good, (files) => {
      const image = '<Relationship Id="x" Type="t/image" Target="https://x.example/a.png" TargetMode="External"/>';
      files[links] = strToU8(part(good, links).replace("</Relationships>", `${image}</Relationships>`));
    });
    expect(problems(outside)).toEqual(["outside"]);
    const typed = changed(good, (files) => {
      files["word/document.xml"] = strToU8(`<!DOCTYPE x [<!ENTITY a "b">]>${part(good, "word/document.xml")}`);
    });
    expect(problems(typed)).toEqual(["not-word"]);
  });
});

describe("a document in a region's template", () => {
  const seed = readFileSync("prisma/seed/vestregionen-minutes-2017-06-01.txt", "utf8");
  const { content } = readMinutes(seed, known);
  const about = { standard: "nb" as const, region, state: "Godkjent" };

  it("holds every field that went in, read back, whichever fields the template has", async () => {
    const start = await writeDefaultTemplate("minutes", { language: "nb", region });
    const bare = await word([["{{Innhold}}"]]);
    const some = await word([["{{tittel}}"], ["Forfall: {{forfall}}"], ["{{innhold}}"], ["Slutt"]], ["{{status}}"]);
    for (const bytes of [start, bare, some]) {
      const read = readTemplate(bytes, "minutes");
      if (!read.ok) throw new Error("refused");
      const made = await writeMinutesDocx(content, { ...about, template: { bytes, fields: read.fields } });
      const text = await readDocx(made);
      if (!text.ok) throw new Error(text.reason);
      expect(text.text).not.toContain("{{");
      const back = readMinutes(text.text.replace(/\n+Slutt$/, ""), known).content;
      expect(plain(back)).toEqual(plain(content));
    }
  });

  it("takes the template's own headings, its lists under numbers of their own, and says title and language", async () => {
    const start = await writeDefaultTemplate("minutes", { language: "nn", region });
    const norwegian = changed(start, (files) => {
      const styles = part(start, "word/styles.xml").replaceAll('"Heading1"', '"Overskrift1"');
      files["word/styles.xml"] = strToU8(styles.replace('w:val="Heading 1"', 'w:val="heading 1"'));
    });
    const made = await fillTemplate(
      norwegian,
      { title: 'Møte <1> & "to"', region: "Vest$&regionen" },
      () => ({
        children: [
          new Paragraph({ heading: "Heading1", children: [new TextRun("Sak 1")] }),
          new Paragraph({ text: "punkt", numbering: { reference: "points", level: 0 } }),
        ],
        numberings: [],
      }),
      { title: "Møte <1>", language: "nn", region },
    );
    const xml = part(made, "word/document.xml");
    expect(xml).toContain('<w:pStyle w:val="Overskrift1"/>');
    expect(xml).toContain("Møte &lt;1&gt; &amp; &quot;to&quot;");
    expect(part(made, "word/header1.xml")).toContain("Vest$&amp;regionen");
    const [, number = ""] = /<w:numId w:val="(\d+)"\/>/.exec(xml) ?? [];
    const numbering = part(made, "word/numbering.xml");
    const lists = [...numbering.matchAll(/<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(lists).size).toBe(lists.length);
    expect(numbering).toContain(`<w:num w:numId="${number}"`);
    expect(part(made, "docProps/core.xml")).toContain("<dc:title>Møte &lt;1&gt;</dc:title>");
    expect(part(made, "word/styles.xml")).toContain('<w:lang w:val="nn-NO"');
  });
});

/** A list of a text is written as one, whatever sign it had. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value)
      .replace(/\\n(?:- |\d+[.)] )/g, "\\n- ")
      .replace(/"(?:- |\d+[.)] )/g, '"- '),
  );
}

describe("a template with pictures", () => {
  it("keeps them in its head and in its text, and the report's own lies on its side", async () => {
    const picture = () =>
      new ImageRun({
        ...{ type: "png", data: Buffer.from(pixel, "base64") },
        ...{
          transformation: { width: 20, height: 20 },
          altText: { name: "Våpen", title: "Våpen", description: "Våpen" },
        },
      });
    const document = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph({ children: [picture()] })] }) },
          children: [
            new Paragraph({ children: [picture(), new TextRun("{{tittel}}")] }),
            new Paragraph(writtenField("content", "nn")),
            new Paragraph({ children: [picture()] }),
          ],
        },
      ],
    });
    const template = new Uint8Array(await Packer.toBuffer(document));
    expect(readTemplate(template, "minutes")).toMatchObject({ ok: true });
    const filled = await fillTemplate(
      template,
      { title: "Referat" },
      () => ({ children: [new Paragraph("Sak 1")], numberings: [] }),
      { title: "Referat", language: "nn", region },
    );
    const count = (name: string) => part(filled, name).match(/<w:drawing>/g)?.length;
    expect([count("word/document.xml"), count("word/header1.xml")]).toEqual([2, 1]);
    for (const name of ["document", "header1"]) {
      const links = part(filled, `word/_rels/${name}.xml.rels`);
      for (const [, id = ""] of part(filled, `word/${name}.xml`).matchAll(/r:embed="([^"]*)"/g)) {
        const link = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(links)?.[0];
        expect(Object.keys(unzipSync(filled))).toContain(`word/${link?.match(/Target="([^"]*)"/)?.[1]}`);
      }
    }
    const own = part(await writeDefaultTemplate("status_report", { language: "nn", region }), "word/document.xml");
    const [, width = "", height = ""] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(own) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
  });
});

/** A picture of one point. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
