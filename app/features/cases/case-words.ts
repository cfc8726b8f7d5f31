import type { CaseKind, CaseState, Outcome } from "~/features/cases/cases.db.server";
import { m } from "~/i18n/messages/messages";

export const caseKindNames: Record<CaseKind, () => string> = {
  opening: () => m.cases_kind_opening(),
  minutes: () => m.cases_kind_minutes(),
  decision: () => m.cases_kind_decision(),
  information: () => m.cases_kind_information(),
  other: () => m.cases_kind_other(),
};

export const caseStateNames: Record<CaseState, () => string> = {
  queued: () => m.cases_state_queued(),
  on_agenda: () => m.cases_state_on_agenda(),
  treated: () => m.cases_state_treated(),
  withdrawn: () => m.cases_state_withdrawn(),
};

export const outcomeNames: Record<Outcome, () => string> = {
  as_proposed: () => m.cases_outcome_as_proposed(),
  changed: () => m.cases_outcome_changed(),
  noted: () => m.cases_outcome_noted(),
  postponed: () => m.cases_outcome_postponed(),
  not_treated: () => m.cases_outcome_not_treated(),
};

/** "Sak 14/2017"; "Sak" alone for one without a number. */
export function caseNumberWords(written: string): string {
  return written === "" ? m.cases_case() : m.cases_numbered({ number: written });
}

/** What stands where a closed case may not be seen: "Unntatt offentlighet, offl. § 13". */
export function closedWords(legalBasis: string): string {
  return legalBasis === "" ? m.cases_closed() : m.cases_closed_by({ basis: legalBasis });
}
