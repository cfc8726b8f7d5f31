import { endingOf } from "~/domain/papers/paper-type";

/** The longest name of a paper. Characters. */
export const longestName = 200;

/** What a paper is called after the file it comes as: no folders, nothing that cannot be seen, no ending. */
export function nameFromFile(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? "";
  const seen = last.replace(/\p{C}/gu, "").replace(/\s+/g, " ").trim();
  return [...seen.replace(/\.[a-z0-9]{1,5}$/i, "")].slice(0, longestName).join("").trim();
}

/** The name a paper is kept under by whoever fetches it; it ends as what it is, whatever it is called. */
export function fileNameFor(name: string, type: string): string {
  const safe = name
    .replace(/[\p{C}\\/:*?"<>|]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const ending = `.${endingOf(type)}`;
  return safe.toLowerCase().endsWith(ending) ? safe : `${safe || "dokument"}${ending}`;
}

/** The header that has a browser keep what it fetches under this name (RFC 6266, RFC 5987). */
export function contentDisposition(fileName: string): string {
  const plain = fileName
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_")
    .trim();
  const coded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
