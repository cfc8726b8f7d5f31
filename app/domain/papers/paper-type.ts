/** The largest paper taken. Bytes. */
export const largestPaper = 10 * 1024 * 1024;

const office = "application/vnd.openxmlformats-officedocument.";
const open = "application/vnd.oasis.opendocument.";

/** Every kind of paper: its short name, its media type and how its file's name ends. */
const kinds = [
  { kind: "pdf", type: "application/pdf", ending: "pdf" },
  { kind: "word", type: `${office}wordprocessingml.document`, ending: "docx" },
  { kind: "sheet", type: `${office}spreadsheetml.sheet`, ending: "xlsx" },
  { kind: "slides", type: `${office}presentationml.presentation`, ending: "pptx" },
  { kind: "word", type: `${open}text`, ending: "odt" },
  { kind: "sheet", type: `${open}spreadsheet`, ending: "ods" },
  { kind: "slides", type: `${open}presentation`, ending: "odp" },
  { kind: "picture", type: "image/png", ending: "png" },
  { kind: "picture", type: "image/jpeg", ending: "jpg" },
  { kind: "text", type: "text/plain", ending: "txt" },
  { kind: "table", type: "text/csv", ending: "csv" },
] as const;

export type PaperKind = (typeof kinds)[number]["kind"];
export type PaperEnding = (typeof kinds)[number]["ending"];

/** What a form lets one choose; the bytes decide. */
export const paperEndings: string = kinds.map(({ ending }) => `.${ending}`).join(",");

export type TypeVerdict =
  | { ok: true; type: string; ending: PaperEnding }
  | { ok: false; reason: "empty" | "too-large" | "program" | "page" | "macros" | "other" };

/** The kind of a media type that `paperType` has given. */
export function kindOf(type: string): PaperKind {
  return kinds.find((one) => one.type === type)?.kind ?? "text";
}

/** How the name of a file of this media type ends. */
export function endingOf(type: string): PaperEnding {
  return kinds.find((one) => one.type === type)?.ending ?? "txt";
}

const ofEnding = (ending: PaperEnding): TypeVerdict => {
  const { type } = kinds.find((one) => one.ending === ending) ?? kinds[9];
  return { ok: true, type, ending };
};

/**
 * What an uploaded file is. Its bytes say it; its name only tells which of two texts it is, a table or not, and that a
 * text is meant to be run. A ZIP file is told by the names in it, and nothing of it is unpacked.
 */
export function paperType(bytes: Uint8Array, name: string): TypeVerdict {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > largestPaper) return { ok: false, reason: "too-large" };
  const head = latin(bytes, 0, 16);
  if (/^(MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa|#!)/.test(head))
    return { ok: false, reason: "program" };
  if (head.startsWith("%PDF-")) return ofEnding("pdf");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return ofEnding("png");
  if (head.startsWith("\xff\xd8\xff")) return ofEnding("jpg");
  if (head.startsWith("PK\x03\x04")) return packedType(bytes);
  return textType(bytes, name);
}

function packedType(bytes: Uint8Array): TypeVerdict {
  const first = latin(bytes, 30, 30 + 8);
  // OpenDocument 1.2, part 3, section 3.3: the first file is "mimetype", stored as it is.
  if (first === "mimetype" && (bytes[8] ?? 1) === 0 && (bytes[9] ?? 1) === 0) {
    const declared = latin(bytes, 38 + (bytes[28] ?? 0), 38 + (bytes[28] ?? 0) + 80);
    const found = kinds
      .filter(({ type }) => type.startsWith(open))
      .find(({ type }) => declared.startsWith(`${type}PK`));
    return found ? ofEnding(found.ending) : { ok: false, reason: "other" };
  }
  const names = namesIn(bytes);
  if (names.some((one) => /vbaProject\.bin$/i.test(one))) return { ok: false, reason: "macros" };
  if (!names.includes("[Content_Types].xml")) return { ok: false, reason: "other" };
  const main = { "word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx" } as const;
  const found = Object.entries(main).find(([file]) => names.includes(file));
  return found ? ofEnding(found[1]) : { ok: false, reason: "other" };
}

const mostNames = 20_000;

/** The names of the files in a ZIP file, from its central directory (APPNOTE 4.3.12 and 4.3.16). None where it has none. */
function namesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = Math.max(0, bytes.length - 22 - 0xffff);
  let end = bytes.length - 22;
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < last) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && names.length < mostNames && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    names.push(latin(bytes, at + 46, at + 46 + length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

const runnable =
  /\.(html?|xhtml|svgz?|xml|js|mjs|cjs|jse|ts|vbs?|vbe|wsf|wsh|hta|bat|cmd|com|ps1|psm1|sh|py|php|pl|rb|reg|inf|url|lnk|scf)$/i;

function textType(bytes: Uint8Array, name: string): TypeVerdict {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // An old Norwegian text is in Windows-1252; what is no text has control characters in it.
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells bytes from text.
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return { ok: false, reason: "other" };
  if (/^\s*<[!?a-z]/i.test(text) || /<(script|svg|html|iframe|object)\b/i.test(text))
    return { ok: false, reason: "page" };
  if (runnable.test(name)) return { ok: false, reason: "page" };
  return ofEnding(/\.(csv|tsv)$/i.test(name) ? "csv" : "txt");
}

/** Bytes as the letters of the same numbers. */
function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 4096)));
}
