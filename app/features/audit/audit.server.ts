import { insertAudit } from "~/features/audit/audit.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Everything that is written down when it changes. */
export type AuditSubject =
  | "region"
  | "priority-area"
  | "person"
  | "role"
  | "municipality"
  | "area"
  | "actor"
  | "actor-name"
  | "actor-person"
  | "task"
  | "group"
  | "group-member"
  | "responsibility"
  | "communications-plan"
  | "plan-row"
  | "plan-occurrence"
  | "channel"
  | "publication"
  | "holiday"
  | "network"
  | "network-member"
  | "audience"
  | "audience-words"
  | "import"
  | "event"
  | "invitation"
  | "inbound-reply"
  | "registration"
  | "paper"
  | "feedback"
  | "attendance"
  | "deputy"
  | "feed"
  | "newsletter"
  | "newsletter-issue"
  | "newsletter-note"
  | "subscription"
  | "automation-rule"
  | "automation-due"
  | "delivery"
  | "governing-body"
  | "body-member"
  | "meeting-plan"
  | "case"
  | "minutes"
  | "agenda-item"
  | "follow-up"
  | "document-template"
  | "action-plan"
  | "activity"
  | "report-round"
  | "report-row"
  | "accounts"
  | "fee";

export type AuditAction =
  | "created"
  | "updated"
  | "removed"
  | "imported"
  | "invited"
  | "answered"
  | "approved"
  | "sent"
  /** Taken out as a file, with what it says of people. */
  | "exported"
  | "cancelled";

/** One change: ids of people, never their names or addresses, in `before` and `after` too. */
export type AuditEntry = {
  action: AuditAction;
  subject: AuditSubject;
  id: string;
  before?: object;
  after?: object;
};

/** Writes down changes in their own transaction, so that neither stands without the other. */
export async function audit(db: RegionDb, ...entries: AuditEntry[]): Promise<void> {
  await insertAudit(db, entries);
}
