/** The largest sum that is read, in øre: more than the accounts of any region, and far within the database's numbers. */
const largest = 10n ** 15n;

/**
 * A sum of money as accounting systems and people write it, in øre: "7 370 200", "7.370.200,50", "7,370,200.5",
 * "1234,5-", "−12", "(12,00)", "kr 12,-". One separator before exactly three digits parts thousands ("1.234" and
 * "1,234" are both 1234 kroner) unless it is `decimal`, the sign the file has before its decimals; more decimals than
 * two are a spreadsheet's division, and are rounded away from zero. A dash alone is nothing. Null where it is no sum, or
 * a larger one than accounts have.
 */
export function readMoney(text: string, decimal: DecimalSign | null = null): bigint | null {
  const bare = text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/^(.*?)\s*,-$/, "$1")
    .trim();
  if (bare === "-") return 0n;
  const parted = /^(\(?)\s*(-?|\+?)\s*(?:kr\.?|nok)?\s*(-?)\s*([\d .,'’]*\d)\s*(?:kr\.?|nok)?\s*(-?)\s*(\)?)$/i.exec(
    bare,
  );
  if (!parted) return null;
  const [, opens, before, within, digits = "", behind, closes] = parted;
  if ((opens === "") !== (closes === "")) return null;
  const minuses = [opens === "(", before === "-", within === "-", behind === "-"].filter(Boolean).length;
  if (minuses > 1) return null;
  const amount = readDigits(digits, decimal);
  if (amount === null || amount > largest) return null;
  return minuses === 1 ? -amount : amount;
}

const grouped = /^\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*(?:([.,])(\d+))?$/;
const plain = /^(\d+)(?:([.,])(\d+))?$/;

/** Digits with or without separators, as øre. */
function readDigits(digits: string, decimal: DecimalSign | null): bigint | null {
  const thousands = decimal && isUnclear(digits) && digits.includes(decimal) ? null : grouped.exec(digits);
  if (thousands && thousands[1] !== thousands[2] && !/^0\D/.test(digits)) {
    const [, , sign, decimals = ""] = thousands;
    const whole = sign ? digits.slice(0, digits.length - decimals.length - 1) : digits;
    return inOre(whole.replace(/\D/g, ""), decimals);
  }
  const simple = plain.exec(digits);
  return simple ? inOre(simple[1] ?? "0", simple[3] ?? "") : null;
}

export type DecimalSign = "." | ",";

/** Whether a sum can be read in two ways: "1.234" is 1234 kroner, or one krone and 23 øre. */
export const isUnclear = (text: string) => /^[^\d.,]*(?:kr\.)?[^\d.,]*[1-9]\d{0,2}[.,]\d{3}[^\d.,]*$/i.test(text);

/** The sign before the decimals of sums that can be read in one way only; null where none tells, or they differ. */
export function decimalSignOf(texts: Iterable<string>): DecimalSign | null {
  const told = new Set<DecimalSign>();
  for (const text of texts) {
    const [, digits = ""] = /^\D*(\d(?:.*\d)?(?:,-)?)\D*$/.exec(text) ?? [];
    const signs = digits.match(/[.,]/g) ?? [];
    const last = signs.at(-1);
    if (last === undefined || isUnclear(text)) continue;
    // The same sign twice parts thousands, so the other is before the decimals.
    const comma = (last === ",") !== (signs.length > 1 && signs[0] === last);
    told.add(comma ? "," : ".");
  }
  const [sign = null, other] = told;
  return other === undefined ? sign : null;
}

function inOre(whole: string, decimals: string): bigint {
  const ore = BigInt(whole) * 100n + BigInt(decimals.slice(0, 2).padEnd(2, "0"));
  return Number(decimals[2] ?? "0") >= 5 ? ore + 1n : ore;
}

/** Øre as a form's field and a file have it: "-1200,50". `readMoney` reads it back. */
export function writeMoney(ore: bigint): string {
  const size = ore < 0n ? -ore : ore;
  const part = size % 100n;
  return `${ore < 0n ? "-" : ""}${size / 100n}${part === 0n ? "" : `,${part.toString().padStart(2, "0")}`}`;
}
