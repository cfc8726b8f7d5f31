/**
 * A function of a text or a number that keeps what it has reckoned, since the same is asked again and again: of so many
 * at the most, then it begins anew. What it gives is shared, and not to be changed.
 */
export function kept<T, K extends string | number = string>(atMost: number, reckon: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= atMost) known.clear();
    const reckoned = reckon(key);
    known.set(key, reckoned);
    return reckoned;
  };
}
