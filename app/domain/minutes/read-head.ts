import { type ReadAttendee, readAttendees } from "./attendees";
import type { PlainLine } from "./paragraphs";

/** What stands before the cases. `day` is an ISO day or empty, `from` and `to` are "09.00" or empty. */
export type Head = {
  body: string;
  day: string;
  from: string;
  to: string;
  place: string;
  electronic: boolean;
  present: ReadAttendee[];
  absent: ReadAttendee[];
  secretariat: string;
  introduction: string;
};

const labels = [
  ["time", /^(?:Tid|Tidspunkt|Dato)\s*:\s*(.*)$/i],
  ["place", /^(?:Sted|Stad|Møtested|Møtestad)\s*:\s*(.*)$/i],
  ["present", /^(?:Til stede|Tilstede|Til stades|Møtte)\s*:\s*(.*)$/i],
  ["absent", /^(?:Forfall|Meldt forfall|Fråvær|Fravær)\s*:\s*(.*)$/i],
  ["introduction", /^Innle(?:dning|iing)\s*:\s*(.*)$/i],
  ["secretariat", /^(?:Fra |Frå )?(?:Sekretariatet|Sekretariat|Administrasjonen)\s*:\s*(.*)$/i],
] as const;
type Label = (typeof labels)[number][0];

const months = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];
const titleLine = /^(?:Referat|Møtebok|Protokoll) (?:fra|frå) (elektronisk )?(?:møte )?i (.+?),?\s+(?=\d{1,2}\.)(.*)$/i;

/**
 * The head of minutes. Labels that stand alone, one under the other, get the paragraphs that follow, in turn, as when a
 * table's two columns came out one after the other.
 */
export function readHead(lines: readonly PlainLine[], places: readonly string[]): Head {
  const found: Partial<Record<Label, string>> = {};
  const waiting: Label[] = [];
  let current: Label | undefined;
  let blank = true;
  let title: RegExpExecArray | null = null;
  for (const { text } of lines) {
    if (text === "") {
      blank = true;
      continue;
    }
    title ??= titleLine.exec(text);
    const label = labels.flatMap(([name, pattern]) => {
      const match = pattern.exec(text);
      return match ? [{ name, rest: match[1] ?? "" }] : [];
    })[0];
    if (label) {
      current = label.name;
      found[current] = label.rest;
      if (label.rest === "") waiting.push(label.name);
      else waiting.length = 0;
    } else if (current !== undefined) {
      if (blank && waiting.length > 0) current = waiting.shift() ?? current;
      found[current] =
        current === "introduction" && blank ? parted(found[current], text) : glued(found[current] ?? "", text);
    }
    blank = false;
  }
  const time = found.time ?? "";
  const hours = /(\d{1,2})[.:](\d{2})\s*(?:[–-]|til)\s*(\d{1,2})[.:](\d{2})(?!\.?\d{4})/.exec(
    time.replace(/\d{1,2}\.\d{1,2}\.\d{4}/, ""),
  );
  return {
    body: title?.[2] ?? "",
    day: dayIn(time) || dayIn(title?.[3] ?? ""),
    from: hours ? clock(hours[1], hours[2]) : "",
    to: hours ? clock(hours[3], hours[4]) : "",
    place: found.place ?? "",
    electronic: title?.[1] !== undefined || /elektronisk/i.test(found.place ?? ""),
    present: readAttendees(found.present ?? "", places),
    absent: readAttendees(found.absent ?? "", places),
    secretariat: found.secretariat ?? "",
    introduction: found.introduction ?? "",
  };
}

/** Two lines of a list of people; a hyphen at the end of the first is a part of the name. */
function glued(before: string, after: string): string {
  if (before === "") return after;
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`;
}

const parted = (before: string | undefined, after: string) => (before ? `${before}\n\n${after}` : after);
const two = (digits: string | undefined) => (digits ?? "").padStart(2, "0");
const clock = (hour: string | undefined, minute: string | undefined) => `${two(hour)}.${two(minute)}`;

function dayIn(words: string): string {
  const figures = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(words);
  if (figures) return `${figures[3]}-${two(figures[2])}-${two(figures[1])}`;
  const named = /(\d{1,2})\.\s?(\p{L}{3,9})\.?\s(\d{4})/u.exec(words);
  const month = named ? months.indexOf((named[2] ?? "").slice(0, 3).toLowerCase()) : -1;
  return named && month >= 0 ? `${named[3]}-${two(String(month + 1))}-${two(named[1])}` : "";
}
