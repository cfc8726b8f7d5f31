export type Place = { beside: string; side: "before" | "after" };

/** An order with one of its members put right before or after another; null when one of the two is not in it. */
export function putBeside(order: readonly string[], id: string, { beside, side }: Place): string[] | null {
  if (id === beside || !order.includes(id) || !order.includes(beside)) return null;
  const others = order.filter((one) => one !== id);
  const at = others.indexOf(beside) + (side === "after" ? 1 : 0);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
