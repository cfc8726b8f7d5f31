/** What is written in a record, by the names of its fields; empty where nothing is. */
export type Fields = Record<string, string>;

/** What each field may have said when it was written over: a mark of every text that it is known to have had. */
export type Bases = Record<string, readonly string[]>;

/**
 * A short mark of a text, to say later whether it is still the same: 53 bits of a hash (cyrb53), which is enough to tell
 * two texts of one field apart, and no secret.
 */
export function markOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** The marks of everything a record says, as a form carries them with it. */
export function basesOf(fields: Fields): Bases {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [markOf(text)]]));
}

export type Merged = {
  /** What is to be written: what was typed in fields that nobody else has changed meanwhile. */
  changes: Fields;
  /** The fields that somebody else has changed too, with what they say now. */
  conflicts: Fields;
};

/**
 * Lays what was typed over what stands there, field by field. A field says who may write in it by what it said when
 * the writing began (`bases`): where it says something else now, and not the same as what was typed, another has been
 * there. A field without a base is written over. Names that the record does not have are left out.
 */
export function mergeFields(stored: Fields, typed: Fields, bases: Bases): Merged {
  const merged: Merged = { changes: {}, conflicts: {} };
  for (const [name, text] of Object.entries(typed)) {
    const there = Object.hasOwn(stored, name) ? stored[name] : undefined;
    if (there === undefined || there === text) continue;
    const base = Object.hasOwn(bases, name) ? bases[name] : undefined;
    const untouched = base === undefined || base.includes(markOf(there));
    merged[untouched ? "changes" : "conflicts"][name] = untouched ? text : there;
  }
  return merged;
}
