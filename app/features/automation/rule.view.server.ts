import type { Whom } from "~/domain/automation/facts";
import { plannedIn } from "~/domain/automation/plan-ahead";
import type { PlannedStep } from "~/domain/automation/planned";
import { readRuleKey } from "~/domain/automation/rules";
import { periodKey } from "~/domain/communications-plan/period";
import { type LoadedFacts, loadFacts } from "~/features/automation/facts.server";
import { newsletterWhom } from "~/features/automation/newsletter-whom.server";
import { allRules, lineOf, periodOf } from "~/features/automation/rules.view.server";
import { countOne } from "~/features/automation/whom.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many of the coming things a rule does its page shows. */
const shown = 8;

type Asked = { now: Date; today: string };

/** One rule: what it does, what it does next, and what of it can be chosen; null when there is no such rule. */
export async function ruleView(db: RegionDb, { key, ...asked }: Asked & { key: string }) {
  if (!readRuleKey(key)) return null;
  return viewOf(db, { ...asked, period: await periodOf(db, asked.today), keyIn: () => key });
}

/** The rule of a row of the plan, over the days of its plan; null where no rule does anything with it. */
export async function ruleOfRow(
  db: RegionDb,
  { rowId, ...asked }: Asked & { rowId: string; period: { from: string; to: string } },
) {
  const keyIn = ({ rows }: LoadedFacts) => {
    const row = rows.find(({ id }) => id === rowId);
    return row ? `${row.becomes}:${row.id}` : null;
  };
  return viewOf(db, { ...asked, keyIn });
}

type Of = {
  now: Date;
  today: string;
  period: { from: string; to: string };
  keyIn: (facts: LoadedFacts) => string | null;
};

async function viewOf(db: RegionDb, { now, today, period, keyIn }: Of) {
  const facts = await loadFacts(db, { now, ...period, counts: false });
  const key = keyIn(facts);
  const read = key && readRuleKey(key);
  if (!read) return null;
  const named = allRules(facts).find((rule) => rule.key === key);
  if (!named) return null;
  const changes = facts.standing.rules;
  const line = lineOf(named, { facts, versions: changes, next: null });
  const steps = plannedIn(facts, period).filter(({ rule }) => rule === key);
  const coming = steps.filter(({ at }) => at >= facts.now);
  const row = facts.rows.find(({ id, becomes }) => id === read.of && becomes === read.kind);
  const { of } = read;
  const whom = await whomOf();
  /** Those it goes to, counted: of this rule alone. */
  async function whomOf(): Promise<Whom | null> {
    const day = new Date(today);
    if (row?.newsletter) return newsletterWhom(db, row.newsletter.id, day);
    const meant = key === null ? undefined : facts.meant.get(key);
    return meant ? countOne(db, day, { meant, networkId: of }) : null;
  }
  const change = changes.get(key);
  return {
    ...line,
    /** What has been chosen for this rule alone; null follows the region. */
    ownTrust: change?.trust ?? null,
    regionTrust: facts.trust,
    newsletterId: change?.newsletterId ?? null,
    /** The newsletters a row of the plan can make issues of; the first unless another is chosen. */
    newsletters: read.kind === "issue" ? facts.standing.newsletters.map(({ id, name }) => ({ id, name })) : [],
    newsletter: row?.newsletter?.name ?? null,
    whom,
    told: row?.told ?? facts.networks.find(({ id }) => id === read.of)?.told ?? null,
    of: { kind: read.kind, id: read.of, plan: planOf(facts, row?.id) },
    coming: coming.slice(0, shown).map((step) => ({
      ...shownStep(step),
      ...(whom && toMany.has(step.kind) && { recipients: whom.people }),
      day: facts.calendar.dayOf(step.at),
    })),
    more: Math.max(0, coming.length - shown),
    /** What it would have done in a period that is over. */
    passed: steps.length - coming.length,
    period,
  };
}

export type RuleView = NonNullable<Awaited<ReturnType<typeof ruleView>>>;

function planOf({ standing }: LoadedFacts, rowId: string | undefined): string | null {
  const found = standing.stored.plans.find(({ stored }) => stored.some(({ id }) => id === rowId));
  return found ? periodKey(found.plan) : null;
}

/** What goes to those a rule is for, and not to who makes it. */
const toMany = new Set<PlannedStep["kind"]>([
  ...(["issue", "invitation", "reminder-unanswered", "reminder-coming", "feedback-request"] as const),
]);

const shownStep = ({ key, at, kind, subject, audience, recipients, waitsFor }: PlannedStep) => ({
  ...{ key, at, kind, subject, audience, recipients, waitsFor },
});
