import { letterOf } from "~/domain/cases/numbers";
import { audit } from "~/features/audit/audit.server";
import { createCase, holdCase, partsOf } from "~/features/cases/cases.db.server";
import { arrangeAgendasOf } from "~/features/cases/edit-case.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** How deep parts go: a lettered item or bullet of a case, and a bullet of a lettered item. */
export const deepestPart = 2;

export type AddPartResult = { ok: true; id: string } | { ok: false; reason: "gone" | "too-deep" | "treated" };

/** Adds a lettered item or a bullet to a case, last. It is as open or closed as the case. */
export async function addPart(
  db: RegionDb,
  input: { caseId: string; lettered: boolean; title: string; presentation?: string; proposal?: string },
): Promise<AddPartResult> {
  const parent = await holdCase(db, input.caseId);
  if (!parent) return { ok: false, reason: "gone" };
  if (parent.state === "treated" || parent.state === "withdrawn") return { ok: false, reason: "treated" };
  const depth = parent.parent ? (parent.parent.parent ? 3 : 2) : 1;
  if (depth > deepestPart || (depth === deepestPart && input.lettered)) return { ok: false, reason: "too-deep" };
  const parts = await partsOf(db, parent.id);
  const id = newId();
  await createCase(db, {
    id,
    bodyId: parent.bodyId,
    parentId: parent.id,
    kind: parent.kind === "decision" ? "decision" : "information",
    letter: input.lettered ? letterOf(parts.filter(({ letter }) => letter !== "").length) : "",
    position: (parts.at(-1)?.position ?? 0) + 1,
    title: input.title,
    presentation: input.presentation ?? "",
    proposal: input.proposal ?? "",
    proposer: "",
    proposerId: null,
    closed: parent.closed,
    legalBasis: parent.legalBasis,
    state: parent.state,
    cameFromId: null,
    wantedBy: null,
    aboutMinutesId: null,
    actionPlanId: null,
    roundId: null,
  });
  await audit(db, {
    action: "created",
    subject: "case",
    id,
    after: { parentId: parent.id, ...(!parent.closed && { title: input.title }) },
  });
  if (parent.state === "on_agenda") await arrangeAgendasOf(db, parent.parentId ?? parent.id);
  return { ok: true, id };
}
