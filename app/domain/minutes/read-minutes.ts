import { written } from "./item-label";
import { kindOf, markOf, newItem, outcomeOf, passedOnIn } from "./item-lines";
import type { Attendee, ContentItem, MinutesContent } from "./minutes-content";
import { joinLines, type PlainLine, plainLines } from "./paragraphs";
import { readHead } from "./read-head";

/**
 * Something a person must look at before minutes are taken in. `item` is the label of the case ("18/2017 B"), or empty
 * for the meeting; `line` counts from 1, 0 where no line says it; `words` are the document's own.
 *
 * no-body, no-day, no-cases   the document does not say
 * attendee                    somebody whose municipality or actor is not known, or not said
 * wrong-year                  a number of another year than the meeting's, next in turn; `words` is as written
 * number-double, number-order a number that stands twice, or before the one before it
 * proposal-only               a proposal and no decision
 * no-decision                 there is a text, and nothing says what came of it
 * cut                         a sentence that a page cut broke, joined again
 * unfinished                  a text that ends in the middle of a sentence
 * attachment                  an attachment is named, that the document does not hold
 */
export type MinutesDoubt = {
  code:
    | "no-body"
    | "no-day"
    | "no-cases"
    | "attendee"
    | "wrong-year"
    | "number-double"
    | "number-order"
    | "proposal-only"
    | "no-decision"
    | "cut"
    | "unfinished"
    | "attachment";
  item: string;
  line: number;
  words: string;
};

export type ReadMinutes = { content: MinutesContent; doubts: MinutesDoubt[] };

const fields = ["presentation", "notes", "proposal", "decision"] as const;
type Field = (typeof fields)[number];
/** An item while it is read: the lines of each text, and who it is passed on to in the words of its heading. */
type Reading = {
  item: ContentItem;
  label: string;
  line: number;
  field: Field;
  lines: Record<Field, string[]>;
  to: string;
  titleOpen: boolean;
  parts: Reading[];
};

/**
 * Reads the minutes of a meeting as people write them: who met for whom, and each case with its lettered items and
 * bullets, its proposal and decision. What the words leave open is a doubt, never a guess in silence. `places` are the
 * names of municipalities and actors, `bodies` those of the governing bodies. Never throws; linear in the text.
 */
export function readMinutes(
  text: string,
  { places, bodies }: { places: readonly string[]; bodies: readonly string[] },
): ReadMinutes {
  const lines = plainLines(text);
  const from = lines.findIndex(({ text: line }) => {
    const mark = markOf(line, { nextLetter: "", inLetter: false, inList: false });
    return mark?.kind === "case" || mark?.kind === "opening" || mark?.kind === "agenda";
  });
  const head = readHead(from < 0 ? lines : lines.slice(0, from), places);
  const doubts: MinutesDoubt[] = [];
  const doubt = (code: MinutesDoubt["code"], words = "", at?: Reading) =>
    doubts.push({ code, item: at?.label ?? "", line: at?.line ?? 0, words });

  if (head.body === "") doubt("no-body");
  if (head.day === "") doubt("no-day");
  for (const each of [...head.present, ...head.absent])
    if (each.asks) doubt("attendee", [each.name, each.represents].filter(Boolean).join(", "));

  const year = Number(head.day.slice(0, 4));
  const closing: string[] = [];
  const readings = from < 0 ? [] : readItems(lines.slice(from), year, closing, doubt);
  if (readings.length === 0) doubt("no-cases");
  const items = readings.map((reading) => finish(reading));
  doubts.sort((one, other) => one.line - other.line);
  return {
    content: {
      ...head,
      present: head.present.map(attendee),
      absent: head.absent.map(attendee),
      closing: joinLines(closing).text,
      items,
    },
    doubts,
  };

  function finish(reading: Reading): ContentItem {
    const texts = { presentation: "", notes: "", proposal: "", decision: "" };
    for (const field of fields) {
      const joined = joinLines(reading.lines[field]);
      texts[field] = joined.text;
      if (joined.cuts > 0) doubt("cut", "", reading);
      if (/\p{L}$/u.test(joined.text) && joined.text.length > 80) doubt("unfinished", joined.text.slice(-60), reading);
    }
    const parts = reading.parts.map(finish);
    const { outcome: said, passedOnTo: goesOn } = reading.item;
    const item = { ...reading.item, ...texts, parts };
    const kind = reading.item.kind === "opening" ? "opening" : kindOf(item);
    const outcome = said ?? outcomeOf({ ...item, kind });
    const says = texts.presentation !== "" || texts.proposal !== "";
    if (outcome === null && parts.length === 0 && says)
      doubt(texts.proposal === "" ? "no-decision" : "proposal-only", "", reading);
    const passedOnTo = goesOn || (said ? "" : passedOnIn(texts.decision, reading.to, bodies, head.body));
    return { ...item, kind, outcome, passedOnTo };
  }
}

const attendee = ({ name, represents, substitute, chair, reason, cameAt, leftAt }: Attendee): Attendee => ({
  ...{ name, represents, substitute, chair, reason, cameAt, leftAt },
});

function readItems(
  lines: readonly PlainLine[],
  year: number,
  closing: string[],
  doubt: (code: MinutesDoubt["code"], words: string, at: Reading) => void,
): Reading[] {
  const cases: Reading[] = [];
  const seen = new Set<number>();
  let last = 0;
  let current: Reading | undefined;
  let letter: Reading | undefined;
  let blank = true;
  let ended = false;

  for (const { line, text } of lines) {
    if (text === "") {
      if (ended) closing.push("");
      else current?.lines[current.field].push("");
      blank = true;
      continue;
    }
    const open = cases.at(-1);
    const nextLetter = String.fromCharCode(65 + (open?.parts.length ?? 0));
    const inList = current !== undefined && isInList(current, text);
    const mark = markOf(text, { nextLetter: open ? nextLetter : "", inLetter: letter !== undefined, inList });
    const begins = mark?.kind === "case" && (blank || mark.number === last + 1);
    if (mark?.kind === "case" && begins) {
      const typed = mark.year !== year && mark.number > last;
      const number = written(mark.number, typed ? year : mark.year);
      current = reading(newItem({ number, title: mark.title }), number, line);
      if (typed) {
        current.item.typedNumber = mark.written;
        doubt("wrong-year", mark.written, current);
      }
      if (seen.has(mark.number)) doubt("number-double", mark.written, current);
      else if (mark.number < last) doubt("number-order", mark.written, current);
      seen.add(mark.number);
      last = mark.number;
      letter = undefined;
      cases.push(current);
    } else if (mark?.kind === "opening") {
      current = reading(newItem({ kind: "opening", title: mark.title }), mark.title, line);
      letter = undefined;
      cases.push(current);
    } else if (mark?.kind === "agenda") {
      current = undefined;
    } else if (mark?.kind === "letter" && open) {
      current = reading(newItem({ letter: mark.letter, title: mark.title }), `${open.label} ${mark.letter}`, line);
      letter = current;
      open.parts.push(current);
    } else if (mark?.kind === "bullet" && letter) {
      current = reading(newItem({ title: mark.title }), `${letter.label} – ${mark.title}`, line);
      letter.parts.push(current);
    } else if (mark?.kind === "closing" && blank) {
      ended = true;
    } else if (ended) {
      closing.push(text);
    } else if (mark?.kind === "notes" && current) {
      current.field = "notes";
      current.titleOpen = false;
    } else if (mark?.kind === "fact" && current) {
      const { followUps } = current.item;
      Object.assign(current.item, mark.said, { followUps: [...followUps, ...(mark.said.followUps ?? [])] });
      current.titleOpen = false;
    } else if (mark?.kind === "attachment" && current) {
      doubt("attachment", mark.words, current);
    } else if ((mark?.kind === "proposal" || mark?.kind === "decision") && current) {
      current.field = mark.kind;
      current.titleOpen = false;
      current.to = mark.to || current.to;
      if (mark.rest !== "") current.lines[mark.kind].push(mark.rest);
    } else if (current) {
      if (current.titleOpen && continuesTitle(current.item.title, text)) {
        current.item.title = `${current.item.title} ${text}`.trim();
        current.label =
          current.item.letter || current.item.number ? current.label : `${letter?.label ?? ""} – ${current.item.title}`;
      } else {
        current.titleOpen = false;
        current.lines[current.field].push(text);
      }
    }
    blank = false;
  }
  return cases;
}

function reading(item: ContentItem, label: string, line: number): Reading {
  const lines = { presentation: [], notes: [], proposal: [], decision: [] };
  return { item, label, line, field: "presentation", lines, to: "", titleOpen: true, parts: [] };
}

/** A title that is not there yet, or that a page cut broke: it ends in a word that leads on, or goes on in small letters. */
function continuesTitle(title: string, text: string): boolean {
  return title === "" || (/^\p{Ll}/u.test(text) && text.length < 60) || /\b(?:og|av|for|til|i|på|med|–)$/.test(title);
}

/**
 * Whether a line is of a list within a decision: it began after a colon, or goes on without a blank line, or has the sign
 * of a list that Word made.
 */
function isInList({ field, lines }: Reading, text: string): boolean {
  if (field !== "presentation" && text.startsWith("•")) return true;
  const last = field === "decision" ? lines.decision.at(-1) : undefined;
  if (last === undefined || last === "") return false;
  const from = lines.decision.lastIndexOf("") + 1;
  return /:$/.test(last) || lines.decision.slice(from).some((line) => /^[-–•]/.test(line));
}
