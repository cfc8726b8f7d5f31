import type { PaperLine } from "~/features/minutes/paper-lines.server";
import { MarkdownBlocks } from "~/ui/markdown-blocks";

/** Minutes as they are read on the screen and printed, in the standard the region writes in. */
export function MinutesPaper({ lines, standard }: { lines: PaperLine[]; standard: "nb" | "nn" }) {
  const fields = lines.filter((line) => line.kind === "field");
  const [title = ""] = lines.flatMap((line) => (line.kind === "title" ? [line.text] : []));
  return (
    <article className="sv-doc sv-minutesdoc" lang={standard} data-one>
      <header className="sv-doc__title">
        <p className="sv-doc__name">{title}</p>
        <dl className="sv-doc__facts">
          {fields.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </header>
      {lines.map((line, index) => (
        // The lines of a document have no name of their own, and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Line key={index} line={line} />
      ))}
    </article>
  );
}

function Line({ line }: { line: PaperLine }) {
  switch (line.kind) {
    case "case":
      return <h2>{line.text}</h2>;
    case "letter":
      return <h3>{line.text}</h3>;
    case "bullet":
      return <h4>{line.text}</h4>;
    case "label":
      return (
        <p className="sv-minutesdoc__label">
          <b>{line.text}</b>
        </p>
      );
    case "fact":
      return <p className="sv-quiet">{line.text}</p>;
    case "blocks":
      return <MarkdownBlocks blocks={line.blocks} headingLevel={5} />;
    default:
      return null;
  }
}
