import { audit } from "~/features/audit/audit.server";
import type { PaperForm } from "~/features/papers/paper-form.schema";
import { findPaper, holdEventOf, itemsOf, updatePaper } from "~/features/papers/papers.db.server";
import { stampOf } from "~/features/papers/papers.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Changes what a paper is called, who may read it, the item it belongs to and, where it is a link, its address. */
export async function changePaper(
  db: RegionDb,
  { eventId, paperId, form }: { eventId: string; paperId: string; form: PaperForm },
): Promise<{ ok: true } | { ok: false; reason: "gone" | "changed" | "link-missing" }> {
  await holdEventOf(db, eventId);
  const paper = await findPaper(db, eventId, paperId);
  if (!paper) return { ok: false, reason: "gone" };
  if (form.stamp !== stampOf(paper)) return { ok: false, reason: "changed" };
  if (!paper.file && form.link === "") return { ok: false, reason: "link-missing" };
  const item = (await itemsOf(db, eventId)).find((one) => one.id === form.itemId);
  const before = { name: paper.name, link: paper.link, open: paper.open, itemId: paper.itemId };
  const after = {
    name: form.name,
    link: paper.file ? "" : form.link,
    open: form.open,
    itemId: item?.id ?? null,
  };
  if (JSON.stringify(before) === JSON.stringify(after)) return { ok: true };
  await updatePaper(db, paperId, after);
  await audit(db, { action: "updated", subject: "paper", id: paperId, before, after });
  return { ok: true };
}
