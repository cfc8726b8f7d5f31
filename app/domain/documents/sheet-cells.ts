/** What a spreadsheet would take for a formula, with the apostrophes that keep it from doing so. */
const formula = /^'*[=+\-@\t\r]/;

/** A cell as it is written: one that begins like a formula gets an apostrophe, so that nothing is calculated. */
export function guardCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** A cell as it was before `guardCell`. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

/** One line of text: no control or invisible characters, single spaces, trimmed. */
export function tidyCell(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** A municipality number of four digits; a spreadsheet takes the zero off Oslo's. Null for anything else. */
export function readNumber(text: string): string | null {
  const digits = /^(?:K-)?(\d{3,4})(?:\.0+)?$/.exec(text)?.[1];
  return digits ? digits.padStart(4, "0") : null;
}

/** A count of inhabitants, "12 345", "12.345" and "12345" alike; null when it is none. */
export function readPopulation(text: string): number | null {
  if (!/^\d{1,3}(?:[ .,\u00a0\u202f']\d{3})+$|^\d+$/.test(text)) return null;
  const count = Number(text.replace(/\D/g, ""));
  return count <= 10_000_000 ? count : null;
}

/** A year that a count of inhabitants can be of, alone or at the end of a date; null when it is none. */
export function readYear(text: string): number | null {
  const year = /(?:^|\D)((?:19|20)\d\d)$/.exec(text)?.[1] ?? /^((?:19|20)\d\d)-\d\d-\d\d$/.exec(text)?.[1];
  return year ? Number(year) : null;
}

const standards: Record<string, "bokmal" | "nynorsk" | "neutral"> = {
  bokmål: "bokmal",
  bokmal: "bokmal",
  nb: "bokmal",
  nynorsk: "nynorsk",
  nn: "nynorsk",
  nøytral: "neutral",
  noytral: "neutral",
  nøytralt: "neutral",
  neutral: "neutral",
};

/** A decision on the written standard in bokmål, nynorsk or English; null when it is none of them. */
export function readStandard(text: string): "bokmal" | "nynorsk" | "neutral" | null {
  const key = text.toLowerCase();
  return Object.hasOwn(standards, key) ? (standards[key] ?? null) : null;
}

export type NamedArea = { name: string; kind: "area" | "circle" };

/** Names separated by semicolons or line breaks; "krins: X" is a circle wherever it stands. */
export function readAreas(text: string, kind: NamedArea["kind"]): NamedArea[] {
  const named = text.split(/[;\n]/).flatMap((part): NamedArea[] => {
    const [, prefix, rest] = /^(?:(krins|krets|circle|område|area)\s*:)?\s*(.*)$/is.exec(part.trim()) ?? [];
    const name = tidyCell(rest ?? "");
    if (name === "") return [];
    if (!prefix) return [{ name, kind }];
    return [{ name, kind: /^(krins|krets|circle)$/i.test(prefix) ? "circle" : "area" }];
  });
  return named.filter(
    ({ name }, at) => named.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) === at,
  );
}

/** Whether a text is shaped like an address mail can be sent to; RFC 5321 allows 254 characters. */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(
      text,
    )
  );
}
