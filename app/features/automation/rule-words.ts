import { type RuleKind, readRuleKey } from "~/domain/automation/rules";
import { m } from "~/i18n/messages/messages";
import type { IconName } from "~/ui/icon";

const looks: Record<RuleKind, { words: () => string; icon: IconName }> = {
  issue: { words: () => m.automation_rule_issue(), icon: "newsletter" },
  newsletter: { words: () => m.automation_rule_newsletter(), icon: "newsletter" },
  event: { words: () => m.automation_rule_event(), icon: "calendar" },
  gathering: { words: () => m.automation_rule_gathering(), icon: "network" },
  publication: { words: () => m.automation_rule_publication(), icon: "megaphone" },
  reminder: { words: () => m.automation_rule_reminder(), icon: "bell" },
  feedback: { words: () => m.automation_rule_feedback(), icon: "question" },
  "due-list": { words: () => m.automation_rule_due_list(), icon: "tasklist" },
};

/** What kind of rule a key names, in words. */
export function ruleKindWords(key: string): string {
  const kind = readRuleKey(key)?.kind;
  return kind ? looks[kind].words() : key;
}

export function ruleKindIcon(key: string): IconName {
  const kind = readRuleKey(key)?.kind;
  return kind ? looks[kind].icon : "cog";
}
