import type { Rule } from "~/domain/automation/rules";
import { stepsInWords } from "~/features/automation/step-words";
import { asSentence } from "~/i18n/dates";

/** What a rule does, a line for each step: when, and what then. */
export function RuleStepList({ rule }: { rule: Pick<Rule, "kind" | "trust" | "steps"> }) {
  return (
    <ol className="sv-rulesteps">
      {stepsInWords(rule).map(({ name, what, when }) => (
        <li key={name ?? what}>
          <b>{asSentence(when)}</b>
          <span>{what}</span>
        </li>
      ))}
    </ol>
  );
}
