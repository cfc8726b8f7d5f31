import { audit } from "~/features/audit/audit.server";
import { holdEventOf, papersOfEvent, updatePaper } from "~/features/papers/papers.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Lets a paper change places with the one before or after it. The first stays first and the last last. */
export async function movePaper(
  db: RegionDb,
  { eventId, paperId, by }: { eventId: string; paperId: string; by: -1 | 1 },
): Promise<{ ok: true; name: string } | { ok: false; reason: "gone" }> {
  await holdEventOf(db, eventId);
  const papers = await papersOfEvent(db, eventId);
  const at = papers.findIndex(({ id }) => id === paperId);
  const paper = papers[at];
  if (!paper) return { ok: false, reason: "gone" };
  const other = papers[at + by];
  if (!other) return { ok: true, name: paper.name };
  const order = papers.map(({ id }) => id);
  order[at] = other.id;
  order[at + by] = paper.id;
  for (const [place, id] of order.entries())
    if (papers.find((one) => one.id === id)?.position !== place + 1) await updatePaper(db, id, { position: place + 1 });
  await audit(db, {
    action: "updated",
    subject: "paper",
    id: paperId,
    before: { place: at + 1 },
    after: { place: at + by + 1 },
  });
  return { ok: true, name: paper.name };
}
