/**
 * A function of a text that keeps what it has reckoned, since the same is asked again and again: of so many texts at the
 * most, then it begins anew. What it gives is shared, and not to be changed.
 */
export function kept<T>(atMost: number, reckon: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= atMost) known.clear();
    const reckoned = reckon(key);
    known.set(key, reckoned);
    return reckoned;
  };
}
