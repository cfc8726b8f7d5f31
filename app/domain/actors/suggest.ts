import { parts } from "./name-index";
import { tokensOf } from "./name-tokens";
import type { Meaning, NameBook } from "./names";

/** How alike two must be to be worth asking about; 1 is the same. */
const worthAsking = 0.3;

/** What these unknown words most likely mean: the actor or group whose name is most like them; null when none is. */
export function likeliest(words: string, book: NameBook): Meaning | null {
  const best = { means: null as Meaning | null, score: worthAsking };
  const offer = (names: string[], means: Meaning) => {
    const score = Math.max(...names.map((name) => likeness(words, name)));
    if (score > best.score) Object.assign(best, { means, score });
  };
  for (const { id, name, shortName } of book.actors)
    offer([name, shortName, parts(name).base, parts(name).inside ?? ""], { kind: "actor", id });
  for (const { id, name, actorId } of book.groups) offer([name], { kind: "group", id, actorId });
  return best.means;
}

/** From 0 to 1: the words two names share, or an abbreviation the other spells out. */
function likeness(words: string, name: string): number {
  const [a, b] = [stems(words), stems(name)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return Math.max(shared / (a.size + b.size - shared), abbreviates(words, name) ? 0.5 : 0);
}

const stems = (text: string) => new Set(tokensOf(text.normalize("NFC")).map(({ stem }) => stem));

/** "SOF" of "Senter for omsorgsforskning": the same first letter, and the others in their order. */
function abbreviates(words: string, name: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(words.trim())) return false;
  const letters = [...words.trim().toLowerCase()];
  const spelled = name.toLowerCase();
  if (spelled[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = spelled.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return tokensOf(name).length > 1;
}
