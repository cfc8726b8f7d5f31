import { audit } from "~/features/audit/audit.server";
import { keepFresh } from "~/features/reports/count-figures.server";
import { insertSubmission, listSubmissions } from "~/features/reports/report-content.db.server";
import { findRound, lockRound, updateRound } from "~/features/reports/reports.db.server";
import { roundContent } from "~/features/reports/round-content.view.server";
import { type Recounted, type SeenParts, submittable } from "~/features/reports/submit.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SubmittedRound =
  | { ok: true; number: number }
  | { ok: false; reason: "not-found" | "submitted" | "changed-meanwhile" | "no-reason" }
  /** Something lacks, and nobody has said that it is submitted all the same. */
  | { ok: false; reason: "lacks" }
  /** The parts of the report that are not as they were seen, and what the figures among them are called. */
  | { ok: false; reason: "not-as-seen"; parts: string[]; figures: string[] };

/**
 * Submits a report: its figures are counted again, what it says is frozen under the next number, with who and when, and
 * its rows, texts, figures and accounts are closed. One that is submitted is refused, by two at once too; so is one that
 * is not as it was `seen`. From the second on it says what was corrected.
 */
export async function submitRound(
  db: RegionDb,
  {
    roundId,
    version,
    personId,
    reason = "",
    confirmed,
    seen,
    now,
  }: {
    roundId: string;
    version: number;
    personId: string | null;
    /** What was corrected. */
    reason?: string;
    /** Whether it is submitted with what it lacks. */
    confirmed: boolean;
    /** What was seen of it; without it, it is submitted as it stands. */
    seen?: SeenParts;
    now: Date;
  },
): Promise<SubmittedRound> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "submitted" };
  if (round.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const number = ((await listSubmissions(db, roundId))[0]?.number ?? 0) + 1;
  const corrected = number === 1 ? "" : reason.trim();
  if (number > 1 && corrected === "") return { ok: false, reason: "no-reason" };
  const asIs = await submittable(db, roundId, now);
  if (!asIs) return { ok: false, reason: "not-found" };
  const parts = seen ? Object.keys(asIs.seen).filter((part) => asIs.seen[part] !== seen[part]) : [];
  const figures = parts.flatMap((part) => asIs.labels[part] ?? []);
  if (parts.length > 0) return { ok: false, reason: "not-as-seen", parts, figures };
  if (!confirmed && asIs.lacks.length > 0) return { ok: false, reason: "lacks" };
  await keepFresh(db, round, asIs.fresh, now);
  const content = await roundContent(db, roundId);
  if (!content) return { ok: false, reason: "not-found" };
  await insertSubmission(db, { roundId, number, content, reason: corrected, personId, submittedAt: now });
  await updateRound(db, { id: roundId, version }, { state: "submitted", submittedAt: now, correction: "" });
  await audit(db, {
    ...{ action: "sent", subject: "report-round", id: roundId },
    before: { state: round.state },
    after: {
      ...{ state: "submitted", number, ...(corrected && { reason: corrected }) },
      ...(asIs.recounted.length > 0 && { counted: valuesOf(asIs.recounted) }),
    },
  });
  return { ok: true, number };
}

const valuesOf = (figures: readonly Recounted[]) =>
  Object.fromEntries(figures.map(({ key, after }) => [key, after === null ? null : Number(after) / 100]));

export type ReopenedRound =
  | { ok: true }
  | { ok: false; reason: "not-found" | "not-submitted" | "changed-meanwhile" | "no-reason" };

/** Opens a submitted report for a correction, with a reason. What was submitted stands; the next one is a new version. */
export async function reopenRound(
  db: RegionDb,
  { roundId, version, reason }: { roundId: string; version: number; reason: string },
): Promise<ReopenedRound> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state !== "submitted") return { ok: false, reason: "not-submitted" };
  if (round.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const why = reason.trim();
  if (why === "") return { ok: false, reason: "no-reason" };
  await updateRound(db, { id: roundId, version }, { state: "correcting", correction: why });
  await audit(db, {
    ...{ action: "updated", subject: "report-round", id: roundId },
    before: { state: "submitted" },
    after: { state: "correcting", reason: why },
  });
  return { ok: true };
}
