import { z } from "zod";

/** What a list of what is due names: what a rule does, and rows whose time is open. */
const ruleLines = [
  "issue-draft",
  "issue-reminder",
  "issue",
  "event-draft",
  "invitation",
  "reminder-unanswered",
  "reminder-coming",
  "feedback-request",
  "publication-reminder",
  "due-list",
  "stale-activities",
  "report-reminder",
  "window",
] as const;

const line = z.string().trim().min(1);

/** What every message of a rule to those who work with the region says. */
const ofRule = z.object({
  regionName: line,
  /** The page it is about, as its address on the installation begins: "/r/…". */
  path: z.string().regex(/^\/[^/]/),
});

/** The time it is about; both days inclusive. */
const window = { from: z.iso.date(), to: z.iso.date() };

const dueItem = z.object({ day: z.iso.date(), what: z.enum(ruleLines), title: z.string(), recipients: z.int() });

/** What the rules of a region send to those who work with it. */
export const ruleMessages = [
  /** To the editors of a newsletter: a draft of an issue is made, or it is time to make one. */
  ofRule.extend({
    kind: z.literal("issue-draft"),
    title: line,
    ...window,
    made: z.boolean(),
    /** The day it goes out once it is approved; null when somebody sends it. */
    sendOn: z.iso.date().nullable(),
  }),
  /** The time of an issue is soon over, and it has not gone out. */
  ofRule.extend({ kind: z.literal("issue-reminder"), title: line, closesOn: z.iso.date() }),
  /** Somebody asks that an issue be approved. */
  ofRule.extend({ kind: z.literal("approval-request"), title: line, askedBy: line }),
  /** To who is responsible: a draft of an event is made, or it is time to make one. */
  ofRule.extend({
    kind: z.literal("event-draft"),
    title: line,
    day: z.iso.date(),
    made: z.boolean(),
    /** The day the invitation goes out once somebody has said yes; null when somebody sends it. */
    inviteOn: z.iso.date().nullable(),
    /** Whom it is for, in words; null when nobody has said. */
    audience: line.nullable(),
  }),
  /** The time of something to be said elsewhere has come, or is soon over. */
  ofRule.extend({ kind: z.literal("publication-reminder"), title: line, ...window, closing: z.boolean() }),
  /** The coordinator's week: what waits, and what is to come. */
  ofRule.extend({
    kind: z.literal("due-list"),
    ...window,
    waiting: z.array(dueItem),
    coming: z.array(dueItem),
  }),
  /** To who owns activities of the action plan of which somebody should say how they go. `count`: of them all. */
  ofRule.extend({
    kind: z.literal("stale-activities"),
    count: z.int().positive(),
    activities: z.array(
      z.object({
        name: line,
        measure: z.string(),
        kind: z.enum(["not-begun", "overdue", "silent"]),
        since: z.iso.date(),
      }),
    ),
  }),
] as const;
