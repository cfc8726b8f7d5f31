import { audit } from "~/features/audit/audit.server";
import { findItem, holdMinutes, itemsOf, updateItem } from "~/features/cases/agenda.db.server";
import { placesOf, updateCases } from "~/features/cases/cases.db.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

export type PostponeItemResult = { ok: true; caseId: string } | { ok: false; reason: "gone" | "approved" };

/**
 * Puts a case, or a part of one, off: its outcome here is that, and it stands first in the queue again with all that
 * has no other outcome within it. A part that is put off waits by itself once its case has been treated, and gets a
 * number of its own. The order of several that are put off together is that of the agenda when the last goes first.
 */
export async function postponeItem(db: RegionDb, { itemId }: { itemId: string }): Promise<PostponeItemResult> {
  const found = await findItem(db, itemId);
  const minutes = found && (await holdMinutes(db, found.minutesId));
  if (!found || !minutes) return { ok: false, reason: "gone" };
  if (minutes.state === "approved") return { ok: false, reason: "approved" };
  const items = await itemsOf(db, found.minutesId);
  const under = items.filter((one) => one.case.parentId === found.caseId || one.case.parent?.parentId === found.caseId);
  const open = under.filter(({ outcome }) => outcome === null || outcome === "postponed" || outcome === "not_treated");
  const changedById = accessFor(db).personId;
  for (const one of [found, ...open])
    if (one.outcome !== "postponed") await updateItem(db, one.id, { outcome: "postponed", changedById });
  const { first } = await placesOf(db, { bodyId: found.bodyId });
  await updateCases(
    db,
    open.map(({ caseId }) => caseId),
    { state: "queued" },
  );
  await updateCases(db, [found.caseId], {
    state: "queued",
    ...(found.case.parentId === null && { position: first - 1 }),
  });
  await audit(db, {
    action: "updated",
    subject: "case",
    id: found.caseId,
    before: { state: found.case.state, outcome: found.outcome },
    after: { state: "queued", outcome: "postponed", minutesId: found.minutesId },
  });
  return { ok: true, caseId: found.caseId };
}

/** Marks the cases of a meeting that has ended as treated, but those that wait again or were withdrawn. */
export async function settleCases(db: RegionDb, minutesId: string): Promise<void> {
  const items = await itemsOf(db, minutesId);
  const treated = items.filter((item) => item.case.state === "on_agenda" && item.outcome !== "postponed");
  await updateCases(
    db,
    treated.map(({ caseId }) => caseId),
    { state: "treated" },
  );
}
