import { addDays } from "../shared/days";
import type { Facts, RowFacts, ScheduledIssue, Time } from "./facts";
import type { PlannedStep } from "./planned";
import { daysOf, type Rule, ruleOf } from "./rules";
import { asksFirst, endOf, later, timeOf, waitsAt } from "./steps";

/** How long after its time is over an issue that has not been approved is still of use. Days. */
const grace = 30;

/**
 * What a row of the plan that newsletters are made of does at one of its times: a draft some days before the time
 * begins, the issue when it begins and has been approved, and a reminder before it ends while it has not gone out.
 */
export function issueSteps(row: RowFacts, time: Time, facts: Facts): PlannedStep[] {
  const rule = ruleOf(`issue:${row.id}`, facts.rules, facts.trust);
  const { calendar, now, done } = facts;
  const { issue } = time;
  if (rule.off || time.settled || issue?.state === "dropped") return [];
  const key = (step: string) => `${rule.key}|${time.from}..${time.to}|${step}`;
  const about = {
    ...{ planRowId: row.id, newsletterId: row.newsletter?.id ?? null, from: time.from, to: time.to },
    ...(issue && { issueId: issue.id }),
  };
  const subject = issue?.title || row.newsletter?.name || row.name;
  const told = { rule: rule.key, subject, audience: row.told.words, recipients: row.told.people };
  const closes = endOf(time.to, calendar);

  const lead = daysOf(rule, "draft");
  const begins = calendar.onOrAfter(addDays(time.from, -lead));
  const draft = { key: key("draft"), at: begins, until: closes };
  const made = timeOf(draft, facts);
  const opens = calendar.onOrAfter(addDays(time.from, daysOf(rule, "send")));
  // A draft that is made late leaves its editor as many days.
  const goes =
    made === begins ? opens : later(opens, calendar.onOrAfter(earlier(addDays(calendar.dayOf(made), lead), time.to)));
  const sendAt = issue?.sendAt ? calendar.open(issue.sendAt) : goes;

  const steps: PlannedStep[] = [];
  if (!issue)
    steps.push({
      ...{ ...draft, at: made, kind: "issue-draft", ...told },
      waitsFor: rule.trust === "suggest" || row.newsletter === null ? "person" : null,
      about: { ...about, sendAt: goes },
    });
  if (issue?.state === "sent" && !issue.sendAt) return steps;
  const issueStep = { key: key("send"), at: sendAt, until: endOf(addDays(time.to, grace), calendar) };
  const sending = timeOf(issueStep, facts);
  const waitsFor = row.newsletter === null ? "person" : issueWaits(rule, row, issue, facts);
  steps.push({
    ...{ ...issueStep, at: sending, kind: "issue", rule: rule.key, subject, about },
    ...{ audience: row.whom.words, recipients: row.whom.people, waitsFor },
  });

  const reminder = {
    key: key("remind"),
    at: calendar.onOrBefore(addDays(time.to, -daysOf(rule, "remind"))),
    until: closes,
  };
  const late =
    issue !== null && issue.state !== "approved" && issue.state !== "sent" && sendAt < now && !done.has(issueStep.key);
  const isNeeded = (late || waitsFor === "person") && issue?.state !== "sent" && reminder.at > made;
  if (isNeeded)
    steps.push({
      ...{ ...reminder, at: timeOf(reminder, facts), kind: "issue-reminder", ...told },
      waitsFor: null,
      about,
    });
  return steps;
}

const earlier = (a: string, b: string) => (a < b ? a : b);

/** What an issue waits for: approval is over when it has been approved; who must not approve her own is asked too. */
function issueWaits(rule: Rule, row: RowFacts, issue: Time["issue"], facts: Facts): PlannedStep["waitsFor"] {
  if (asksFirst(rule, row.whom.people, facts)) return "approval";
  if (issue?.state === "approved" || issue?.state === "sent") return null;
  const waits = waitsAt(rule);
  return waits === null && row.newsletter?.fourEyes ? "approval" : waits;
}

/** An issue that somebody made and set a time for. */
export function scheduledStep(
  { id, newsletterId, title, at, approved, whom }: ScheduledIssue,
  facts: Facts,
): PlannedStep {
  const rule = `newsletter:${newsletterId}`;
  const until = endOf(addDays(facts.calendar.dayOf(at), grace), facts.calendar);
  const step = { key: `${rule}|${id}|send`, at: facts.calendar.open(at), until };
  return {
    ...{ ...step, at: timeOf(step, facts), kind: "issue", rule, subject: title, audience: whom.words },
    ...{ recipients: whom.people, waitsFor: approved ? null : "approval", about: { issueId: id, newsletterId } },
  };
}
