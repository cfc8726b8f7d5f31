import { plannedIn } from "~/domain/automation/plan-ahead";
import type { PlannedKind } from "~/domain/automation/planned";
import { type Rule, readRuleKey, ruleKinds, ruleOf } from "~/domain/automation/rules";
import { asksFirst } from "~/domain/automation/steps";
import { type LoadedFacts, loadFacts } from "~/features/automation/facts.server";
import type { Standing } from "~/features/automation/standing.server";
import { yearFrom } from "~/features/automation/year-query";
import { plansView } from "~/features/communications-plan/plans.view.server";
import { kindNames } from "~/features/events/event-words";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The next thing a rule does. */
export type NextStep = { at: string; day: string; kind: PlannedKind; audience: string; recipients: number };

/** A rule as the list shows it. */
export type RuleLine = Pick<Rule, "key" | "kind" | "trust" | "off" | "steps"> & {
  /** The row, the network, the kind of event, or the newsletter it is of. */
  name: string;
  /** The words of its row about time. */
  words: string;
  /** Somebody has said that it is to be otherwise than it is by itself. */
  changed: boolean;
  /** It would send to so many at first that somebody must say yes; null when it need not ask. */
  asks: number | null;
  next: NextStep | null;
  version: number;
};

/** The kinds of event that reminders and questions are sent of: those people are invited to. */
const eventKinds = Object.keys(kindNames) as (keyof typeof kindNames)[];

/** The rules of the region, by what they are of, each with the next thing it does within a year. */
export async function rulesView(db: RegionDb, { now, today }: { now: Date; today: string }) {
  const period = await periodOf(db, today);
  const facts = await loadFacts(db, { now, ...period, counts: true });
  const next = nextSteps(facts, period);
  const versions = facts.standing.rules;
  const named = allRules(facts);
  const lines = named.map((rule) => lineOf(rule, { facts, versions, next: next.get(rule.key) ?? null }));
  return {
    trust: facts.trust,
    groups: ruleKinds.flatMap((kind) => {
      const rules = lines.filter((line) => line.kind === kind);
      return rules.length > 0 ? [{ kind, rules }] : [];
    }),
  };
}

type Named = { key: string; name: string; words: string };

/** A rule by its name, as it works. */
export function lineOf(
  { key, name, words }: Named,
  of: { facts: LoadedFacts; versions: Standing["rules"]; next: NextStep | null },
): RuleLine {
  const { facts, versions, next } = of;
  const rule = ruleOf(key, facts.rules, facts.trust);
  const people = peopleOf(key, facts);
  const { kind, trust, off, steps } = rule;
  return {
    ...{ key, kind, trust, off, steps, name, words },
    changed: isChanged(rule, facts),
    asks: !off && asksFirst(rule, people, facts) ? people : null,
    next: off ? null : next,
    version: versions.get(key)?.version ?? 0,
  };
}

/** The year ahead; from the last plan on, where no plan is of that year. */
export async function periodOf(db: RegionDb, today: string): Promise<{ from: string; to: string }> {
  const ahead = yearFrom(today);
  const last = (await plansView(db)).filter(({ state }) => state !== "closed").at(-1);
  return last && last.to < today ? { from: last.from, to: ahead.to } : ahead;
}

/** Every rule there is: one for each row, network, kind of event and newsletter, and the region's own. */
export function allRules({ rows, networks, standing }: LoadedFacts): Named[] {
  const stored = standing.stored.plans.flatMap((plan) => plan.stored);
  const timings = new Map(stored.map(({ id, timing }) => [id, timing]));
  const forms = new Map(standing.networks.map(({ id, form }) => [id, form]));
  const own = (key: string, name: string, words = "") => ({ key, name, words });
  return [
    ...rows.map(({ id, becomes, name }) => own(`${becomes}:${id}`, name, timings.get(id))),
    ...networks.map(({ id, name }) => own(`gathering:${id}`, name, forms.get(id))),
    ...eventKinds.flatMap((kind) => [
      own(`reminder:${kind}`, kindNames[kind]()),
      own(`feedback:${kind}`, kindNames[kind]()),
    ]),
    ...standing.newsletters.map(({ id, name }) => own(`newsletter:${id}`, name)),
    own("due-list", m.automation_rule_due_list()),
    ...(standing.owners.length > 0 ? [own("activities", m.automation_rule_activities())] : []),
    ...(standing.rounds.length > 0 ? [own("reports", m.automation_rule_reports())] : []),
  ];
}

/** How many a rule sends to at a time. */
function peopleOf(key: string, { rows, networks }: LoadedFacts): number {
  const of = readRuleKey(key)?.of;
  const found =
    rows.find((row) => row.id === of && key.startsWith(row.becomes)) ?? networks.find(({ id }) => id === of);
  return found?.whom.people ?? 0;
}

function isChanged({ key }: Rule, { rules }: LoadedFacts): boolean {
  const change = rules.get(key);
  return change !== undefined && (change.off || change.trust !== null || Object.keys(change.steps).length > 0);
}

function nextSteps(facts: LoadedFacts, period: { from: string; to: string }): Map<string, NextStep> {
  const next = new Map<string, NextStep>();
  for (const { rule, at, kind, audience, recipients } of plannedIn(facts, period))
    if (!next.has(rule) && at >= facts.now)
      next.set(rule, { at, day: facts.calendar.dayOf(at), kind, audience, recipients });
  return next;
}
