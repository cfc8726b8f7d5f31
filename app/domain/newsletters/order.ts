/** The same things with one of them at another place; places count from 0, and one past the end is the end. */
export function movedTo<T>(things: readonly T[], from: number, to: number): T[] {
  const order = [...things];
  const [moved] = order.splice(from, 1);
  if (moved === undefined) return order;
  order.splice(Math.max(0, Math.min(to, order.length)), 0, moved);
  return order;
}
