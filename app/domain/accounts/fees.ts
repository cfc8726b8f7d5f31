/** What a municipality pays, in øre: its inhabitants times the øre per inhabitant. Nothing is rounded. */
export function feeOf(population: number, rate: number): bigint {
  return BigInt(population) * BigInt(rate);
}

/** Kroner per inhabitant as people write them ("2", "0,50"), in øre; null for anything else, and for nothing. */
export function readRate(text: string): number | null {
  const [, whole = "", part = ""] = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  const rate = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return whole !== "" && rate > 0 ? rate : null;
}

/** A municipality's population as it is written: "12 345"; null for anything else. */
export function readPopulation(text: string): number | null {
  const digits = text.trim().replace(/[\s.\u00a0\u202f]/g, "");
  return /^\d{1,7}$/.test(digits) && Number(digits) <= 5_000_000 ? Number(digits) : null;
}

/** A municipality with what it pays in øre; null where its population is not known. */
export type Payer = { id: string; amount: bigint | null };

/** What somebody paid the year before; `of` holds the ids of the municipalities that paid it. */
export type Before = { amount: bigint; of: string[] };

/**
 * What the payers of a year, or what went into them, paid the year before; and what was paid by those who have no
 * payer to stand for them. One that was split among several stands for itself: its fee is nobody's to divide.
 *
 * @param becomes the ids of what a municipality has become by the year, none when it stands itself
 */
export function compareFees(
  payers: readonly Payer[],
  before: readonly { id: string; amount: bigint }[],
  becomes: (id: string) => string[],
): { byPayer: Map<string, Before>; gone: { id: string; amount: bigint }[] } {
  const ids = new Set(payers.map(({ id }) => id));
  const byPayer = new Map<string, Before>();
  const gone: { id: string; amount: bigint }[] = [];
  for (const { id, amount } of before) {
    const [heir, ...others] = ids.has(id) ? [id] : becomes(id);
    if (heir === undefined || others.length > 0 || !ids.has(heir)) {
      gone.push({ id, amount });
      continue;
    }
    const held = byPayer.get(heir) ?? { amount: 0n, of: [] };
    byPayer.set(heir, { amount: held.amount + amount, of: [...held.of, id] });
  }
  return { byPayer, gone };
}

/** The sum in øre of what is known. */
export function sumOf(amounts: readonly (bigint | null)[]): bigint {
  return amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);
}
