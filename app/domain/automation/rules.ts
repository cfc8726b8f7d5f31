/** How far a region lets a rule go by itself; each goes further than the one before. */
export const trusts = ["suggest", "draft", "approve", "send"] as const;
export type Trust = (typeof trusts)[number];

/** What a rule is of; the word before the colon of its key. */
export const ruleKinds = [
  "issue",
  "event",
  "gathering",
  "publication",
  "reminder",
  "feedback",
  "newsletter",
  "due-list",
  "activities",
  "reports",
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** One step of a rule: how many days, and what they are counted from. `most` is the most one may choose; 0 is the least. */
export type Step = {
  days: number;
  of:
    | "before-opens"
    | "after-opens"
    | "before-closes"
    | "before-day"
    | "before-deadline"
    | "working-before-answer"
    | "working-before-day";
  most: number;
};

type Steps = Readonly<Record<string, Step>>;

const meeting = {
  draft: { days: 56, of: "before-day", most: 365 },
  invite: { days: 28, of: "before-day", most: 180 },
} as const satisfies Steps;

/** What a rule does where nobody has said otherwise. Days. */
export const defaultSteps = {
  issue: {
    draft: { days: 14, of: "before-opens", most: 90 },
    send: { days: 0, of: "after-opens", most: 90 },
    remind: { days: 7, of: "before-closes", most: 60 },
  },
  event: meeting,
  gathering: meeting,
  publication: {
    begin: { days: 0, of: "after-opens", most: 90 },
    remind: { days: 7, of: "before-closes", most: 60 },
  },
  reminder: {
    unanswered: { days: 3, of: "working-before-answer", most: 10 },
    coming: { days: 5, of: "working-before-day", most: 10 },
  },
  feedback: {},
  newsletter: {},
  "due-list": {},
  activities: {},
  reports: { remind: { days: 3, of: "before-deadline", most: 30 } },
} as const satisfies Record<RuleKind, Steps>;

/** How a rule differs from its default, as it is kept. */
export type RuleChange = {
  key: string;
  trust: Trust | null;
  off: boolean;
  steps: Readonly<Record<string, number>>;
  /** The newsletter a row of the plan makes issues of. */
  newsletterId: string | null;
  /** Whether somebody has said yes to the many mails of its first day. */
  agreed: boolean;
};

export type Rule = RuleChange & { kind: RuleKind; trust: Trust };

/** Whether there is one rule of this kind, of the region itself. */
export const isOfRegion = (kind: RuleKind) => kind === "due-list" || kind === "activities" || kind === "reports";

/** The kind of a rule's key, and the id or kind of event it is of; null for what names no rule. */
export function readRuleKey(key: string): { kind: RuleKind; of: string } | null {
  const [word = "", of = "", ...rest] = key.split(":");
  const kind = ruleKinds.find((one) => one === word);
  if (!kind || rest.length > 0 || isOfRegion(kind) !== (of === "")) return null;
  return { kind, of };
}

/** A rule as it works: what it differs in, else its default and the region's trust. */
export function ruleOf(key: string, changes: ReadonlyMap<string, RuleChange>, trust: Trust): Rule {
  const kind = readRuleKey(key)?.kind ?? "due-list";
  const change = changes.get(key);
  const plain = { key, off: false, steps: {}, newsletterId: null, agreed: false };
  return { ...plain, ...change, kind, trust: change?.trust ?? trust };
}

/** The days of a rule's step. */
export function daysOf(rule: Pick<Rule, "kind" | "steps">, step: string): number {
  const own = rule.steps[step];
  if (own !== undefined) return own;
  const steps: Steps = defaultSteps[rule.kind];
  return steps[step]?.days ?? 0;
}

/** Whether these are steps a rule of this kind has, each within what may be chosen. */
export function mayHaveSteps(kind: RuleKind, steps: Readonly<Record<string, number>>): boolean {
  const known: Steps = defaultSteps[kind];
  return Object.entries(steps).every(([name, days]) => {
    const step = Object.hasOwn(known, name) ? known[name] : undefined;
    return step !== undefined && Number.isInteger(days) && days >= 0 && days <= step.most;
  });
}

/** A rule that would send this many at its first time asks first. */
export const askedFirst = 1000;
