/** The unit a cadence is counted in, and the units that are numbered within a year. */
export type Per = "week" | "month" | "quarter" | "half-year" | "year";
export type Numbered = "week" | "quarter" | "tertial" | "half-year";

/** What a word can be in the grammar of timing. `value` counts from 1; Monday and winter are 1. */
export type Word =
  | { is: "month" | "season" | "weekday" | "number" | "ordinal"; value: number }
  | { is: "unit"; unit: Per | "tertial" }
  | { is: "letter"; unit: Numbered }
  | { is: "adverb"; per: Per }
  | { is: "part"; days: readonly [number, number] }
  | { is: Role };

type Role =
  | "and"
  | "in"
  | "on"
  | "from"
  | "to"
  | "of"
  | "course"
  | "by"
  | "before"
  | "end"
  | "per"
  | "each"
  | "every-other"
  | "over"
  | "times"
  | "span"
  | "continuous"
  | "whole"
  | "through"
  | "after"
  | "at"
  | "when"
  | "need"
  | "request"
  | "exists"
  | "lies"
  | "forth"
  | "noun"
  | "qualifier"
  | "ordinary";

const roles: Record<Role, string> = {
  and: "og",
  in: "i",
  on: "på om den",
  from: "frå fra",
  to: "til",
  of: "av",
  course: "løpet",
  by: "innen innan",
  before: "før",
  end: "utgangen utgongen",
  per: "pr per",
  each: "kvar kvart kvarje hver hvert",
  "every-other": "annakvar annakvart annankvar annenhver annethvert annahver",
  over: "over",
  times: "gang ganger gangar gong gonger gongar",
  span: "periode perioden",
  continuous: "løpende løpande fortløpende fortløpande kontinuerlig kontinuerleg",
  whole: "hele heile",
  through: "gjennom",
  after: "etter",
  at: "ved",
  when: "når",
  need: "behov avtale",
  request:
    "oppmoding oppmodning oppfordring anmodning forespørsel førespurnad ønske ønskje invitasjon invitasjonar invitasjoner",
  exists: "foreligger foreligg føreligg",
  lies: "ligg ligger",
  forth: "føre",
  noun: "",
  qualifier:
    "regional regionale felles digital digitale fysisk fysiske nasjonal nasjonale lokal lokale fast faste ordinær ordinære",
  /** Everyday words one letter away from a word of the grammar: never read as a misspelling of it. */
  ordinary:
    "kommer dommer lommer vinner våpen mark mare mais mari jula jule høyt høgt hest røst host hosten hesten dårlig dårleg ærlig ærleg dårlege dårlige ærlige ærlege summer våre åren sett sent årig lars kars",
};

const months =
  "januar jan,februar feb febr,mars mar,april apr,mai,juni jun,juli,august aug,september sept sep,oktober okt,november nov,desember des";
/** The forms of each month, its name first, then what is short for it. */
export const monthForms = months.split(",").map((forms) => forms.split(" "));
const seasons = "vinter vinteren,vår våren,sommer sommeren sommar sommaren,høst høsten haust hausten";
const weekdays = "mandag måndag,tirsdag tysdag,onsdag,torsdag,fredag,lørdag laurdag,søndag sundag";
const numbers = "en én et ett ei ein eit eitt,to,tre,fire,fem,seks,sju syv,åtte,ni,ti,elleve,tolv";
const ordinals = "første fyrste,andre annen annet anna,tredje,fjerde";

const units: Record<Per | "tertial", string> = {
  week: "uke uka uken uker veke veka veker vekene",
  month: "måned måneden måneder månad månaden månader månadar mnd md",
  quarter: "kvartal kvartalet",
  tertial: "tertial tertialet",
  "half-year": "halvår halvåret",
  year: "år året åra årene",
};
const adverbs: Record<Per, string> = {
  week: "ukentlig ukentlige vekentleg vekentlege vekesvis ukesvis",
  month: "månedlig månedlige månadleg månadlege månedsvis månadsvis",
  quarter: "kvartalsvis kvartalsvise kvartalsvist",
  "half-year": "halvårlig halvårlige halvårleg halvårlege halvårsvis",
  year: "årlig årlige årleg årlege",
};

/** Compounds count too (`nettverkssamling`), so a noun is known by how it ends. */
const noun =
  /(møte|møtepunkt|samling|fagdag|temadag|kursdag|webinar|workshop|seminar|konferanse|verksted|verkstad)(a|ane|ar|en|ene|er|et|r|s)?$/;

const vocabulary = new Map<string, Word>();
const byLength: [string, Word][][] = [];

function add(forms: string, word: Word) {
  for (const form of forms.split(" ")) if (form) vocabulary.set(form, word);
}
function addEach(lists: string, is: "month" | "season" | "weekday" | "number" | "ordinal") {
  for (const [at, forms] of lists.split(",").entries()) add(forms, { is, value: at + 1 });
}
const keys = <K extends string>(record: Record<K, string>) => Object.keys(record) as K[];

for (const is of keys(roles)) add(roles[is], { is });
for (const unit of keys(units)) add(units[unit], { is: "unit", unit });
for (const per of keys(adverbs)) add(adverbs[per], { is: "adverb", per });
addEach(months, "month");
addEach(seasons, "season");
addEach(weekdays, "weekday");
addEach(numbers, "number");
addEach(ordinals, "ordinal");
add("q", { is: "letter", unit: "quarter" });
add("t", { is: "letter", unit: "tertial" });
add("h", { is: "letter", unit: "half-year" });
add("primo tidlig tidleg byrjinga begynnelsen starten", { is: "part", days: [1, 10] });
add("medio midten", { is: "part", days: [11, 20] });
add("ultimo slutten", { is: "part", days: [21, 31] });

for (const [form, word] of vocabulary) {
  if (form.length < 4) continue;
  byLength[form.length] ??= [];
  byLength[form.length]?.push([form, word]);
}

const aNoun: Word = { is: "noun" };

/** The word as written, in lower case; undefined when the grammar does not have it. */
function exactWord(text: string): Word | undefined {
  return vocabulary.get(text) ?? (noun.test(text) ? aNoun : undefined);
}

/**
 * The only word of the grammar that is one letter away (one more, one less, one other). Both must have four letters:
 * shorter words have too many neighbours of their own.
 */
function nearWord(text: string): Word | undefined {
  if (text.length < 4) return undefined;
  let found: Word | undefined;
  for (let length = text.length - 1; length <= text.length + 1; length++) {
    for (const [form, word] of byLength[length] ?? []) {
      if (word === found || !oneLetterApart(text, form)) continue;
      if (found) return undefined;
      found = word;
    }
  }
  return found;
}

function oneLetterApart(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(a.length >= b.length ? at + 1 : at) === b.slice(b.length >= a.length ? at + 1 : at);
}

/** Offsets into the text, the end exclusive. */
export type Span = { start: number; end: number };
export type Token = Span &
  (
    | { is: "word"; text: string; word?: Word }
    | { is: "number"; value: number; digits: number }
    | { is: "date"; day: number; month: number; year?: number }
    | { is: "time"; time: string }
    | { is: "sign"; sign: string }
  );

const scanner =
  /(?<kl>kl(?:okka|okken)?\.?\s*(?<hour>\d{1,2})(?:[.:](?<minute>\d{2})(?!\d))?(?:\s*[-–—]\s*\d{1,2}(?:[.:]\d{2})?(?!\d|[.:]\d|\.?\s*\p{L}))?)|(?<isoYear>(?:19|20|21)\d{2})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})(?!\d)|(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d{2})?(?!\d)|(?<number>\d+)|(?<word>[\p{L}\p{M}]+)|(?<sign>[^\s])/giu;

const signs: Record<string, string> = {
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "’": "'",
  "´": "'",
  "‘": "'",
};

/** The words, numbers, dates, times of day and signs of a text, in order. */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  for (const match of source.matchAll(scanner)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const g = match.groups ?? {};
    if (g.word) addWord(tokens, g.word, span, source);
    else if (g.number) tokens.push({ ...span, is: "number", value: Number(g.number), digits: g.number.length });
    else if (g.sign) tokens.push({ ...span, is: "sign", sign: signs[g.sign] ?? g.sign });
    else if (g.kl) {
      const [hour, minute] = [Number(g.hour), Number(g.minute ?? 0)];
      const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
      tokens.push(hour < 24 && minute < 60 ? { ...span, is: "time", time } : { ...span, is: "word", text: match[0] });
    } else if (g.isoYear) {
      tokens.push({ ...span, is: "date", day: Number(g.isoDay), month: Number(g.isoMonth), year: Number(g.isoYear) });
    } else {
      const year = g.year === undefined ? undefined : Number(g.year) + (g.year.length === 2 ? 2000 : 0);
      if (year !== undefined && (year < 1900 || year > 2199)) tokens.push({ ...span, is: "word", text: match[0] });
      else tokens.push({ ...span, is: "date", day: Number(g.day), month: Number(g.month), year });
    }
  }
  return tokens;
}

/** A noun that a narrow column cut in two (`samli ng`) is put together again. */
function addWord(tokens: Token[], written: string, span: Span, source: string) {
  const text = written.normalize("NFC").toLowerCase();
  const word = exactWord(text);
  const last = tokens.at(-1);
  if (!word && last?.is === "word" && !exactWord(last.text) && /^\s$/.test(source.slice(last.end, span.start))) {
    const whole = exactWord(last.text + text);
    if (whole?.is === "noun") {
      tokens[tokens.length - 1] = { is: "word", text: last.text + text, word: whole, start: last.start, end: span.end };
      return;
    }
  }
  const read = word ?? nearWord(text);
  tokens.push({ ...span, is: "word", text, word: read?.is === "ordinary" ? undefined : read });
}
