import { daysOf, defaultSteps, type Rule, type Step } from "~/domain/automation/rules";
import { m } from "~/i18n/messages/messages";

/** A step of a rule as its page says it: what is done, and when. `name` is null where nobody can move it. */
export type StepWords = { name: string | null; what: string; when: string };

/** The names of the steps of a rule that can be moved, in the order they come. */
export function stepNames(kind: Rule["kind"]): string[] {
  return Object.keys(defaultSteps[kind]);
}

export function stepOf(kind: Rule["kind"], name: string): Step | null {
  const steps: Readonly<Record<string, Step>> = defaultSteps[kind];
  return (Object.hasOwn(steps, name) && steps[name]) || null;
}

/** Whether how far a rule goes by itself can be chosen: what only tells somebody, or answers for an event, goes all the way. */
export const hasTrust = (kind: Rule["kind"]) => kind === "issue" || kind === "event" || kind === "gathering";

/** What a rule does, step by step, at its level of trust. */
export function stepsInWords(rule: Pick<Rule, "kind" | "trust" | "steps">): StepWords[] {
  const moved = stepNames(rule.kind).map((name): StepWords => {
    const of = stepOf(rule.kind, name)?.of ?? "before-day";
    return { name, what: whatOf(rule, name), when: whenWords(of, daysOf(rule, name)) };
  });
  return [...moved, ...fixed(rule.kind)];
}

type OfTrust = Pick<Rule, "kind" | "trust">;

/** What a step does: less goes by itself the shorter the trust reaches. */
function whatOf({ kind, trust }: OfTrust, name: string): string {
  const suggests = trust === "suggest";
  if (kind === "issue" && name === "draft")
    return suggests ? m.automation_step_issue_suggest() : m.automation_step_issue_draft();
  if (kind === "issue" && name === "remind") return m.automation_step_issue_remind();
  if (kind === "issue") return sendWords(trust);
  if (kind === "publication")
    return name === "begin" ? m.automation_step_publication_begin() : m.automation_step_publication_remind();
  if (kind === "reminder") return name === "coming" ? m.automation_step_coming() : m.automation_step_unanswered();
  if (kind === "reports") return m.automation_step_reports();
  if (name === "draft") return suggests ? m.automation_step_event_suggest() : m.automation_step_event_draft();
  if (trust === "send") return m.automation_step_invite();
  return trust === "approve" ? m.automation_step_invite_approved() : m.automation_step_invite_person();
}

function sendWords(trust: Rule["trust"]): string {
  if (trust === "send") return m.automation_step_issue_send();
  return trust === "approve" ? m.automation_step_issue_send_approved() : m.automation_step_issue_send_person();
}

/** The steps of rules that have a time of their own. */
function fixed(kind: Rule["kind"]): StepWords[] {
  const step = (what: string, when: string) => [{ name: null, what, when }];
  if (kind === "feedback") return step(m.automation_step_feedback(), m.automation_when_day_after());
  if (kind === "due-list") return step(m.automation_step_due_list(), m.automation_when_mondays());
  if (kind === "activities") return step(m.automation_step_activities(), m.automation_when_mondays());
  if (kind === "reports") return step(m.automation_step_reports(), m.automation_at_deadline());
  if (kind === "newsletter") return step(m.automation_step_scheduled(), m.automation_when_its_time());
  return [];
}

/** When a step comes: "2 veker før vindauget opnar". */
export function whenWords(of: Step["of"], days: number): string {
  if (days === 0) return atOnce[of]();
  if (of === "working-before-answer") return m.automation_working_days_before_answer({ n: days });
  if (of === "working-before-day") return m.automation_working_days_before_day({ n: days });
  const time = days % 7 === 0 ? m.automation_weeks({ n: days / 7 }) : m.automation_days({ n: days });
  return around[of]({ time });
}

const atOnce: Record<Step["of"], () => string> = {
  "before-opens": () => m.automation_at_opens(),
  "after-opens": () => m.automation_at_opens(),
  "before-closes": () => m.automation_at_closes(),
  "before-day": () => m.automation_at_day(),
  "before-deadline": () => m.automation_at_deadline(),
  "working-before-answer": () => m.automation_never(),
  "working-before-day": () => m.automation_never(),
};

const around: Record<Exclude<Step["of"], `working-${string}`>, (words: { time: string }) => string> = {
  "before-opens": (words) => m.automation_before_opens(words),
  "after-opens": (words) => m.automation_after_opens(words),
  "before-closes": (words) => m.automation_before_closes(words),
  "before-day": (words) => m.automation_before_day(words),
  "before-deadline": (words) => m.automation_before_deadline(words),
};

/** What the number of a step counts, as the label of its field. */
const counted: Record<Step["of"], () => string> = {
  "before-opens": () => m.automation_field_before_opens(),
  "after-opens": () => m.automation_field_after_opens(),
  "before-closes": () => m.automation_field_before_closes(),
  "before-day": () => m.automation_field_before_day(),
  "before-deadline": () => m.automation_field_before_deadline(),
  "working-before-answer": () => m.automation_field_before_answer(),
  "working-before-day": () => m.automation_field_working_before_day(),
};

export const countedWords = (of: Step["of"]) => counted[of]();

/** What a step is called, as the label of its field. */
export function stepName(kind: Rule["kind"], name: string): string {
  if (kind === "reminder") return name === "coming" ? m.automation_step_coming() : m.automation_step_unanswered();
  if (name === "draft") return m.automation_name_draft();
  if (name === "send") return m.automation_name_send();
  if (name === "invite") return m.automation_name_invite();
  return name === "begin" ? m.automation_name_begin() : m.automation_name_remind();
}
