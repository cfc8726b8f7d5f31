const longest = 15;

/**
 * A figure as somebody types it, in hundredths: "7 370 200", "12,5", "-3". Spaces, also unbroken ones, part the
 * thousands; at most two decimals, after a comma or a full stop. Null where it is no such number. No float on the way.
 */
export function readFigure(typed: string): bigint | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace(/^[\u2212\u2013]/, "-");
  const match = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match || plain.length > longest) return null;
  const hundredths = BigInt(match[2] ?? "0") * 100n + BigInt((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" ? -hundredths : hundredths;
}

/** Hundredths (as digits) as people write them: thousands parted by `thousands`, decimals only where there are some. */
export function writeFigure(hundredths: string, { thousands = "\u00a0", decimal = "," } = {}): string {
  const value = BigInt(hundredths);
  const size = value < 0n ? -value : value;
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  const part = size % 100n;
  const decimals = part === 0n ? "" : `${decimal}${part.toString().padStart(2, "0").replace(/0$/, "")}`;
  return `${value < 0n ? "\u2212" : ""}${whole}${decimals}`;
}
