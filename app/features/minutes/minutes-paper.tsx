import type { MinutesContent } from "~/domain/minutes/minutes-content";
import { minutesWords } from "~/domain/minutes/minutes-words";
import { type MinutesLine, writeMinutes } from "~/domain/minutes/write-minutes";
import { readMarkdown } from "~/domain/shared/markdown";
import { MarkdownBlocks } from "~/ui/markdown-blocks";

/** Minutes as they are read on the screen and printed, in the standard the region writes in. */
export function MinutesPaper({ content, standard }: { content: MinutesContent; standard: "nb" | "nn" }) {
  const lines = writeMinutes(content, minutesWords[standard]);
  const fields = lines.filter((line) => line.kind === "field");
  const [title, ...rest] = lines.filter((line) => line.kind !== "field");
  return (
    <article className="sv-doc sv-minutesdoc" lang={standard} data-one>
      <header className="sv-doc__title">
        <h1>{title?.text}</h1>
        <dl className="sv-doc__facts">
          {fields.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </header>
      {rest.map((line, index) => (
        // The lines of a document have no name of their own, and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Line key={index} line={line} />
      ))}
    </article>
  );
}

function Line({ line: { kind, text } }: { line: MinutesLine }) {
  switch (kind) {
    case "case":
      return <h2>{text}</h2>;
    case "letter":
      return <h3>{text}</h3>;
    case "bullet":
      return <h4>{text}</h4>;
    case "label":
      return (
        <p className="sv-minutesdoc__label">
          <b>{text}</b>
        </p>
      );
    case "fact":
      return <p className="sv-quiet">{text}</p>;
    default:
      return <MarkdownBlocks blocks={readMarkdown(text)} headingLevel={5} />;
  }
}
