import type { AuditEntry } from "~/features/audit/audit.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import { Prisma } from "../../../prisma/generated/client";

export async function insertAudit(db: RegionDb, entries: AuditEntry[]): Promise<void> {
  const { personId, via } = accessFor(db);
  await db.auditEvent.createMany({
    data: entries.map(({ action, subject, id, before, after }) => ({
      personId,
      via,
      action,
      subjectKind: subject,
      subjectId: id,
      before: (before as Prisma.InputJsonObject | undefined) ?? Prisma.DbNull,
      after: (after as Prisma.InputJsonObject | undefined) ?? Prisma.DbNull,
    })),
  });
}
