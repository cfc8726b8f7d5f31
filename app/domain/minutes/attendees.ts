import type { Attendee } from "./minutes-content";

/** Somebody as written, and whether a person must look: nothing says what she represents, or that place is unknown. */
export type ReadAttendee = Attendee & { asks: boolean };

const chairWords = /\s*\((?:møteleder|møteleiar|leder|leiar|ordstyrer|ordstyrar)\)/i;
const marksAfter = /\s*\(([^()]*)\)$/;
const substituteWords = /\s+(?:for|pva\.?|på vegne av|på vegner av|vara for)\s+/i;

/**
 * The people of a list like "X for Y, Lier, Z, Modum og W, Akershus": name and what is represented in turn. `places`
 * are the names of the municipalities and actors known; a place not among them is kept, and asks.
 */
export function readAttendees(words: string, places: readonly string[]): ReadAttendee[] {
  const known = new Map(places.map((place) => [place.toLowerCase(), place]));
  const pieces = split(words, known);
  const bare = (piece: string) => piece.replace(marksAfter, "");
  const placeIn = (piece: string | undefined) =>
    piece === undefined ? undefined : known.get(bare(piece).toLowerCase());
  const people: ReadAttendee[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const name = pieces[at] ?? "";
    const next = pieces[at + 1];
    const alone = placeIn(name);
    if (alone !== undefined) {
      // A place alone: its seat was there, or missing, and nobody is named.
      people.push({ ...person("", alone, true), ...marksOf(name) });
      continue;
    }
    const place = placeIn(next);
    if (place !== undefined && next !== undefined) {
      people.push(withMarks(person(name, place, false), next));
      at++;
    } else if (next !== undefined && !looksLikePerson(bare(next))) {
      people.push(withMarks(person(name, bare(next), true), next));
      at++;
    } else people.push(person(name, "", true));
  }
  return people;
}

/** The pieces between commas; "og" parts two people only after a place. */
function split(words: string, known: ReadonlyMap<string, string>): string[] {
  const pieces = words
    .replace(/\.\s*$/, "")
    .split(/[,;](?![^()]*\))/)
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter((piece) => piece !== "");
  return pieces.flatMap((piece) => {
    const and = /^(.+?) og (.+)$/.exec(piece);
    return and?.[1] && and[2] && known.has(and[1].toLowerCase()) ? [and[1], and[2]] : [piece];
  });
}

type Marks = Partial<Pick<Attendee, "chair" | "cameAt" | "leftAt" | "reason">>;

/** What stands in brackets after a place: that she led, when she came or left, and else why she was not there. */
function marksOf(piece: string): Marks {
  const marks: Marks = {};
  for (const mark of (marksAfter.exec(piece)?.[1] ?? "").split(";").map((each) => each.trim())) {
    const came = /^kom til sak (.+)$/i.exec(mark);
    const left = /^(?:gikk|gjekk) før sak (.+)$/i.exec(mark);
    if (chairWords.test(`(${mark})`)) marks.chair = true;
    else if (came?.[1]) marks.cameAt = came[1];
    else if (left?.[1]) marks.leftAt = left[1];
    else if (mark !== "") marks.reason = mark;
  }
  return marks;
}

const withMarks = (person: ReadAttendee, piece: string): ReadAttendee => ({ ...person, ...marksOf(piece) });

function looksLikePerson(words: string): boolean {
  return substituteWords.test(words) || words.split(" ").length > 1;
}

function person(words: string, represents: string, asks: boolean): ReadAttendee {
  const chair = chairWords.test(words);
  const [first = "", second] = words.replace(chairWords, "").split(substituteWords);
  const stands = second === undefined ? { name: first, substitute: "" } : { name: second, substitute: first };
  return { ...stands, represents, chair, reason: "", cameAt: "", leftAt: "", asks };
}
