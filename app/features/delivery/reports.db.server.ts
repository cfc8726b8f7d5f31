import { type Outcome, outcomeOf } from "~/domain/delivery/hold";
import { outcomeOfReports, type ReportKind } from "~/domain/delivery/reports";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { HoldReason } from "../../../prisma/generated/enums";

export async function deliveryReportedOn(db: RegionDb, id: string) {
  return db.delivery.findFirst({ where: { id }, select: { id: true, personId: true, toAddress: true } });
}

/** Writes a report down; false when it was there. */
export async function insertReport(
  db: RegionDb,
  report: { deliveryId: string; key: string; kind: ReportKind; at: Date; code: string },
): Promise<boolean> {
  const { count } = await db.deliveryReport.createMany({ data: [report], skipDuplicates: true });
  return count === 1;
}

/** Somebody's hold as it stands, kept from others until the transaction ends. */
export async function holdForUpdate(db: RegionDb, personId: string) {
  const [person] = await db.$queryRaw<
    { id: string; email: string; heldSince: Date | null; heldReason: HoldReason | null }[]
  >`SELECT id, email, held_since AS "heldSince", held_reason AS "heldReason" FROM person
    WHERE region_id = NULLIF(current_setting('app.region_id', true), '')::uuid AND id = ${personId}::uuid FOR UPDATE`;
  return person ?? null;
}

export async function setHold(
  db: RegionDb,
  personId: string,
  hold: { since: Date; reason: HoldReason } | null,
): Promise<void> {
  const data = { heldSince: hold?.since ?? null, heldReason: hold?.reason ?? null };
  await db.person.updateMany({ where: { id: personId }, data });
}

/** As many messages as can tell whether there are three failures in a row, with those in between that say nothing. */
const looked = 30;

/**
 * What became of the last messages to an address since its hold was last lifted, the newest first, and whether one of
 * them was said to be unwanted. What failed on the way, and what nobody has told of, says nothing and is not there.
 */
export async function outcomesOf(db: RegionDb, { personId, address }: { personId: string; address: string }) {
  const lifted = await db.auditEvent.findFirst({
    where: {
      subjectKind: "person",
      subjectId: personId,
      after: { path: ["changed"], array_contains: ["hold-lifted"] },
    },
    select: { id: true },
    orderBy: { id: "desc" },
  });
  const last = await db.delivery.findMany({
    where: {
      personId,
      toAddress: address,
      ...(lifted && { id: { gt: lifted.id } }),
      OR: [{ state: "sent" }, { state: "failed", lastError: { startsWith: "recipient: " } }],
    },
    select: { state: true, lastError: true, transport: true, reports: { select: { kind: true } } },
    orderBy: { id: "desc" },
    take: looked,
  });
  const outcomes = last.flatMap(({ state, lastError, transport, reports }): Outcome[] => {
    const kinds = reports.map(({ kind }) => kind);
    const told = outcomeOfReports(kinds);
    if (told) return [told];
    if (state === "failed") return [outcomeOf((lastError ?? "").replace("recipient: ", ""))];
    // A provider tells later; the recipient's own server has taken it.
    return transport === "resend" || kinds.length > 0 ? [] : ["delivered"];
  });
  return { outcomes, complained: last.some(({ reports }) => reports.some(({ kind }) => kind === "complaint")) };
}
