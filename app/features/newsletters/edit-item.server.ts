import type { Words } from "~/domain/newsletters/words";
import { audit } from "~/features/audit/audit.server";
import { lastEditOf, updateItem } from "~/features/newsletters/issue-items.db.server";
import { saveIssue } from "~/features/newsletters/issues.db.server";
import type { ItemForm } from "~/features/newsletters/item-form.schema";
import type { StoredItem } from "~/features/newsletters/items.db.server";
import { type NotOpen, openItem } from "~/features/newsletters/open-issue.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What of an item is written, in every language it is written in; the subject belongs to the introduction. */
export type ItemWords = {
  subject: Words;
  heading: Words;
  body: Words;
  linkLabel: Words;
  imageAlt: Words;
  link: string;
};

export type Edited =
  /** `issueVersion`: that of the whole issue afterwards. */
  | { ok: true; version: number; issueVersion: number }
  | NotOpen
  | { ok: false; reason: "alt-missing" }
  /** Somebody else has changed it; null for somebody who is no longer known. */
  | { ok: false; reason: "changed"; version: number; by: string | null; at: Date | null; theirs: ItemWords };

const parts = ["heading", "body", "linkLabel", "imageAlt"] as const;

/**
 * Writes the words of an item. What was made from an older version is refused with what stands there, but for what the
 * same window of a browser has written itself: the answer to that was lost on its way, and it writes on.
 */
export async function editItem(
  db: RegionDb,
  { issueId, itemId, form }: { issueId: string; itemId: string; form: ItemForm },
): Promise<Edited> {
  const opened = await openItem(db, { issueId, itemId });
  if (!opened.ok) return opened;
  const { item, issue } = opened;
  const before = wordsOf(item, issue.subject);
  const after = merged(before, form);
  const fields = changedFields(before, after);
  if (fields.length === 0) return { ok: true, version: item.version, issueVersion: issue.version };
  if (form.version !== item.version) {
    const last = await lastEditOf(db, issueId, itemId);
    if (form.writer === "" || last?.writer !== form.writer) {
      return {
        ok: false,
        reason: "changed",
        version: item.version,
        by: last?.name ?? null,
        at: last?.at ?? null,
        theirs: before,
      };
    }
  }
  if (item.imageId && Object.keys(after.imageAlt).length === 0) return { ok: false, reason: "alt-missing" };
  const { subject, ...words } = after;
  await updateItem(db, itemId, { ...words, version: { increment: 1 } });
  await saveIssue(db, issueId, item.kind === "introduction" ? { subject } : {});
  await audit(db, {
    action: "updated",
    subject: "newsletter-issue",
    id: issueId,
    after: { item: itemId, words: fields, ...(form.writer !== "" && { writer: form.writer }) },
  });
  return { ok: true, version: item.version + 1, issueVersion: issue.version + 1 };
}

/** The words of an item as they are kept. */
export function wordsOf(item: Pick<StoredItem, (typeof parts)[number] | "link" | "kind">, subject: Words): ItemWords {
  const { heading, body, linkLabel, imageAlt, link } = item;
  return { subject: item.kind === "introduction" ? subject : {}, heading, body, linkLabel, imageAlt, link };
}

/** What a form does not ask for stays; what it leaves empty goes. */
function merged(before: ItemWords, { words, link }: ItemForm): ItemWords {
  const of = (kept: Words, typed: Words): Words =>
    Object.fromEntries(Object.entries({ ...kept, ...typed }).filter(([, text]) => text !== ""));
  return {
    subject: of(before.subject, words.subject),
    heading: of(before.heading, words.heading),
    body: of(before.body, words.body),
    linkLabel: of(before.linkLabel, words.linkLabel),
    imageAlt: of(before.imageAlt, words.imageAlt),
    link: link ?? before.link,
  };
}

/** The parts that are not as they were, as "body.nn". */
function changedFields(before: ItemWords, after: ItemWords): string[] {
  const words = (["subject", ...parts] as const).flatMap((part) =>
    (["nb", "nn", "en"] as const)
      .filter((language) => (before[part][language] ?? "") !== (after[part][language] ?? ""))
      .map((language) => `${part}.${language}`),
  );
  return before.link === after.link ? words : [...words, "link"];
}
