import { Link } from "@remix-run/react";
import type { ReadStep } from "~/features/cases/case.view.server";
import { Proposed } from "~/features/cases/case-text";
import { caseNumberWords, caseStateNames, closedWords, outcomeNames } from "~/features/cases/case-words";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Tag } from "~/ui/tag";

type Treatment = ReadStep["treatments"][number];
type Props = {
  steps: ReadStep[];
  /** The case whose page it is. */
  here: string;
  caseTo: (step: ReadStep) => string | null;
  meetingTo?: (step: ReadStep, treatment: Treatment) => string;
};

/** A case through the bodies it has been in: when each treated it, under which number, and what was decided. */
export function Story({ steps, here, caseTo, meetingTo }: Props) {
  return (
    <ol className="sv-story">
      {steps.map((step) => {
        const to = caseTo(step);
        return (
          <li key={step.caseId} aria-current={step.caseId === here ? "step" : undefined}>
            <p className="sv-story__body">
              <b>{step.body.name}</b>
              {step.hidden && <> · {closedWords(step.legalBasis)}</>}
              {!step.hidden && step.caseId !== here && to && (
                <>
                  {" · "}
                  <Link to={to} className="sv-link">
                    {step.title}
                  </Link>
                </>
              )}
            </p>
            {step.treatments.map((one) => (
              <TreatmentLine key={one.itemId} one={one} to={meetingTo?.(step, one)} />
            ))}
            {step.state === "queued" && <p className="sv-small">{m.cases_waits_in_queue()}</p>}
            {step.state === "withdrawn" && <p className="sv-small">{caseStateNames.withdrawn()}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function TreatmentLine({ one, to }: { one: Treatment; to: string | undefined }) {
  const when = formatDate(one.day, getLocale());
  const words = [
    one.number && caseNumberWords(one.number),
    one.electronic ? m.cases_electronic_on({ date: when }) : when,
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <div className="sv-story__treatment">
      <p className="sv-small">
        {to ? (
          <Link to={to} className="sv-link">
            {words}
          </Link>
        ) : (
          words
        )}{" "}
        {one.outcome && (
          <Tag tone={one.outcome === "postponed" ? "warning" : "neutral"}>{outcomeNames[one.outcome]()}</Tag>
        )}
      </p>
      <Proposed label={m.cases_decision()} blocks={one.decision} decided />
      {one.passedOnTo && <p className="sv-small">{m.cases_passed_on_to({ body: one.passedOnTo.name })}</p>}
    </div>
  );
}
