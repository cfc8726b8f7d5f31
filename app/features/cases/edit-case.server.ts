import { moved } from "~/domain/cases/agenda-order";
import { letterOf } from "~/domain/cases/numbers";
import { audit } from "~/features/audit/audit.server";
import { deleteItems, itemsOfCases } from "~/features/cases/agenda.db.server";
import { arrangeAgenda } from "~/features/cases/arrange-agenda.server";
import {
  bodyExists,
  caseAndParts,
  deleteCases,
  type FoundCase,
  holdCase,
  partsOf,
  placeCases,
  placesOf,
  queuedOf,
  updateCases,
} from "~/features/cases/cases.db.server";
import { holdOpenAgenda } from "~/features/cases/hold-agenda.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type CaseEdit = {
  bodyId?: string;
  kind?: "decision" | "information" | "minutes" | "other" | "opening";
  title: string;
  presentation: string;
  proposal: string;
  proposer?: string;
  closed?: boolean;
  legalBasis?: string;
  /** ISO day. */
  wantedBy?: string | null;
  version: number;
};

export type EditCaseResult =
  | { ok: true; id: string }
  | { ok: false; reason: "gone" | "changed-meanwhile" | "no-basis" | "no-body" | "on-agenda" };

/**
 * Changes a case, or a part of one. Its parts are as open or closed as it is. Another body can be chosen while it waits
 * in the queue. Who had opened it in an earlier version is refused.
 */
export async function editCase(db: RegionDb, id: string, form: CaseEdit): Promise<EditCaseResult> {
  const before = await holdCase(db, id);
  if (!before) return { ok: false, reason: "gone" };
  if (before.version !== form.version) return { ok: false, reason: "changed-meanwhile" };
  const part = before.parentId !== null;
  const closed = part ? before.closed : (form.closed ?? before.closed);
  const legalBasis = closed ? (part ? before.legalBasis : (form.legalBasis ?? before.legalBasis).trim()) : "";
  if (closed && legalBasis === "") return { ok: false, reason: "no-basis" };
  const bodyId = part ? before.bodyId : (form.bodyId ?? before.bodyId);
  const elsewhere = bodyId !== before.bodyId;
  if (elsewhere && !(await bodyExists(db, bodyId))) return { ok: false, reason: "no-body" };
  if (elsewhere && before.state !== "queued") return { ok: false, reason: "on-agenda" };
  const { title, presentation, proposal } = form;
  const position = elsewhere ? (await placesOf(db, { bodyId })).last + 1 : before.position;
  await updateCases(db, [id], {
    ...{ bodyId, position, title, presentation, proposal, closed, legalBasis },
    ...(!part && {
      kind: form.kind ?? before.kind,
      proposer: form.proposer ?? before.proposer,
      wantedBy: form.wantedBy === undefined ? before.wantedBy : form.wantedBy ? new Date(form.wantedBy) : null,
    }),
    version: { increment: 1 },
  });
  if (!part && (closed !== before.closed || legalBasis !== before.legalBasis || elsewhere)) {
    const within = (await caseAndParts(db, id)).filter((one) => one.id !== id).map((one) => one.id);
    await updateCases(db, within, { closed, legalBasis, bodyId });
  }
  await audit(db, {
    action: "updated",
    subject: "case",
    id,
    before: audited(before),
    after: audited({ ...before, ...form, closed, legalBasis, bodyId }),
  });
  return { ok: true, id };
}

/** What is written down of a case: of a closed one, that it is. */
function audited(one: Pick<FoundCase, "bodyId" | "closed" | "legalBasis" | "title">) {
  const { bodyId, closed, legalBasis, title } = one;
  return { bodyId, closed, legalBasis, ...(!closed && { title }) };
}

export type MoveResult = { ok: true; title: string; place: number } | { ok: false; reason: "gone" };

/**
 * Lets a whole case change places with the one before or after it in the queue of its body. A part that waits by itself
 * stands before them, by its place in its case, and keeps that.
 */
export async function moveInQueue(db: RegionDb, { caseId, by }: { caseId: string; by: -1 | 1 }): Promise<MoveResult> {
  const one = await holdCase(db, caseId);
  if (!one) return { ok: false, reason: "gone" };
  const queue = await queuedOf(db, one.bodyId);
  const whole = queue.flatMap(({ id, parentId }) => (parentId === null ? [id] : []));
  const at = whole.indexOf(caseId);
  if (at < 0) return { ok: false, reason: "gone" };
  const order = moved(whole, at, by);
  await placeCases(db, order);
  const ahead = queue.length - whole.length + 1;
  const place = order.indexOf(caseId) + ahead;
  await audit(db, { action: "updated", subject: "case", id: caseId, before: { place: at + ahead }, after: { place } });
  return { ok: true, title: one.title, place };
}

/** Lets a part change places with the one before or after it; the letters follow the order. */
export async function movePart(
  db: RegionDb,
  { caseId, partId, by }: { caseId: string; partId: string; by: -1 | 1 },
): Promise<MoveResult> {
  const parent = await holdCase(db, caseId);
  const parts = parent ? await partsOf(db, caseId) : [];
  const at = parts.findIndex(({ id }) => id === partId);
  const part = parts[at];
  if (!parent || !part) return { ok: false, reason: "gone" };
  const order = moved(parts, at, by);
  await placeParts(db, order);
  await arrangeAgendasOf(db, caseId);
  const place = order.indexOf(part) + 1;
  await audit(db, { action: "updated", subject: "case", id: partId, before: { place: at + 1 }, after: { place } });
  return { ok: true, title: part.title, place };
}

async function placeParts(db: RegionDb, parts: { id: string; letter: string }[]) {
  await placeCases(
    db,
    parts.map(({ id }) => id),
  );
  const lettered = parts.filter(({ letter }) => letter !== "");
  for (const [at, { id, letter }] of lettered.entries())
    if (letter !== letterOf(at)) await updateCases(db, [id], { letter: letterOf(at) });
}

/** Takes a part out of its case, with what is within it. One that has been treated stays. */
export async function removePart(
  db: RegionDb,
  { caseId, partId }: { caseId: string; partId: string },
): Promise<{ ok: true; title: string } | { ok: false; reason: "gone" | "treated" }> {
  const parent = await holdCase(db, caseId);
  const part = (parent ? await partsOf(db, caseId) : []).find(({ id }) => id === partId);
  if (!parent || !part) return { ok: false, reason: "gone" };
  const ids = (await caseAndParts(db, partId)).map(({ id }) => id);
  const items = await itemsOfCases(db, ids);
  if (items.some((item) => !["planned", "agenda"].includes(item.minutes.state)))
    return { ok: false, reason: "treated" };
  await deleteItems(
    db,
    items.map(({ id }) => id),
  );
  await deleteCases(db, ids.toReversed());
  await placeParts(db, await partsOf(db, caseId));
  await arrangeAgendasOf(db, caseId);
  await audit(db, { action: "removed", subject: "case", id: partId, before: { parentId: caseId } });
  return { ok: true, title: part.title };
}

/** Gives the parts of a case their items on the agenda it stands on, where that can still be changed. */
export async function arrangeAgendasOf(db: RegionDb, caseId: string): Promise<void> {
  for (const { minutesId } of await itemsOfCases(db, [caseId])) {
    const minutes = await holdOpenAgenda(db, minutesId);
    if (minutes) await arrangeAgenda(db, minutes);
  }
}

/** Takes a case that waits out of the queue, or puts one that was withdrawn back, last. */
export async function withdrawCase(
  db: RegionDb,
  { caseId, back = false }: { caseId: string; back?: boolean },
): Promise<{ ok: true } | { ok: false; reason: "gone" | "state" }> {
  const one = await holdCase(db, caseId);
  if (!one) return { ok: false, reason: "gone" };
  if (one.state !== (back ? "withdrawn" : "queued")) return { ok: false, reason: "state" };
  const state = back ? ("queued" as const) : ("withdrawn" as const);
  const within = await caseAndParts(db, caseId);
  const { last } = await placesOf(db, { bodyId: one.bodyId });
  await updateCases(
    db,
    within.filter((part) => part.state === one.state).map(({ id }) => id),
    { state },
  );
  if (back && one.parentId === null) await updateCases(db, [caseId], { position: last + 1 });
  await audit(db, { action: "updated", subject: "case", id: caseId, before: { state: one.state }, after: { state } });
  return { ok: true };
}
