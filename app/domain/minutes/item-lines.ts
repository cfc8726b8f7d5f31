import { written } from "./item-label";
import { type ContentItem, type ContentOutcome, emptyItem } from "./minutes-content";
import { outcomeNamed } from "./minutes-words";

/** What a line of minutes is, apart from text. */
export type Mark =
  | { kind: "case"; number: number; year: number; written: string; title: string }
  | { kind: "opening"; title: string }
  | { kind: "agenda" }
  | { kind: "letter"; letter: string; title: string }
  | { kind: "bullet"; title: string }
  | { kind: "proposal" | "decision"; rest: string; to: string }
  | { kind: "notes" | "closing" }
  | { kind: "fact"; said: Partial<ContentItem> }
  | { kind: "attachment"; words: string };

const caseLine = /^Sak\s*:?\s*(\d{1,4})\s*\/\s*(\d{4})\b\s*[:–-]?\s*(.*)$/;
const openingLine = /^(Godkj(?:enning|enne) av (?:møte)?innkal\p{L}*[^:]*?)\s*:?$/iu;
const agendaLine = /^(?:Saker til (?:behandling|handsaming)|Saksliste|Sakliste)\s*:?$/i;
const proposalLine = /^(?:Forslag til (?:vedtak|innstilling)|Framlegg til vedtak|Innstilling)\s*:\s*(.*)$/i;
const decisionLine = /^(?:Vedtak|Vedtatt|Beslutning|Avgjerd)\s*(?:\/\s*([^:]{1,80}))?(?::\s*(.*)|)$/;
const letterLine = /^(?:[-–]\s*)?(\p{Lu})[.)]?\s+(\S.{0,90})$/u;
const bulletLine = /^[-–•\uf0b7]\s*([\p{Lu}\p{N}«”"].*)$/u;
const notesLine = /^Merknader\s*:$/i;
const closingLine = /^Til slutt\s*:$/i;
const followUpLine = /^(.*?)(?: – ansvarl[ei]g: (.*?))?(?: – frist: (\d\d\.\d\d\.\d{4}))?$/;
const attachmentLine = /^Vedlegg(?:\s+\d{1,3})?\s*:?$/i;

/**
 * What a line is. A letter counts only when it is the next one of its case, so that a sentence that begins with "I" is
 * none; a bullet only under a letter, and not in a list of a decision.
 */
export function markOf(line: string, at: { nextLetter: string; inLetter: boolean; inList: boolean }): Mark | undefined {
  const found = caseLine.exec(line);
  if (found) {
    const [, number = "", year = "", title = ""] = found;
    return {
      kind: "case",
      number: Number(number),
      year: Number(year),
      written: written(Number(number), Number(year)),
      title,
    };
  }
  const opening = openingLine.exec(line);
  if (opening?.[1] && line.length < 90) return { kind: "opening", title: opening[1] };
  if (agendaLine.test(line)) return { kind: "agenda" };
  const proposal = proposalLine.exec(line);
  if (proposal) return { kind: "proposal", rest: proposal[1] ?? "", to: "" };
  const decision = decisionLine.exec(line);
  if (decision) return { kind: "decision", rest: decision[2] ?? "", to: decision[1] ?? "" };
  if (notesLine.test(line)) return { kind: "notes" };
  if (closingLine.test(line)) return { kind: "closing" };
  const said = factIn(line);
  if (said) return { kind: "fact", said };
  if (attachmentLine.test(line)) return { kind: "attachment", words: line.replace(/\s*:$/, "") };
  const letter = letterLine.exec(line);
  if (letter?.[1] === at.nextLetter && letter[2] && !/[.:,;]$/.test(letter[2]))
    return { kind: "letter", letter: letter[1], title: letter[2] };
  const bullet = bulletLine.exec(line);
  if (bullet?.[1] && at.inLetter && !at.inList) return { kind: "bullet", title: bullet[1] };
  return undefined;
}

/** What a line of facts says of its case, in the words of `minutesWords`; undefined when it is no such line. */
function factIn(line: string): Partial<ContentItem> | undefined {
  const [, term = "", rest = ""] = /^(Innkallinga|Innkallingen|Un\p{L}+ \p{L}+,|[^:]{3,20}:)\s*(.+)$/u.exec(line) ?? [];
  switch (term.toLowerCase()) {
    case "innkallingen":
    case "innkallinga": {
      const typed = /^sa (\d{1,4}\/\d{4})$/.exec(rest)?.[1];
      return typed ? { typedNumber: typed } : undefined;
    }
    case "unntatt offentlighet,":
    case "unnateke offentlegheit,":
      return { closed: rest };
    case "forslagsstiller:":
    case "forslagsstillar:":
      return { proposer: rest };
    case "inhabil:":
    case "ugild:":
      return { disqualified: rest.split(";").map((each) => each.trim()) };
    case "utfall:": {
      const outcome = outcomeNamed(rest);
      return outcome ? { outcome } : undefined;
    }
    case "votering:":
    case "røysting:": {
      const [, yes, no] = /^(\d{1,4}) for, (\d{1,4}) mot$/.exec(rest) ?? [];
      return yes && no ? { votesFor: Number(yes), votesAgainst: Number(no) } : undefined;
    }
    case "går videre til:":
    case "går vidare til:":
      return { passedOnTo: rest };
    case "oppfølging:": {
      const [, words = "", responsible = "", day = ""] = followUpLine.exec(rest) ?? [];
      return { followUps: [{ words, responsible, dueOn: day.split(".").reverse().join("-") }] };
    }
    default:
      return undefined;
  }
}

export function kindOf({ title, parts }: Pick<ContentItem, "title" | "parts">): ContentItem["kind"] {
  if (/^referat (?:fra|frå)\b/i.test(title)) return "minutes";
  if (/^eventuelt\b/i.test(title)) return "other";
  return parts.length > 0 || /orientering/i.test(title) ? "information" : "decision";
}

/**
 * What came of a case, as its words say: put off, taken for information, decided as proposed or with changes. A
 * decision with no proposal beside it is one as proposed. Null where the words do not say.
 */
export function outcomeOf({ kind, presentation, proposal, decision }: ContentItem): ContentOutcome {
  const said = decision || presentation;
  if (said.length < 60 && /\b(?:utsatt|utsett|utsettes|utsatte|vert utsett)\b/i.test(said)) return "postponed";
  if (decision === "") return kind === "other" && /^ingen\b/i.test(presentation) ? "not_treated" : null;
  if (/\btil orientering\b/i.test(decision) && sentences(decision) === 1) return "noted";
  if (/\bmed (?:følgende|desse|disse) endring/i.test(decision)) return "changed";
  return proposal === "" || plain(proposal) === plain(decision) ? "as_proposed" : "changed";
}

const sentences = (text: string) => text.split(/[.!?]\s+(?=\p{Lu})|\n+/u).filter((each) => each.trim() !== "").length;
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The body a decision is passed on to: one of `bodies` that it recommends or proposes something to, asks something of,
 * or is to be laid before. Empty where there is none.
 */
export function passedOnIn(decision: string, to: string, bodies: readonly string[], own: string): string {
  const others = bodies.filter((body) => body.toLowerCase() !== own.toLowerCase());
  const named = (text: string) => others.find((body) => text.toLowerCase().includes(body.toLowerCase()));
  if (to !== "") return named(to) ?? "";
  const passes = decision
    .split(/(?<=[.!?])\s+|\n+/)
    .find(
      (each) =>
        /\b(?:anbefaler|tilrår|innstiller|foreslår for|legg(?:er|es) fram|oversendes|bes)\b/i.test(each) && named(each),
    );
  return passes === undefined ? "" : (named(passes) ?? "");
}

export const newItem = (words: Partial<ContentItem>): ContentItem => ({
  ...emptyItem,
  parts: [],
  followUps: [],
  ...words,
});
