/** A municipality as it can be looked up: every number and name it has had. */
export type NamedMunicipality = {
  id: string;
  number: string;
  name: string;
  nameSami: string | null;
  /** Whether it stands on the day the book is of. */
  stands: boolean;
  numbers: readonly string[];
  names: readonly string[];
  counties: readonly string[];
};

export type FoundByName<M> =
  | { ok: true; municipality: M }
  | { ok: false; reason: "unknown" }
  | { ok: false; reason: "ambiguous"; among: M[] };

const kinds = "kommune|bykommune|herad|gielda|suohkan|tjïelte|tjielte|kommuuni|kunta|municipality";
const kindAfter = new RegExp(`\\s+(?:${kinds})$`, "u");

/** The genitive that stands before "gielda", "suohkan" and "tjïelte", and the name it is of. */
const genitives: Record<string, string> = {
  aarborten: "aarborte",
  deanu: "deatnu",
  dielddanuori: "dielddanuorri",
  divtasvuona: "divtasvuodna",
  gaivuona: "gaivuotna",
  guovdageainnu: "guovdageaidnu",
  habmera: "habmer",
  karasjoga: "karasjohka",
  loabaga: "loabak",
  omasvuona: "omasvuotna",
  porsanggu: "porsangu",
  raarvihken: "raarvihke",
  snaasen: "snaase",
  snåasen: "snåase",
  unjargga: "unjarga",
};

const folded: Record<string, string> = { á: "a", č: "c", đ: "d", ŋ: "n", š: "s", ŧ: "t", ž: "z", ï: "i" };

/** What two spellings of a name have in common: no case, no spare spaces, no "kommune", Sámi letters as plain ones. */
function key(words: string): string {
  const plain = tidy(words)
    .replace(kindAfter, "")
    .replace(/[áčđŋšŧžï]/gu, (letter) => folded[letter] ?? letter);
  return genitives[plain] ?? plain;
}

function tidy(words: string): string {
  return words.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** A name and the halves of a name in two languages: "Raarvikhe – Røyrvik", "Nordreisa - Ráisa - Raisi". */
function keysOf(name: string): string[] {
  return [name, ...name.split(/\s+[–—-]\s+|\s*\/\s*/u)].map(key).filter((one) => one !== "");
}

/**
 * Looks a municipality up by what somebody wrote: a number of any edition, or a name it has or has had, with "kommune"
 * or without, in Sámi or Norwegian, or both, and with its county when that is needed ("Våler i Østfold"). The region's
 * own municipalities come before the register; one that stands and has the name comes before one that has had it,
 * and that before one that is no more. Several of the same rank are all told.
 *
 * @param own those of the region: today's, earlier ones, and those that have gone into them
 * @param register all of them
 */
export function findByName<M extends NamedMunicipality>(
  words: string,
  own: readonly M[],
  register: readonly M[],
): FoundByName<M> {
  const text = tidy(words);
  const both = /^(\d{3,4})[ ,.:;–-]+(\D.*)$/u.exec(text) ?? /^(\D.*?)[ ,]*\(?(\d{4})\)?$/u.exec(text);
  if (both) return agree(both, own, register);
  if (/^\d+$/.test(text)) return byNumber(text, own, register);
  return byName(text, own, register);
}

/** A number and a name: the number, when the name is its own; both when they disagree. */
function agree<M extends NamedMunicipality>(
  both: RegExpExecArray,
  own: readonly M[],
  register: readonly M[],
): FoundByName<M> {
  const [number, name] = [both[1] ?? "", both[2] ?? ""].sort();
  const [numbered, named] = [byNumber(number ?? "", own, register), byName(name ?? "", own, register)];
  if (!numbered.ok) return named;
  const wanted = keysOf(name ?? "");
  const fits = namesOf(numbered.municipality).some((one) => wanted.includes(one));
  if (fits || (!named.ok && named.reason === "unknown")) return numbered;
  return {
    ok: false,
    reason: "ambiguous",
    among: [
      numbered.municipality,
      ...(named.ok ? [named.municipality] : named.reason === "ambiguous" ? named.among : []),
    ],
  };
}

function byNumber<M extends NamedMunicipality>(
  digits: string,
  own: readonly M[],
  register: readonly M[],
): FoundByName<M> {
  if (digits.length < 3 || digits.length > 4) return { ok: false, reason: "unknown" };
  const number = digits.padStart(4, "0");
  return firstOf(own, register, [
    (one) => one.stands && one.number === number,
    (one) => one.stands && one.numbers.includes(number),
    (one) => one.number === number || one.numbers.includes(number),
  ]);
}

function byName<M extends NamedMunicipality>(name: string, own: readonly M[], register: readonly M[]): FoundByName<M> {
  const found = byKeys(keysOf(name), own, register, () => true);
  if (found.ok || found.reason === "ambiguous") return found;
  const inCounty = /^(.+?)(?:\s+i\s+|\s*\(\s*|\s*,\s*)([^()]+?)\)?$/u.exec(name);
  if (!inCounty) return found;
  const county = key(inCounty[2] ?? "");
  return byKeys(keysOf(inCounty[1] ?? ""), own, register, ({ counties }) =>
    counties.some((one) => key(one) === county),
  );
}

function byKeys<M extends NamedMunicipality>(
  wanted: string[],
  own: readonly M[],
  register: readonly M[],
  where: (one: M) => boolean,
): FoundByName<M> {
  const has = (names: string[]) => names.some((one) => wanted.includes(one));
  const named = (pool: readonly M[]) => pool.filter((one) => where(one) && has(namesOf(one)));
  return firstOf(named(own), named(register), [
    (one) => one.stands && has(namesOf({ ...one, names: [] })),
    (one) => one.stands,
    () => true,
  ]);
}

function namesOf({ name, nameSami, names }: Pick<NamedMunicipality, "name" | "nameSami" | "names">): string[] {
  return [name, ...(nameSami === null ? [] : [nameSami]), ...names].flatMap(keysOf);
}

/** The one that fits the first of these ranks, among the region's own before the register. */
function firstOf<M extends NamedMunicipality>(
  own: readonly M[],
  register: readonly M[],
  ranks: ((one: M) => boolean)[],
): FoundByName<M> {
  for (const pool of [own, register]) {
    for (const rank of ranks) {
      const [first, ...rest] = pool.filter(rank);
      if (first)
        return rest.length === 0
          ? { ok: true, municipality: first }
          : { ok: false, reason: "ambiguous", among: [first, ...rest] };
    }
  }
  return { ok: false, reason: "unknown" };
}
