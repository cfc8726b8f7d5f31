/** The parts of a Word file that is being put together, as texts by their names. */
export type Parts = { text: (name: string) => string; put: (name: string, xml: string) => void };

/** Attributes and elements of Word's later namespaces, which the template may not have declared. */
export const plain = (xml: string) =>
  xml.replace(/<[^>]*>/g, (tag) => tag.replace(/ (?!w:|r:|xml:|xmlns:)[a-z]\w*:[\w-]+="[^"]*"/gi, ""));

export const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationFile = "word/_rels/document.xml.rels";
const noRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

export function relate({ text, put }: Parts, relation: string): void {
  const known = text(relationFile) || noRelations;
  const opened = known.replace(/<Relationships([^>]*)\/>/, "<Relationships$1></Relationships>");
  put(
    relationFile,
    opened.replace("</Relationships>", (end) => relation + end),
  );
}

/** Says what kind of part a new one is. */
export function declare({ text, put }: Parts, part: string, type: string): void {
  const types = "[Content_Types].xml";
  const override = `<Override PartName="${part}" ContentType="${type}"/>`;
  if (!text(types).includes(`PartName="${part}"`)) put(types, text(types).replace("</Types>", `${override}</Types>`));
}

const wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const numberFile = "word/numbering.xml";

/** Takes along the lists that are used, under numbers nobody has. */
export function takeNumbers(xml: string, from: string, parts: Parts): string {
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

export const styleFile = "word/styles.xml";

type Style = { id: string; name: string; type: string; xml: string };

const stylesOf = (xml: string): Style[] =>
  [...xml.matchAll(/<w:style\s[\s\S]*?<\/w:style>/g)].map(([whole]) => ({
    id: /w:styleId="([^"]*)"/.exec(whole)?.[1] ?? "",
    type: /w:type="([^"]*)"/.exec(whole)?.[1] ?? "paragraph",
    name: (/<w:name w:val="([^"]*)"/.exec(whole)?.[1] ?? "").toLowerCase(),
    xml: whole,
  }));

/** Has what is put in use the template's styles of the same names, and takes along those it lacks, in its own letters. */
export function takeStyles(xml: string, from: string, parts: Parts): string {
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
