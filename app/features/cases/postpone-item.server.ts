import { audit } from "~/features/audit/audit.server";
import { findItem, holdMinutes, itemsOf, itemsOfCases, updateItem } from "~/features/cases/agenda.db.server";
import { placesOf, updateCases } from "~/features/cases/cases.db.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

export type PostponeItemResult = { ok: true; caseId: string } | { ok: false; reason: "gone" | "approved" };

/**
 * Puts a case, or a part of one, off: its outcome here is that, and it stands first in the queue again with all that
 * has no other outcome within it. A part that is put off waits by itself once its case has been treated, and gets a
 * number of its own. The order of several that are put off together is that of the agenda when the last goes first.
 * So it is with what was not treated, but for what stands on every agenda; that may also be withdrawn for good.
 */
export async function postponeItem(
  db: RegionDb,
  {
    itemId,
    outcome = "postponed",
    to = "queued",
  }: { itemId: string; outcome?: "postponed" | "not_treated"; to?: "queued" | "withdrawn" },
): Promise<PostponeItemResult> {
  const found = await findItem(db, itemId);
  const minutes = found && (await holdMinutes(db, found.minutesId));
  if (!found || !minutes) return { ok: false, reason: "gone" };
  if (minutes.state === "approved") return { ok: false, reason: "approved" };
  const standing = found.case.kind === "opening" || found.case.kind === "other";
  const away = outcome === "not_treated" && (await takenUpElsewhere(db, found.minutesId, [found.caseId]));
  if (away && (standing || found.case.state !== "on_agenda" || away.has(found.caseId)))
    return { ok: true, caseId: found.caseId };
  const items = await itemsOf(db, found.minutesId);
  const under = items.filter((one) => one.case.parentId === found.caseId || one.case.parent?.parentId === found.caseId);
  const open = under.filter(
    (one) => one.outcome === null || one.outcome === "postponed" || one.outcome === "not_treated",
  );
  const changedById = accessFor(db).personId;
  for (const one of [found, ...open])
    if (one.outcome !== outcome) await updateItem(db, one.id, { outcome, changedById });
  const { first } = await placesOf(db, { bodyId: found.bodyId });
  await updateCases(
    db,
    open.map(({ caseId }) => caseId),
    { state: to },
  );
  await updateCases(db, [found.caseId], {
    state: to,
    ...(found.case.parentId === null && to === "queued" && { position: first - 1 }),
  });
  await audit(db, {
    action: "updated",
    subject: "case",
    id: found.caseId,
    before: { state: found.case.state, outcome: found.outcome },
    after: { state: to, outcome, minutesId: found.minutesId },
  });
  return { ok: true, caseId: found.caseId };
}

/** Marks the cases of a meeting that has ended as treated, but those that wait again or were withdrawn. */
export async function settleCases(db: RegionDb, minutesId: string): Promise<void> {
  const items = await itemsOf(db, minutesId);
  const here = items.filter((item) => item.case.state === "on_agenda" && item.outcome !== "postponed");
  const left = here.flatMap(({ outcome, caseId }) => (outcome === "not_treated" ? [caseId] : []));
  const away = await takenUpElsewhere(db, minutesId, left);
  await updateCases(
    db,
    here.flatMap(({ caseId }) => (away.has(caseId) ? [] : [caseId])),
    { state: "treated" },
  );
}

/** Which of these cases, taken off this agenda before its meeting, stand on another that is still to be treated. */
async function takenUpElsewhere(db: RegionDb, minutesId: string, caseIds: string[]): Promise<Set<string>> {
  const stands = caseIds.length === 0 ? [] : await itemsOfCases(db, caseIds);
  const coming = new Set(["planned", "agenda", "live"]);
  return new Set(
    stands.flatMap((one) =>
      one.minutesId !== minutesId && one.outcome === null && coming.has(one.minutes.state) ? [one.caseId] : [],
    ),
  );
}
