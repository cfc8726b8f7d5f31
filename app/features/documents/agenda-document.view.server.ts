import { minutesWords } from "~/domain/minutes/minutes-words";
import type { MinutesLine } from "~/domain/minutes/write-minutes";
import { instantToLocal } from "~/domain/shared/local-time";
import { type AgendaItemView, agendaOf } from "~/features/cases/agenda.view.server";
import { asSentence, formatDate, formatDateTimeRange, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

export type AgendaDocument = {
  body: string;
  bodyId: string;
  /** ISO day. */
  day: string;
  lines: MinutesLine[];
  terms: { time: string; place: string };
  /** The day in words, without its weekday. */
  written: string;
};

/**
 * The agenda of a meeting as a document, with the texts of its cases and what is attached to them. Where closed cases
 * may not be seen (`closed`), of them it has the number and the law alone. Null for an id that is none.
 */
export async function agendaDocument(
  db: RegionDb,
  minutesId: string,
  { closed, language, zone }: { closed: boolean; language: "nb" | "nn"; zone: string },
): Promise<AgendaDocument | null> {
  const agenda = await agendaOf(db, minutesId, { closed });
  if (!agenda) return null;
  const { minutes, items } = agenda;
  const say = { locale: language };
  const words = minutesWords[language];
  const { startsAt, endsAt, electronic, answerBy } = minutes;
  const day = startsAt ? instantToLocal(startsAt, zone).date : minutes.day;
  const written = formatDate(day, language).replace(/^\S+ /, "");
  const when =
    startsAt && endsAt
      ? asSentence(formatDateTimeRange(startsAt, endsAt, zone, language))
      : asSentence(formatDate(day, language));
  const time = !electronic
    ? when
    : answerBy
      ? m.cases_electronic_by({ when: formatInstant(answerBy, zone, language) }, say)
      : m.cases_electronic({}, say);
  const title = { body: minutes.bodyName, date: written };
  const field = (term: string, text: string): MinutesLine[] => (text === "" ? [] : [{ kind: "field", term, text }]);
  const lines: MinutesLine[] = [
    {
      kind: "title",
      text: electronic
        ? m.documents_agenda_title_electronic(title, say)
        : minutes.noticeAt || minutes.state !== "planned"
          ? m.documents_agenda_title(title, say)
          : m.documents_agenda_title_draft(title, say),
    },
    ...field(words.time, time),
    ...field(words.place, minutes.place),
    { kind: "label", text: `${words.agenda}:` },
    ...items.filter(({ takenOff }) => !takenOff).flatMap((item) => linesOf(item, 0)),
  ];
  return {
    ...{ body: minutes.bodyName, bodyId: minutes.bodyId, day, lines, written },
    terms: { time: words.time, place: words.place },
  };

  function linesOf(item: AgendaItemView, depth: number): MinutesLine[] {
    const {
      written: number,
      title,
      letter,
      hidden,
      legalBasis,
      presentation,
      proposal,
      proposer,
      papers,
      parts,
    } = item;
    const labelled = (label: string, text: string): MinutesLine[] =>
      text === ""
        ? []
        : [
            { kind: "label", text: `${label}:` },
            { kind: "markdown", text },
          ];
    const law = legalBasis ? m.cases_closed_by({ basis: legalBasis }, say) : m.cases_closed({}, say);
    const head = [number && `${words.case} ${number}`, hidden ? law : title].filter(Boolean).join(" ");
    const heading: MinutesLine =
      depth === 0
        ? { kind: "case", text: head }
        : letter === ""
          ? { kind: "bullet", text: title }
          : { kind: "letter", text: `${letter} ${title}` };
    const attached = papers.map(({ name, link }) => (link ? `- [${escaped(name)}](<${link}>)` : `- ${escaped(name)}`));
    return [
      heading,
      ...(item.closed && !hidden ? [{ kind: "fact" as const, text: law }] : []),
      ...(proposer ? [{ kind: "fact" as const, text: `${m.cases_proposer({}, say)}: ${proposer}` }] : []),
      ...(presentation ? [{ kind: "markdown" as const, text: presentation }] : []),
      ...parts.flatMap((part) => linesOf(part, depth + 1)),
      ...labelled(words.proposal, proposal),
      ...labelled(m.cases_papers({}, say), attached.join("\n")),
    ];
  }
}

/** Words that Markdown would read as signs, as they are. */
const escaped = (words: string) => words.replace(/[\\`*_[\]<>#~|]/g, "\\$&");
