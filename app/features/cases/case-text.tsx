import type { Block } from "~/domain/shared/markdown";
import type { PaperView } from "~/features/cases/agenda.view.server";
import { paperFacts } from "~/features/papers/paper-words";
import { m } from "~/i18n/messages/messages";
import { Icon } from "~/ui/icon";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { OutwardLink } from "~/ui/outward-links";

/** What is proposed, or decided, set off from the text around it. */
export function Proposed({ label, blocks, decided }: { label: string; blocks: Block[]; decided?: boolean }) {
  if (blocks.length === 0) return null;
  return (
    <div className="sv-proposed" data-decided={decided || undefined}>
      <p className="sv-proposed__label">{label}</p>
      <MarkdownBlocks blocks={blocks} headingLevel={4} />
    </div>
  );
}

/** The papers of a case; `to` makes the address of a file for this reader. */
export function CasePapers({ papers, to }: { papers: PaperView[]; to: (paper: PaperView) => string }) {
  if (papers.length === 0) return null;
  return (
    <ul className="sv-papers" aria-label={m.cases_papers()}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <PaperLink paper={paper} to={to} />
        </li>
      ))}
    </ul>
  );
}

export function PaperLink({ paper, to }: { paper: PaperView; to: (paper: PaperView) => string }) {
  return (
    <>
      <span className="sv-papers__name">
        <Icon name={paper.file ? "file" : "link"} size={18} />
        {paper.file ? (
          <a href={to(paper)} className="sv-link">
            {paper.name}
          </a>
        ) : (
          <OutwardLink to={paper.link}>{paper.name}</OutwardLink>
        )}
      </span>{" "}
      <span className="sv-quiet sv-small">{paperFacts(paper)}</span>
    </>
  );
}
