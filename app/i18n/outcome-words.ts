import { m } from "~/i18n/messages/messages";

type Outcome = "as_proposed" | "changed" | "noted" | "postponed" | "not_treated";

/** What came of a case, in words; without a proposal there is nothing it was decided as. */
export function outcomeWords(outcome: Outcome, proposed: boolean): string {
  switch (outcome) {
    case "as_proposed":
      return proposed ? m.minutes_outcome_as_proposed() : m.minutes_outcome_decided();
    case "changed":
      return m.minutes_outcome_changed();
    case "noted":
      return m.minutes_outcome_noted();
    case "postponed":
      return m.minutes_outcome_postponed();
    case "not_treated":
      return m.minutes_outcome_not_treated();
  }
}
