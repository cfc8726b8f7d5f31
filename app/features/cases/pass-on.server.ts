import { basisOf, isClosed } from "~/domain/cases/closed";
import { audit } from "~/features/audit/audit.server";
import { findItem, updateItem } from "~/features/cases/agenda.db.server";
import { copyPapers } from "~/features/cases/case-papers.db.server";
import { bodyExists, updateCases } from "~/features/cases/cases.db.server";
import { queueCase } from "~/features/cases/queue-case.server";
import { casesFrom } from "~/features/cases/story.db.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type PassOnResult =
  | { ok: true; caseId: string; made: boolean }
  | { ok: false; reason: "gone" | "no-body" | "same-body" | "not-decided" };

/**
 * Passes a case on to another body: it waits there as a case whose proposal is what was decided here, with the same
 * presentation and papers, closed if it was closed. Done again, the case that waits gets the decision as it is now; one
 * that has been taken up there is left as it is.
 */
export async function passOn(
  db: RegionDb,
  { itemId, bodyId }: { itemId: string; bodyId: string },
): Promise<PassOnResult> {
  const item = await findItem(db, itemId);
  if (!item) return { ok: false, reason: "gone" };
  if (item.bodyId === bodyId) return { ok: false, reason: "same-body" };
  if (!(await bodyExists(db, bodyId))) return { ok: false, reason: "no-body" };
  if (item.outcome === null || item.outcome === "postponed" || item.outcome === "not_treated")
    return { ok: false, reason: "not-decided" };
  if (item.passOnToId !== bodyId)
    await updateItem(db, itemId, { passOnToId: bodyId, changedById: accessFor(db).personId });
  const proposal = item.decision || item.case.proposal;
  const before = (await casesFrom(db, itemId)).find((one) => one.bodyId === bodyId && one.state !== "withdrawn");
  if (before) {
    if (before.state === "queued" && before.proposal !== proposal) {
      await updateCases(db, [before.id], { proposal, version: { increment: 1 } });
      await audit(db, { action: "updated", subject: "case", id: before.id, after: { cameFromId: itemId } });
    }
    return { ok: true, caseId: before.id, made: false };
  }
  const closed = isClosed(item.case);
  const made = await queueCase(db, {
    bodyId,
    title: item.case.title,
    kind: item.case.kind === "information" ? "information" : "decision",
    presentation: item.case.presentation,
    proposal,
    proposer: item.body.name,
    closed,
    legalBasis: closed ? basisOf(item.case) : "",
    cameFromId: itemId,
    actionPlanId: item.case.actionPlanId,
    roundId: item.case.roundId,
  });
  if (!made.ok) return { ok: false, reason: "no-body" };
  await copyPapers(
    db,
    item.case.papers.map(({ name, link, fileId, position }) => ({
      id: newId(),
      caseId: made.id,
      name,
      link,
      fileId,
      position,
    })),
  );
  await audit(db, {
    action: "updated",
    subject: "agenda-item",
    id: itemId,
    after: { passOnToId: bodyId, becameId: made.id },
  });
  return { ok: true, caseId: made.id, made: true };
}

/**
 * Withdraws what a treatment was passed on as where it no longer is: a case that waits in another body than `bodyId`.
 * One that has been taken up there stays.
 */
export async function takeBack(
  db: RegionDb,
  { itemId, bodyId }: { itemId: string; bodyId: string | null },
): Promise<void> {
  const found = await casesFrom(db, itemId);
  for (const one of found.filter((each) => each.state === "queued" && each.bodyId !== bodyId)) {
    await updateCases(db, [one.id], { state: "withdrawn" });
    await audit(db, {
      action: "updated",
      subject: "case",
      id: one.id,
      before: { state: "queued" },
      after: { state: "withdrawn", cameFromId: itemId },
    });
  }
}
