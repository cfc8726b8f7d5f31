import { Form, Link } from "@remix-run/react";
import { caseNumberWords, closedWords, outcomeNames } from "~/features/cases/case-words";
import type { TakenRow } from "~/features/cases/taken.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Tag } from "~/ui/tag";

type Props = { rows: TakenRow[]; slug: string; mayEdit: boolean };

/** The decisions that have been taken: each with its mark for newsletters, and the way to what is to be done after it. */
export function TakenDecisions({ rows, slug, mayEdit }: Props) {
  if (rows.length === 0) return <EmptyState icon="gavel" title={m.cases_taken_none()} why={m.cases_taken_none_why()} />;
  return (
    <ol className="sv-queue">
      {rows.map((one) => (
        <li key={one.id}>
          <div className="sv-queue__text">
            {one.hidden ? (
              <b>{closedWords(one.legalBasis)}</b>
            ) : (
              <Link to={paths.case(slug, one.caseId)} className="sv-queue__title">
                {one.title}
              </Link>
            )}
            <p className="sv-small sv-quiet">
              {[one.body, one.number && caseNumberWords(one.number), formatDate(one.day, getLocale(), "short")]
                .concat(one.outcome ? [outcomeNames[one.outcome]()] : [])
                .filter(Boolean)
                .join(" · ")}
            </p>
            {one.decision && <p>{one.decision}</p>}
          </div>
          <div className="sv-queue__end">
            {one.announced && one.mayAnnounce && (
              <Tag tone="accent" icon="newsletter">
                {one.out ? m.cases_announced() : m.cases_announced_later()}
              </Tag>
            )}
            {mayEdit && !one.hidden && one.mayAnnounce && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="item" value={one.id} />
                <Button variant="tertiary" small name="announce" value={one.announced ? "no" : "yes"}>
                  {one.announced ? m.cases_unannounce() : m.cases_announce()}
                  <span className="ds-sr-only"> {one.title}</span>
                </Button>
              </Form>
            )}
            {mayEdit && !one.hidden && (
              <LinkButton variant="tertiary" small to={`${paths.newFollowUp(slug)}?item=${one.id}`}>
                {m.cases_follow_add()}
                <span className="ds-sr-only"> {one.title}</span>
              </LinkButton>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
