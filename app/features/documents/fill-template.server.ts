import { Document, type INumberingOptions, Packer, type Paragraph, type Table } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type FieldValues, fieldNamed } from "~/domain/documents/template-fields";
import { encode, fillPart } from "~/domain/documents/word-xml";
import { lookOf, millimetres, numberings, styles } from "~/features/documents/docx-styles.server";
import { fieldParts, unpackWord } from "~/features/documents/read-template.server";

/** What is put where the content of a template stands, as the library for Word files has it. */
export type BodyParts = {
  children: (Paragraph | Table)[];
  /** The numberings of lists, besides those every document has (`Writing.numberings`). */
  numberings: INumberingOptions["config"][number][];
};

type About = { title: string; language: "nb" | "nn" | "en"; region: { name: string; accent: string } };

export const wordLanguages = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" } as const;

/**
 * A region's Word template with its fields filled in, and `body` where its content stands: `width` is the width of its
 * text, in twentieths of a point. Headings and lists take the template's own styles; a style it lacks comes along. The
 * title and the language are set, and a template of its own is let go. The template has been read (`readTemplate`).
 */
export async function fillTemplate(
  template: Uint8Array,
  fields: FieldValues,
  body: (width: number) => BodyParts,
  { title, language, region }: About,
): Promise<Uint8Array> {
  const files = unpackWord(template);
  if (!files) throw new Error("The template is no Word file");
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const put = (name: string, xml: string) => {
    files[name] = strToU8(xml);
  };
  const { children, numberings: own } = body(textWidth(text("word/document.xml")));
  const made = await madeOf({ children, numberings: own }, region.accent);
  let xml = made.body;
  xml = takeLinks(xml, made.links, { text, put });
  xml = takeNumbers(xml, made.numbering, { text, put });
  xml = takeStyles(xml, made.styles, { text, put });
  const wordsOf = (name: string) => {
    const key = fieldNamed(name);
    return key === null || key === "content" ? "" : (fields[key] ?? "");
  };
  const isContent = (name: string) => fieldNamed(name) === "content";
  for (const { name, place } of fieldParts(Object.keys(files)))
    put(name, fillPart(text(name), wordsOf, place === "body" ? { isContent, body: xml } : null));
  put("word/document.xml", withRelations(text("word/document.xml")));
  setLanguage(wordLanguages[language], { text, put });
  setFacts({ title, region: region.name, language: wordLanguages[language] }, { text, put });
  letGo({ text, put });
  return zipSync(files, { level: 6 });
}

type Parts = { text: (name: string) => string; put: (name: string, xml: string) => void };

/** The width of the text of the last section, or of A4 with margins of 25 mm. */
function textWidth(xml: string): number {
  const section = [...xml.matchAll(/<w:sectPr\b[\s\S]*?<\/w:sectPr>/g)].at(-1)?.[0] ?? "";
  const number = (tag: string, name: string) =>
    Number(new RegExp(`<w:${tag}\\b[^>]*\\bw:${name}="(-?\\d+)"`).exec(section)?.[1] ?? Number.NaN);
  const width = number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right");
  return width > millimetres(40) ? width : millimetres(160);
}

/** What is to be put in, as the library writes it. */
async function madeOf({ children, numberings: own }: BodyParts, accent: string) {
  const look = lookOf(accent);
  const document = new Document({
    styles: styles(look, { value: "nb-NO", eastAsia: "nb-NO", bidirectional: "ar-SA" }),
    numbering: { config: [...numberings(look), ...own] },
    sections: [{ children }],
  });
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const body = /<w:body>([\s\S]*)<w:sectPr\b[\s\S]*?<\/w:body>/.exec(text("word/document.xml"))?.[1] ?? "";
  return {
    body,
    links: text("word/_rels/document.xml.rels"),
    numbering: text("word/numbering.xml"),
    styles: text("word/styles.xml"),
  };
}

/** Attributes and elements of Word's later namespaces, which the template may not have declared. */
const plain = (xml: string) =>
  xml.replace(/<[^>]*>/g, (tag) => tag.replace(/ (?!w:|r:|xml:|xmlns:)[a-z]\w*:[\w-]+="[^"]*"/gi, ""));

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationFile = "word/_rels/document.xml.rels";
const noRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function relate({ text, put }: Parts, relation: string): void {
  const known = text(relationFile) || noRelations;
  const opened = known.replace(/<Relationships([^>]*)\/>/, "<Relationships$1></Relationships>");
  put(
    relationFile,
    opened.replace("</Relationships>", (end) => relation + end),
  );
}

function takeLinks(xml: string, from: string, parts: Parts): string {
  const named = new Map<string, string>();
  for (const [tag] of from.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g)) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (!xml.includes(`r:id="${id}"`)) continue;
    const fresh = `samvirkLink${named.size + 1}`;
    named.set(id, fresh);
    relate(parts, tag.replace(`Id="${id}"`, `Id="${fresh}"`));
  }
  return plain(xml).replace(/\br:id="([^"]*)"/g, (whole, id) => (named.has(id) ? `r:id="${named.get(id)}"` : whole));
}

const numberFile = "word/numbering.xml";
const wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Takes along the lists that are used, under numbers nobody has. */
function takeNumbers(xml: string, from: string, parts: Parts): string {
  const used = new Set([...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id = ""]) => id));
  if (used.size === 0) return xml;
  if (parts.text(numberFile) === "") {
    parts.put(
      numberFile,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="${wordSpace}"></w:numbering>`,
    );
    declare(parts, `/${numberFile}`, "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml");
    relate(parts, `<Relationship Id="samvirkNumbers" Type="${relations}/numbering" Target="numbering.xml"/>`);
  }
  const known = parts.text(numberFile).replace(/<w:numbering([^>]*)\/>/, "<w:numbering$1></w:numbering>");
  const above = (pattern: RegExp) => Math.max(0, ...[...known.matchAll(pattern)].map(([, id = ""]) => Number(id))) + 1;
  const nextList = above(/<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"/g);
  const nextNumber = above(/<w:num\b[^>]*w:numId="(\d+)"/g);
  const source = plain(from);
  const lists = new Map<string, string>();
  const numbers = [...source.matchAll(/<w:num\b[^>]*w:numId="(\d+)"[\s\S]*?<\/w:num>/g)]
    .filter(([, id = ""]) => used.has(id))
    .map(([whole, id = ""], at) => {
      const list = /<w:abstractNumId w:val="(\d+)"\/>/.exec(whole)?.[1] ?? "";
      if (!lists.has(list)) lists.set(list, String(nextList + lists.size));
      return { id, fresh: String(nextNumber + at), whole, list: lists.get(list) ?? "" };
    });
  const newLists = [...lists].map(([id, fresh]) => {
    const whole = new RegExp(`<w:abstractNum\\b[^>]*w:abstractNumId="${id}"[\\s\\S]*?</w:abstractNum>`).exec(
      source,
    )?.[0];
    return (whole ?? "").replace(`w:abstractNumId="${id}"`, `w:abstractNumId="${fresh}"`);
  });
  const newNumbers = numbers.map(({ id, fresh, whole, list }) =>
    whole
      .replace(`w:numId="${id}"`, `w:numId="${fresh}"`)
      .replace(/<w:abstractNumId w:val="\d+"\/>/, `<w:abstractNumId w:val="${list}"/>`),
  );
  // Lists stand before the numbers that use them (17.9.17).
  const withLists = known.replace(/<w:num\b|<w:numIdMacAtCleanup|<\/w:numbering>/, (tag) => newLists.join("") + tag);
  parts.put(
    numberFile,
    withLists.replace(/<w:numIdMacAtCleanup|<\/w:numbering>/, (tag) => newNumbers.join("") + tag),
  );
  const fresh = new Map(numbers.map((one) => [one.id, one.fresh]));
  return xml.replace(/<w:numId w:val="(\d+)"\/>/g, (_, id) => `<w:numId w:val="${fresh.get(id) ?? "0"}"/>`);
}

type Style = { id: string; name: string; type: string; xml: string };

const stylesOf = (xml: string): Style[] =>
  [...xml.matchAll(/<w:style\s[\s\S]*?<\/w:style>/g)].map(([whole]) => ({
    id: /w:styleId="([^"]*)"/.exec(whole)?.[1] ?? "",
    type: /w:type="([^"]*)"/.exec(whole)?.[1] ?? "paragraph",
    name: (/<w:name w:val="([^"]*)"/.exec(whole)?.[1] ?? "").toLowerCase(),
    xml: whole,
  }));

const styleFile = "word/styles.xml";

/** Has what is put in use the template's styles of the same names, and takes along those it lacks, in its own letters. */
function takeStyles(xml: string, from: string, parts: Parts): string {
  if (parts.text(styleFile) === "") {
    parts.put(
      styleFile,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${wordSpace}"></w:styles>`,
    );
    declare(parts, `/${styleFile}`, "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml");
    relate(parts, `<Relationship Id="samvirkStyles" Type="${relations}/styles" Target="styles.xml"/>`);
  }
  const there = stylesOf(parts.text(styleFile));
  const ours = stylesOf(plain(from));
  const ids = new Map<string, string>();
  const added: string[] = [];
  const known = (id: string): string => {
    const settled = ids.get(id);
    if (settled !== undefined) return settled;
    const own = ours.find((style) => style.id === id);
    if (!own) return "";
    const same = there.find(({ name, type }) => name === own.name && type === own.type);
    const taken = there.some((style) => style.id === id);
    const fresh = same?.id ?? (taken ? `Samvirk${id}` : id);
    ids.set(id, fresh);
    if (!same)
      added.push(
        own.xml
          .replace(`w:styleId="${id}"`, `w:styleId="${fresh}"`)
          .replace(/ w:default="(1|true)"/, "")
          .replace(/<w:rFonts\b[^>]*w:ascii="Arial"[^>]*\/>/g, "")
          .replace(/<w:lang\b[^>]*\/>/g, "")
          .replace(/<w:(basedOn|next|link) w:val="([^"]*)"\/>/g, (_, tag, other) => {
            const place = known(other);
            return place === "" ? "" : `<w:${tag} w:val="${place}"/>`;
          }),
      );
    return fresh;
  };
  const mapped = xml.replace(/<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>/g, (_, tag, id) => {
    const place = known(id);
    return place === "" ? "" : `<w:${tag} w:val="${place}"/>`;
  });
  const opened = parts.text(styleFile).replace(/<w:styles([^>]*)\/>/, "<w:styles$1></w:styles>");
  parts.put(
    styleFile,
    opened.replace("</w:styles>", (end) => added.join("") + end),
  );
  return mapped;
}

/** The root of the document names the space that links are in. */
function withRelations(xml: string): string {
  return xml.replace(/<w:document\b[^>]*>/, (root) =>
    /\sxmlns:r=/.test(root) ? root : root.replace(/>$/, ` xmlns:r="${relations}">`),
  );
}

/** The language a reader aloud takes for what says no other. */
function setLanguage(language: string, { text, put }: Parts): void {
  const xml = text(styleFile);
  const lang = `<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/>`;
  const defaults = /<w:docDefaults>[\s\S]*?<\/w:docDefaults>/.exec(xml)?.[0];
  if (defaults?.includes("<w:lang"))
    put(
      styleFile,
      xml.replace(defaults, () => defaults.replace(/<w:lang\b[^>]*\/>/, lang)),
    );
  else if (defaults?.includes("</w:rPr>"))
    put(
      styleFile,
      xml.replace(defaults, () => defaults.replace("</w:rPr>", `${lang}</w:rPr>`)),
    );
  else {
    const made = `<w:docDefaults><w:rPrDefault><w:rPr>${lang}</w:rPr></w:rPrDefault></w:docDefaults>`;
    const without = defaults ? xml.replace(defaults, "") : xml;
    put(
      styleFile,
      without.replace(/<w:styles\b[^>]*>/, (root) => root + made),
    );
  }
}

const coreFile = "docProps/core.xml";

/** Title, language and who it is from, whoever made the template. */
function setFacts(
  { title, region, language }: { title: string; region: string; language: string },
  parts: Parts,
): void {
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ].join(" ");
  const facts = [
    `<dc:title>${encode(title)}</dc:title>`,
    `<dc:creator>${encode(region)}</dc:creator>`,
    `<cp:lastModifiedBy>${encode(region)}</cp:lastModifiedBy>`,
    `<dc:language>${language}</dc:language>`,
  ].join("");
  const isNew = parts.text(coreFile) === "";
  parts.put(
    coreFile,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${spaces}>${facts}</cp:coreProperties>`,
  );
  if (!isNew) return;
  declare(parts, `/${coreFile}`, "application/vnd.openxmlformats-package.core-properties+xml");
  const type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
  parts.put(
    "_rels/.rels",
    parts
      .text("_rels/.rels")
      .replace(
        "</Relationships>",
        `<Relationship Id="samvirkFacts" Type="${type}" Target="${coreFile}"/></Relationships>`,
      ),
  );
}

function declare({ text, put }: Parts, part: string, type: string): void {
  const types = "[Content_Types].xml";
  const override = `<Override PartName="${part}" ContentType="${type}"/>`;
  if (!text(types).includes(`PartName="${part}"`)) put(types, text(types).replace("</Types>", `${override}</Types>`));
}

/** A template becomes a document, and one that was made from a template of its own no longer looks for it. */
function letGo({ text, put }: Parts): void {
  const types = "[Content_Types].xml";
  put(types, text(types).replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml"));
  const links = "word/_rels/settings.xml.rels";
  if (text(links) === "") return;
  put(links, text(links).replace(/<Relationship\b[^>]*\/attachedTemplate"[^>]*\/>/g, ""));
  put("word/settings.xml", text("word/settings.xml").replace(/<w:attachedTemplate\b[^>]*\/>/g, ""));
}
