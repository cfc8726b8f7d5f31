import { Link } from "@remix-run/react";
import type { PaperView } from "~/features/cases/agenda.view.server";
import { CasePapers, Proposed } from "~/features/cases/case-text";
import { caseNumberWords, closedWords, outcomeNames } from "~/features/cases/case-words";
import type { ReadItem } from "~/features/cases/meeting.view.server";
import { m } from "~/i18n/messages/messages";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Tag } from "~/ui/tag";

type Props = {
  items: ReadItem[];
  paperTo: (paper: PaperView) => string;
  /** Where the page of a case is, for those who have one. */
  caseTo?: (item: ReadItem) => string | null;
  /** One case alone, on a page that has its title already. */
  single?: boolean;
};

/** The cases of a meeting in order, each with what is to be known of it and what is proposed or decided. */
export function AgendaList({ items, paperTo, caseTo, single = false }: Props) {
  return (
    <ol className="sv-caselist">
      {items.map((item) => (
        <li key={item.id} id={`item-${item.id}`}>
          {!single && (
            <h3 className="sv-caselist__head">
              {item.kind !== "opening" && <span className="sv-caselist__number">{caseNumberWords(item.written)}</span>}{" "}
              <AgendaTitle item={item} to={caseTo?.(item) ?? null} />
            </h3>
          )}
          <ItemTags item={item} />
          {item.hidden ? null : <ItemBody item={item} paperTo={paperTo} />}
        </li>
      ))}
    </ol>
  );
}

function AgendaTitle({ item, to }: { item: ReadItem; to: string | null }) {
  if (item.hidden) return <>{closedWords(item.legalBasis)}</>;
  return to ? (
    <Link to={to} className="sv-caselist__title">
      {item.title}
    </Link>
  ) : (
    item.title
  );
}

function ItemTags({ item }: { item: ReadItem }) {
  const said = item.typedNumber !== "";
  const outcome = item.takenOff ? m.cases_taken_off() : item.outcome && outcomeNames[item.outcome]();
  if (!said && !outcome && !(item.closed && !item.hidden) && !item.passOnTo) return null;
  return (
    <p className="sv-row">
      {item.closed && !item.hidden && <Tag icon="shield">{closedWords(item.legalBasis)}</Tag>}
      {outcome && <Tag tone={item.outcome === "postponed" || item.takenOff ? "warning" : "neutral"}>{outcome}</Tag>}
      {item.passOnTo && <Tag icon="arrow-right">{m.cases_passed_on_to({ body: item.passOnTo.name })}</Tag>}
      {said && <span className="sv-small sv-quiet">{m.cases_notice_said({ number: item.typedNumber })}</span>}
    </p>
  );
}

function ItemBody({ item, paperTo, part = false }: { item: ReadItem; paperTo: Props["paperTo"]; part?: boolean }) {
  return (
    <div className={part ? "sv-parts__body" : "sv-caselist__body"}>
      {item.proposer && <p className="sv-small sv-quiet">{m.cases_proposed_by({ who: item.proposer })}</p>}
      <MarkdownBlocks blocks={item.presentation} headingLevel={4} />
      {item.decision.length > 0 ? (
        <Proposed label={m.cases_decision()} blocks={item.decision} decided />
      ) : (
        <Proposed label={m.cases_proposal()} blocks={item.proposal} />
      )}
      <CasePapers papers={item.papers} to={paperTo} />
      {item.parts.length > 0 && (
        <ol className="sv-parts">
          {item.parts.map((part) => (
            <li key={part.id} id={`item-${part.id}`}>
              <div className="sv-parts__head">
                <span className="sv-parts__mark">{part.letter || "–"}</span>
                <h4 className="sv-parts__title">{part.title}</h4>
                {part.outcome && (
                  <Tag tone={part.outcome === "postponed" ? "warning" : "neutral"}>{outcomeNames[part.outcome]()}</Tag>
                )}
              </div>
              <ItemBody item={part} paperTo={paperTo} part />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
