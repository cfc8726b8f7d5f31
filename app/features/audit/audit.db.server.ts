import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import { Prisma } from "../../../prisma/generated/client";

/** Everything that is written down when it changes. */
export type AuditSubject =
  | "region"
  | "priority-area"
  | "person"
  | "role"
  | "municipality"
  | "actor"
  | "communications-plan"
  | "plan-row"
  | "network"
  | "import"
  | "event"
  | "invitation"
  | "delivery";

export type AuditAction =
  | "created"
  | "updated"
  | "removed"
  | "imported"
  | "invited"
  | "answered"
  | "sent"
  | "cancelled";

/** One change: ids of people, never their names or addresses, in `before` and `after` too. */
export type AuditEntry = {
  action: AuditAction;
  subject: AuditSubject;
  id: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/** Writes down changes in their own transaction, so that neither stands without the other. */
export async function audit(db: RegionDb, ...entries: AuditEntry[]): Promise<void> {
  const { personId, via } = accessFor(db);
  await db.auditEvent.createMany({
    data: entries.map(({ action, subject, id, before, after }) => ({
      personId,
      via,
      action,
      subjectKind: subject,
      subjectId: id,
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
    })),
  });
}

/** Newest first, fifty at a time; `before` is the id the last page ended with (UUIDv7 sorts by time). */
export async function auditPage(db: RegionDb, before: string | null) {
  return db.auditEvent.findMany({ where: before ? { id: { lt: before } } : {}, orderBy: { id: "desc" }, take: 51 });
}
