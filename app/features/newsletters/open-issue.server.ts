import { isOpenForEdit } from "~/domain/newsletters/issue-step";
import { isUuid } from "~/domain/shared/ids";
import { holdIssue, type StoredIssue } from "~/features/newsletters/issues.db.server";
import { itemsOfIssue, type StoredItem } from "~/features/newsletters/items.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Why an issue or a piece of it cannot be changed: there is none, or it is approved, sent or dropped. */
export type NotOpen = { ok: false; reason: "gone" | "frozen" };

/** Holds an issue that may still be written in, with its pieces in their order. */
export async function openIssue(
  db: RegionDb,
  issueId: string,
): Promise<{ ok: true; issue: StoredIssue; items: StoredItem[] } | NotOpen> {
  const issue = isUuid(issueId) ? await holdIssue(db, issueId) : null;
  if (!issue) return { ok: false, reason: "gone" };
  if (!isOpenForEdit(issue.state)) return { ok: false, reason: "frozen" };
  return { ok: true, issue, items: await itemsOfIssue(db, issueId) };
}

/** The same with one of its pieces. */
export async function openItem(
  db: RegionDb,
  { issueId, itemId }: { issueId: string; itemId: string },
): Promise<{ ok: true; issue: StoredIssue; items: StoredItem[]; item: StoredItem } | NotOpen> {
  const opened = await openIssue(db, issueId);
  if (!opened.ok) return opened;
  const item = opened.items.find(({ id }) => id === itemId);
  return item ? { ...opened, item } : { ok: false, reason: "gone" };
}
