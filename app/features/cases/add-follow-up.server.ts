import { isClosed } from "~/domain/cases/closed";
import { audit } from "~/features/audit/audit.server";
import { actorNamed, countOfItem, createFollowUp } from "~/features/cases/follow-ups.db.server";
import { holdTaken } from "~/features/cases/taken.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type AddedFollowUp = { ok: true; id: string } | { ok: false; reason: "no-decision" };

/** Adds something to be done after a decision once its meeting is over; who does it is an actor where it is named as one. */
export async function addFollowUp(
  db: RegionDb,
  input: {
    itemId: string;
    words: string;
    responsible: string;
    dueOn: string | null;
    maySee: (bodyId: string) => boolean;
  },
): Promise<AddedFollowUp> {
  const { itemId, words, responsible, dueOn, maySee } = input;
  const found = await holdTaken(db, itemId);
  if (!found || (isClosed(found.case) && !maySee(found.bodyId))) return { ok: false, reason: "no-decision" };
  const id = newId();
  await createFollowUp(db, {
    ...{ id, itemId, words, responsible },
    position: await countOfItem(db, itemId),
    dueOn: dueOn === null ? null : new Date(dueOn),
    actorId: await actorNamed(db, responsible),
  });
  await audit(db, { action: "created", subject: "follow-up", id, after: { item: itemId, dueOn } });
  return { ok: true, id };
}
