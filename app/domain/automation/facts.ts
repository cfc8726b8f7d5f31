import type { RuleChange, Trust } from "./rules";

type Span = { from: string; to: string };

/** The region's clock and calendar, as what reckons days and times with it needs them. Pure. */
export type Calendar = {
  zone: string;
  /** When the region opens on the first working day at or after a day (ISO): ISO instant (M8). */
  onOrAfter(day: string): string;
  /** When it opens on the last working day at or before a day: for what reminds of something. */
  onOrBefore(day: string): string;
  /** The first instant at or after this one at which mail may leave by itself. */
  open(instant: string): string;
  /** A time of day on a day, as an instant. */
  instant(day: string, time: string): string;
  /** The local day of an instant. */
  dayOf(instant: string): string;
  /** Whether something may be proposed on a day. */
  mayHold(day: string): boolean;
  /** When a reminder of an event goes, so many working days before; null when it cannot. */
  reminder(
    kind: "unanswered" | "coming",
    days: number,
    event: { startsAt: string; replyBy: string | null },
  ): string | null;
};

/** Whom something goes to, as a person says it, and how many they are. */
export type Whom = {
  words: string;
  people: number;
  /** Their ids, where they were looked up; the same list for the same people. */
  ids?: readonly string[];
  /** Somebody has said whom it is for; else its words were read, and somebody must look. */
  sure: boolean;
};

/** An event made of one time of a row or a network. Instants are ISO. */
export type MadeEvent = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  /** ISO day. */
  replyBy: string | null;
  state: "draft" | "published" | "held";
  /** The day (ISO) the rule made it; null for what a person made, which is hers to invite to. */
  madeOn: string | null;
};

export type MadeIssue = {
  id: string;
  title: string;
  state: "draft" | "approval" | "approved" | "sent" | "dropped";
  sendAt: string | null;
};

/** One time a row or a network is to happen: a window of its words, or its part of a cadence. */
export type Time = Span & {
  /** HH:MM, where the words say one. */
  time: string | null;
  /** Somebody has said that it is done, or dropped. */
  settled: boolean;
  event: MadeEvent | null;
  issue: MadeIssue | null;
  /** Something was said elsewhere from the row in it, or a day for it is set. */
  published: boolean;
};

/** A row of the plan, by what becomes of it. */
export type RowFacts = {
  id: string;
  name: string;
  becomes: "issue" | "event" | "publication";
  eventKind: string;
  times: readonly Time[];
  whom: Whom;
  /** Who is told that something is to be done. */
  told: Whom;
  newsletter: { id: string; name: string; fourEyes: boolean } | null;
};

export type NetworkFacts = { id: string; name: string; times: readonly Time[]; whom: Whom; told: Whom };

/** Something an event that people are invited to does by itself: `at` is an ISO instant. */
export type EventMail = {
  key: string;
  kind: "invitation" | "reminder-unanswered" | "reminder-coming" | "feedback-request";
  at: string;
  eventId: string;
  eventKind: string;
  title: string;
  whom: Whom;
};

/** An issue that goes out at a time somebody has set, and is of no row. */
export type ScheduledIssue = {
  id: string;
  newsletterId: string;
  title: string;
  at: string;
  approved: boolean;
  whom: Whom;
};

/** A round of reporting whose rows are to be filled in by a day (ISO), and those who have not filled in theirs. */
export type RoundFacts = { id: string; name: string; rowsBy: string; whom: Whom };

export type Facts = {
  /** ISO instant. */
  now: string;
  calendar: Calendar;
  trust: Trust;
  rules: ReadonlyMap<string, RuleChange>;
  /** The keys that are done with. */
  done: ReadonlySet<string>;
  rows: readonly RowFacts[];
  networks: readonly NetworkFacts[];
  mails: readonly EventMail[];
  issues: readonly ScheduledIssue[];
  /** Who gets the list of what is due. */
  coordinators: Whom;
  /** Those who own activities of an adopted action plan, by its year. */
  owners: ReadonlyMap<string, Whom>;
  /** The rounds of reporting that are not submitted. */
  rounds: readonly RoundFacts[];
  /** Whether a rule has sent anything before. */
  hasSent(rule: string): boolean;
};
