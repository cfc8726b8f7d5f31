import { paperFacts } from "~/features/papers/paper-words";
import type { PaperShown } from "~/features/papers/papers.view.server";
import { m } from "~/i18n/messages/messages";
import { Icon } from "~/ui/icon";
import { OutwardLink } from "~/ui/outward-links";
import { Card, CardSection } from "~/ui/public-parts";

/** Papers to fetch or follow; nothing where there are none. `to` makes the address of a file for this reader. */
export function PaperList({ papers, to }: { papers: PaperShown[]; to: (paper: string) => string }) {
  if (papers.length === 0) return null;
  return (
    <ul className="sv-papers">
      {papers.map((paper) => (
        <li key={paper.id}>
          <PaperName paper={paper} to={to} />
          <span className="sv-quiet sv-small">{paperFacts(paper)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The name of a paper, as what it leads to. */
export function PaperName({ paper, to }: { paper: PaperShown; to: (paper: string) => string }) {
  return (
    <span className="sv-papers__name">
      <Icon name={paper.file ? "file" : "link"} size={18} />
      {paper.file ? (
        <a href={to(paper.id)} className="sv-link">
          {paper.name}
        </a>
      ) : (
        <OutwardLink to={paper.link}>{paper.name}</OutwardLink>
      )}
    </span>
  );
}

/** The papers of an event on a page for those who are not signed in; nothing where there are none. */
export function PapersCard({ papers, to }: { papers: PaperShown[]; to: (paper: string) => string }) {
  if (papers.length === 0) return null;
  return (
    <Card>
      <CardSection>
        <h2>{m.papers_title()}</h2>
        <PaperList papers={papers} to={to} />
      </CardSection>
    </Card>
  );
}
