/** What a rule does at one time. */
export type PlannedKind =
  /** A draft of an issue is made, and its editor told. */
  | "issue-draft"
  /** The editor is reminded of an issue that has not gone out. */
  | "issue-reminder"
  | "issue"
  /** A draft of an event is made, and who is responsible told. */
  | "event-draft"
  | "invitation"
  /** To those who have not answered. */
  | "reminder-unanswered"
  /** To those who come. */
  | "reminder-coming"
  | "feedback-request"
  /** Who is responsible for a publication is told that its time has come, or is soon over. */
  | "publication-reminder"
  /** The coordinator's list of what is due. */
  | "due-list"
  /** The owners of activities of the action plan are asked how they go. */
  | "stale-activities"
  /** Those who answer for rows of a report that are not delivered are reminded of them. */
  | "report-reminder";

/** What somebody must do before it happens; null when nothing. */
export type WaitsFor = "approval" | "person" | null;

/** One line of what the rules will do. */
export type Planned = {
  /** Names rule, occurrence and step, so that it is done once (M6). */
  key: string;
  /** ISO instant. */
  at: string;
  kind: PlannedKind;
  /** The rule's key: "issue:<plan row>", "gathering:<network>", "reminder:webinar", "due-list", "activities", "reports". */
  rule: string;
  /** What it is about, as a person says it. */
  subject: string;
  /** Whom it goes to, as a person says it. */
  audience: string;
  recipients: number;
  waitsFor: WaitsFor;
};

/** What a planned line is about: what the one who does it needs. Days are ISO days, both inclusive. */
export type About = {
  planRowId?: string;
  networkId?: string;
  newsletterId?: string | null;
  eventId?: string;
  issueId?: string;
  roundId?: string;
  /** The time of the row or network it is of. */
  from?: string;
  to?: string;
  /** The day, the time of day and the kind of an event to be made. */
  day?: string;
  time?: string;
  eventKind?: string;
  /** When an issue to be made goes out. ISO instant. */
  sendAt?: string;
};

/**
 * A planned line with what doing it needs. After `until` (ISO instant) it is of no use any more; one whose time has
 * passed and that is not done yet is made up for before then.
 */
export type PlannedStep = Planned & { until: string; about: About };
