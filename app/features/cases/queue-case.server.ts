import { audit } from "~/features/audit/audit.server";
import { bodyExists, createCase, placesOf } from "~/features/cases/cases.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type NewCaseInput = {
  bodyId: string;
  title: string;
  kind?: "opening" | "minutes" | "decision" | "information" | "other";
  /** Markdown. */
  presentation?: string;
  /** The proposed decision. Markdown. */
  proposal?: string;
  proposer?: string;
  proposerId?: string | null;
  closed?: boolean;
  /** "§ 13 jf. fvl. § 13": asked for when closed. */
  legalBasis?: string;
  /** ISO day. */
  wantedBy?: string | null;
  aboutMinutesId?: string | null;
  actionPlanId?: string | null;
  roundId?: string | null;
  /** The treatment in another body it comes from. */
  cameFromId?: string | null;
};

export type QueueCaseResult = { ok: true; id: string } | { ok: false; reason: "no-body" | "no-basis" };

/** Puts a case last in the queue of a body. One that is closed says by which law. */
export async function queueCase(db: RegionDb, input: NewCaseInput): Promise<QueueCaseResult> {
  const { bodyId, title, kind = "decision", closed = false, legalBasis = "" } = input;
  if (!(await bodyExists(db, bodyId))) return { ok: false, reason: "no-body" };
  if (closed && legalBasis.trim() === "") return { ok: false, reason: "no-basis" };
  const id = newId();
  const { last } = await placesOf(db, { bodyId });
  await createCase(db, {
    id,
    bodyId,
    parentId: null,
    kind,
    letter: "",
    position: last + 1,
    title,
    presentation: input.presentation ?? "",
    proposal: input.proposal ?? "",
    proposer: input.proposer ?? "",
    proposerId: input.proposerId ?? null,
    closed,
    legalBasis: closed ? legalBasis.trim() : "",
    state: "queued",
    cameFromId: input.cameFromId ?? null,
    wantedBy: input.wantedBy ? new Date(input.wantedBy) : null,
    aboutMinutesId: input.aboutMinutesId ?? null,
    actionPlanId: input.actionPlanId ?? null,
    roundId: input.roundId ?? null,
  });
  await audit(db, {
    action: "created",
    subject: "case",
    id,
    after: {
      bodyId,
      kind,
      closed,
      ...(!closed && { title }),
      ...(input.cameFromId && { cameFromId: input.cameFromId }),
    },
  });
  return { ok: true, id };
}
