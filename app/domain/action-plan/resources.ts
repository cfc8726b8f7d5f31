/**
 * What the words on resources say in figures: `amount` in øre, `positions` in percent of one. Null where the words say
 * none, or several, so that a person must say which counts; a fee per inhabitant is no amount. `unsure` tells the two
 * apart.
 */
export type Resources = { amount: bigint | null; positions: number | null; unsure: boolean };

const SUM =
  /(?:\bkr\.?|\bnok)\s*(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+)(?:,(\d\d))?(?:\s*,?-)?(?:\s*(mill(?:\.|ioner)?))?/gi;
const PER_HEAD = /^\s*(?:,-)?\s*(?:pr\.?|per)\s*(?:inn?bygg|hode|hovud)/i;

export function readResources(text: string): Resources {
  const sums: bigint[] = [];
  for (const match of text.matchAll(SUM)) {
    if (PER_HEAD.test(text.slice(match.index + match[0].length))) continue;
    const kroner = BigInt((match[1] ?? "0").replace(/\D/g, ""));
    sums.push(kroner * (match[3] ? 100_000_000n : 100n) + BigInt(match[2] ?? "0"));
  }
  const shares = [...text.matchAll(/(?<!\d)(\d{1,3})\s?(?:%|prosent)\s*-?\s*stilling/gi)].map(([, share]) =>
    Number(share),
  );
  if (/(?<!\p{L})heltid/iu.test(text) && shares.length === 0) shares.push(100);
  return {
    amount: sums.length === 1 ? (sums[0] ?? null) : null,
    positions: shares.length === 1 ? (shares[0] ?? null) : null,
    unsure: sums.length > 1 || shares.length > 1,
  };
}
