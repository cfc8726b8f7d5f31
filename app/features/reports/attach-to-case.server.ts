import { audit } from "~/features/audit/audit.server";
import { queueCase } from "~/features/cases/queue-case.server";
import { casesOfRound, findRound, lockRound } from "~/features/reports/reports.db.server";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

export type AttachedCase =
  | { ok: true; caseId: string }
  | { ok: false; reason: "not-found" | "no-body" }
  /** The body has the report in a case that is under way. */
  | { ok: false; reason: "case-open" };

/** Puts the report in the queue of a body as a case, which shows it. A body has one case of it under way at a time. */
export async function attachToCase(
  db: RegionDb,
  { roundId, bodyId }: { roundId: string; bodyId: string },
): Promise<AttachedCase> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  const open = (await casesOfRound(db, roundId)).some(
    (one) => one.body.id === bodyId && (one.state === "queued" || one.state === "on_agenda"),
  );
  if (open) return { ok: false, reason: "case-open" };
  const { name } = round;
  const queued = await queueCase(db, {
    ...{ bodyId, roundId, title: name },
    presentation: m.reports_case_presentation({ name, period: describeDays(round) }),
    proposal: m.reports_case_proposal({ name }),
  });
  if (!queued.ok) return { ok: false, reason: "no-body" };
  await audit(db, {
    ...{ action: "updated", subject: "report-round", id: roundId },
    before: { caseId: null },
    after: { caseId: queued.id },
  });
  return { ok: true, caseId: queued.id };
}
