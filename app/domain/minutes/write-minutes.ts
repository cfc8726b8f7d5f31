import type { Attendee, ContentItem, MinutesContent } from "./minutes-content";
import type { MinutesWords } from "./minutes-words";

/**
 * A piece of minutes as a document: the title, a field of the head ("Tid: …"), the heading of a case, of a lettered item
 * or of a bullet, a label over a text, a line of facts, or a text in Markdown.
 */
export type MinutesLine =
  | { kind: "title" | "case" | "letter" | "bullet" | "label" | "fact"; text: string }
  | { kind: "markdown"; text: string }
  | { kind: "field"; term: string; text: string };

/**
 * Minutes as the pieces of a document, in the form people write them: `readMinutes` gives back what went in. A text that
 * is empty has no piece, and a closed case whose texts are left out says only that it is closed.
 */
export function writeMinutes(content: MinutesContent, words: MinutesWords): MinutesLine[] {
  const field = (term: string, text: string): MinutesLine[] => (text === "" ? [] : [{ kind: "field", term, text }]);
  const markdown = (text: string): MinutesLine[] => (text === "" ? [] : [{ kind: "markdown", text }]);
  const fact = (text: string): MinutesLine => ({ kind: "fact", text });
  const day = new Date(content.day);
  const written = `${day.getUTCDate()}. ${words.months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  const hours = content.from === "" ? "" : ` kl. ${content.from} – ${content.to}`;
  return [
    { kind: "title", text: `${words.title(content.body, content.electronic)} ${written}` },
    ...field(words.time, `${words.days[day.getUTCDay()]} ${figures(content.day)}${hours}`),
    ...field(words.place, content.place),
    ...field(words.present, people(content.present)),
    ...field(words.secretariat, content.secretariat),
    ...field(words.absent, people(content.absent)),
    ...labelled(words.introduction, content.introduction),
    { kind: "label", text: `${words.agenda}:` },
    ...content.items.flatMap((item) => lines(item, 0)),
    ...labelled(words.closing, content.closing),
  ];

  function labelled(label: string, text: string): MinutesLine[] {
    return text === "" ? [] : [{ kind: "label", text: `${label}:` }, ...markdown(text)];
  }

  function lines(item: ContentItem, depth: number): MinutesLine[] {
    const heading: MinutesLine = {
      kind: "case",
      text: [item.number && `${words.case} ${item.number}`, item.title].filter(Boolean).join(" "),
    };
    if (depth > 0 && item.letter === "") Object.assign(heading, { kind: "bullet", text: item.title });
    else if (depth > 0) Object.assign(heading, { kind: "letter", text: `${item.letter} ${item.title}` });
    const votes = item.votesFor === null ? [] : [fact(words.votes(item.votesFor, item.votesAgainst ?? 0))];
    return [
      heading,
      ...(item.typedNumber ? [fact(`${words.typed} ${item.typedNumber}`)] : []),
      ...(item.closed ? [fact(`${words.closed} ${item.closed}`)] : []),
      ...(item.proposer ? [fact(`${words.proposer}: ${item.proposer}`)] : []),
      ...markdown(item.presentation),
      ...labelled(words.notes, item.notes),
      ...(item.disqualified.length > 0 ? [fact(`${words.disqualified}: ${item.disqualified.join("; ")}`)] : []),
      ...labelled(words.proposal, item.proposal),
      ...labelled(words.decision, item.decision),
      ...(item.outcome ? [fact(`${words.outcome}: ${words.outcomes[item.outcome]}`)] : []),
      ...votes,
      ...(item.passedOnTo ? [fact(`${words.passedOn}: ${item.passedOnTo}`)] : []),
      ...item.followUps.map((each) =>
        fact(
          [
            `${words.followUps}: ${each.words}`,
            each.responsible && `${words.responsible}: ${each.responsible}`,
            each.dueOn && `${words.due}: ${figures(each.dueOn)}`,
          ]
            .filter(Boolean)
            .join(" – "),
        ),
      ),
      ...item.parts.flatMap((part) => lines(part, depth + 1)),
    ];
  }

  function people(list: readonly Attendee[]): string {
    const written = list.map((each) => {
      const marks = [
        each.chair ? words.chair : "",
        each.cameAt && `${words.cameAt} ${each.cameAt}`,
        each.leftAt && `${words.leftAt} ${each.leftAt}`,
        each.reason,
      ].filter(Boolean);
      const who = each.substitute === "" ? each.name : `${each.substitute} for ${each.name}`;
      const named = [who, each.represents].filter(Boolean).join(", ");
      return marks.length > 0 ? `${named} (${marks.join("; ")})` : named;
    });
    return written.join(", ");
  }
}

/** "2017-06-01" as "01.06.2017". */
function figures(day: string): string {
  return day.split("-").reverse().join(".");
}

/** The pieces as plain text, a blank line between each. */
export function plainMinutes(lines: readonly MinutesLine[]): string {
  return lines
    .map((line) => {
      if (line.kind === "field") return `${line.term}: ${line.text}`;
      return line.kind === "bullet" ? `- ${line.text}` : line.text;
    })
    .join("\n\n");
}
