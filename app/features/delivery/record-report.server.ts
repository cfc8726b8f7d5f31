import type { ReportKind } from "~/domain/delivery/reports";
import { isUuid } from "~/domain/shared/ids";
import { judgeHold } from "~/features/delivery/judge-hold.server";
import { deliveryReportedOn, insertReport } from "~/features/delivery/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Report = {
  deliveryId: string;
  /** What its sender calls it: the same report counts once. */
  key: string;
  kind: ReportKind;
  at: Date;
  /** The status or the provider's word; holds no address. */
  code: string;
  /** Whom it is about, where it says so: another than the recipient is not believed. */
  recipient?: string | null;
};

/**
 * Records what the outside says of a message, and holds the recipient's address, or lifts a hold that failures alone had
 * made, as everything said so far has it (M3, M4): the order it comes in does not matter.
 */
export async function recordReport(
  db: RegionDb,
  { deliveryId, key, kind, at, code, recipient = null }: Report,
  now: Date,
): Promise<"recorded" | "known" | "unknown"> {
  const delivery = isUuid(deliveryId) ? await deliveryReportedOn(db, deliveryId) : null;
  if (!delivery || (recipient && recipient.toLowerCase() !== delivery.toAddress.toLowerCase())) return "unknown";
  const report = { deliveryId: delivery.id, key, kind, at, code: code.replace(/\S+@\S+/g, "").slice(0, 100) };
  if (!(await insertReport(db, report))) return "known";
  await judgeHold(db, delivery, now);
  return "recorded";
}
