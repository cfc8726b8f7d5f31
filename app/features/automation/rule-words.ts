import { type RuleKind, readRuleKey } from "~/domain/automation/rules";
import { m } from "~/i18n/messages/messages";

const names: Record<RuleKind, () => string> = {
  issue: () => m.automation_rule_issue(),
  newsletter: () => m.automation_rule_newsletter(),
  event: () => m.automation_rule_event(),
  gathering: () => m.automation_rule_gathering(),
  publication: () => m.automation_rule_publication(),
  reminder: () => m.automation_rule_reminder(),
  feedback: () => m.automation_rule_feedback(),
  "due-list": () => m.automation_rule_due_list(),
  activities: () => m.automation_rule_activities(),
  reports: () => m.automation_rule_reports(),
};

/** What kind of rule a key names, in words. */
export function ruleKindWords(key: string): string {
  const kind = readRuleKey(key)?.kind;
  return kind ? names[kind]() : key;
}

/** What the rules of a kind are called together. */
export const ruleGroupWords = (kind: RuleKind) => names[kind]();
