/** When somebody is in a network: from a day (inclusive) to a day (exclusive); null is still. Days are "YYYY-MM-DD". */
export type Stay = { from: string; to: string | null };

/** Where a stay stands on a day. */
export function standingOf(stay: Stay, today: string): "coming" | "in" | "left" {
  if (stay.to !== null && stay.to <= today) return "left";
  return stay.from > today ? "coming" : "in";
}

/** Whether two stays have a day in common; one that ended the day it began has none. */
export function overlap(a: Stay, b: Stay): boolean {
  if (a.to === a.from || b.to === b.from) return false;
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

type Known<Id> = { id: Id; stay: Stay };

/**
 * Who of those wished for can come in: nobody is in a network twice at once, so those who have a day in common with a
 * stay of their own stay as they are. Each is taken once, in the order given.
 */
export function judgeJoin<Id>(known: readonly Known<Id>[], wished: readonly Id[], stay: Stay) {
  const already = new Set(known.filter((one) => overlap(one.stay, stay)).map(({ id }) => id));
  const once = [...new Set(wished)];
  return { joins: once.filter((id) => !already.has(id)), already: once.filter((id) => already.has(id)) };
}
