import {
  type Cell,
  type DataTable,
  type DocumentBlock,
  type DocumentPart,
  isNumeric,
  type PlanDocument,
  type TermList,
} from "~/domain/documents/plan-document";
import type { Block } from "~/domain/shared/markdown";
import { MarkdownBlocks } from "~/ui/markdown-blocks";

/**
 * A plan's document as it is read on the screen and printed: on A4, wide tables on pages on their side. `inPage`: on a
 * page that has a head of its own, and with that its one h1.
 */
export function PlanDocumentPaper({ document, inPage = false }: { document: PlanDocument; inPage?: boolean }) {
  const Name = inPage ? "p" : "h1";
  const { language, title, region, programme, facts, notice, words, parts } = document;
  const tables = numbersOf(parts);
  return (
    <article
      className="sv-doc"
      lang={language}
      data-one={parts.length === 1 || undefined}
      data-wide={(parts.length === 1 && parts[0]?.wide) || undefined}
    >
      <header className="sv-doc__title">
        <p className="sv-doc__kicker" dir="auto">
          {[region, programme].filter(Boolean).join(" · ")}
        </p>
        <Name className="sv-doc__name">{title}</Name>
        <dl className="sv-doc__facts">
          {facts.map(({ term, words: said }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className="sv-lines" dir="auto">
                {said}
              </dd>
            </div>
          ))}
        </dl>
        {notice && <p className="sv-doc__notice">{notice}</p>}
        {parts.length > 1 && (
          <nav className="sv-doc__contents" aria-labelledby="contents">
            <h2 id="contents">{words.contents}</h2>
            <ol>
              {parts.map(({ id, number, heading }) => (
                <li key={id}>
                  <a href={`#${id}`}>
                    <span>{number}</span> {heading}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
      </header>
      {parts.map(({ id, number, heading, wide, newPage, blocks }) => (
        <section
          key={id}
          className="sv-doc__part"
          data-wide={wide || undefined}
          data-new={newPage || undefined}
          aria-labelledby={id}
        >
          <h2 id={id} tabIndex={-1} dir="auto">
            <span className="sv-doc__n">{number}</span> {heading}
          </h2>
          {inRuns(blocks).map((run) => (
            <Run key={run.at} run={run} label={tableLabel(words.table, tables.get(run.block))} />
          ))}
        </section>
      ))}
    </article>
  );
}

const tableLabel = (words: string, n = 0) => words.replace("{n}", String(n));

/** The place of each table among all of them, from 1. */
function numbersOf(parts: readonly DocumentPart[]): Map<unknown, number> {
  const tables = parts.flatMap(({ blocks }) => blocks.filter((block) => block.type === "data" && !block.underHeading));
  return new Map(tables.map((table, at) => [table, at + 1]));
}

type Run =
  | { at: number; kind: "text"; block: null; blocks: Block[]; level: number }
  | { at: number; kind: "data"; block: DataTable }
  | { at: number; kind: "terms"; block: TermList };

/** Blocks of running text together, and the product's own by themselves. */
function inRuns(blocks: readonly DocumentBlock[]): Run[] {
  const runs: Run[] = [];
  blocks.forEach((block, at) => {
    if (block.type === "data") runs.push({ at, kind: "data", block });
    else if (block.type === "terms") runs.push({ at, kind: "terms", block });
    else {
      const last = runs.at(-1);
      const run: Run = last?.kind === "text" ? last : { at, kind: "text", block: null, blocks: [], level: 6 };
      if (run !== last) runs.push(run);
      run.blocks.push(block.type === "subheading" ? numbered(block) : block);
      if (block.type === "subheading") run.level = Math.min(run.level, block.level);
    }
  });
  return runs;
}

function numbered({ level, number, inlines }: Extract<DocumentBlock, { type: "subheading" }>): Block {
  return {
    ...{ type: "heading", level },
    inlines: number ? [{ type: "text", text: `${number} ` }, ...inlines] : inlines,
  };
}

function Run({ run, label }: { run: Run; label: string }) {
  switch (run.kind) {
    case "text":
      // A part's heading is the second level of the page, so that those in it begin at the third.
      return <MarkdownBlocks blocks={run.blocks} headingLevel={run.level + 1} />;
    case "terms":
      return (
        <dl className="sv-doc__terms">
          {run.block.terms.map(({ term, words }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      );
    case "data":
      return <DocumentTable table={run.block} label={label} />;
  }
}

function DocumentTable({
  table: { caption, underHeading, columns, rows },
  label,
}: {
  table: DataTable;
  label: string;
}) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const shown = columns.map((column, at) => ({
    ...{ ...column, key: `${at} ${column.head}` },
    number: (!column.centred && isNumeric({ rows }, at)) || undefined,
  }));
  return (
    // A table too wide for a small screen scrolls in its own box, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className="sv-doc__box" aria-label={caption} tabIndex={0} data-short={rows.length <= 2 || undefined}>
      <table data-columns={columns.length}>
        <caption className={underHeading && "ds-sr-only"}>
          {!underHeading && <b>{label}.</b>} {caption}
        </caption>
        <colgroup>
          {shown.map(({ key, share }) => (
            <col key={key} width={`${((share / shares) * 100).toFixed(2)}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {shown.map(({ key, head, centred, number }) => (
              <th key={key} scope="col" data-centred={centred} data-number={number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells: [name = "", ...rest], whole }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a document do not move, and two may say the same.
            <tr key={at} data-whole={whole || undefined}>
              <th scope="row">
                <Words cell={name} />
              </th>
              {rest.map((cell, column) => (
                <td
                  key={shown[column + 1]?.key}
                  data-centred={shown[column + 1]?.centred}
                  data-number={shown[column + 1]?.number}
                  data-head={columns.length === 4 ? shown[column + 1]?.head : undefined}
                >
                  <Words cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Words({ cell }: { cell: Cell }) {
  if (typeof cell === "string") return cell === "" ? null : <Lines words={cell} />;
  if ("items" in cell)
    return cell.items.length === 0 ? null : (
      <ul>
        {cell.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of a document do not move, and two may say the same.
          <li key={at} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <Lines words={cell.words} />
      {cell.links.map((link) =>
        /^https?:\/\//i.test(link) ? (
          <a key={link} href={link} rel="noreferrer" className="sv-doc__link">
            {link}
          </a>
        ) : (
          <Lines key={link} words={link} />
        ),
      )}
    </>
  );
}

/** Each paragraph in the direction of its own first letter. */
function Lines({ words }: { words: string }) {
  return words.split("\n").map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a document do not move, and two may say the same.
    <p key={at} dir="auto">
      {line}
    </p>
  ));
}
