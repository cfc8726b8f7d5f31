import type { RollUpKey } from "~/domain/reports/roll-up";
import type { RoundKind } from "~/domain/reports/round-content";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Submitted = {
  roundId: string;
  number: number;
  submittedAt: Date;
  kind: RoundKind;
  from: string;
  to: string;
  name: string;
};

/**
 * The last version of each report that has been submitted, the newest period first. It reads what was frozen and
 * nothing else: a round that is opened again is what it was when it was last submitted.
 */
export async function listSubmitted(db: RegionDb): Promise<Submitted[]> {
  return db.$queryRaw<Submitted[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (round_id) round_id::text AS "roundId", number, submitted_at AS "submittedAt",
        content->>'kind' AS kind, content->>'from' AS "from", content->>'to' AS "to", content->>'name' AS name
      FROM report_submission ORDER BY round_id, number DESC) AS last
    ORDER BY "to" DESC, "from" DESC, kind, "submittedAt" DESC`;
}

/** The version of the region's report of a period, as it was frozen; the last where no number is given. */
export async function findSubmitted(db: RegionDb, key: RollUpKey, number?: number) {
  const { kind, from, to } = key;
  const last = (await listSubmitted(db)).find((one) => one.kind === kind && one.from === from && one.to === to);
  if (!last) return null;
  const found = await db.reportSubmission.findFirst({
    where: { roundId: last.roundId, number: number ?? last.number },
    select: { number: true, submittedAt: true, reason: true, content: true },
  });
  return found && { ...found, last: last.number };
}
