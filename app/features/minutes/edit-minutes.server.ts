import { audit } from "~/features/audit/audit.server";
import { holdMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import { editableItems, saveItemTexts } from "~/features/minutes/minutes-texts.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The texts of minutes that a secretary edits after the meeting; `items` by their id. */
export type MinutesTexts = {
  secretariat: string;
  introduction: string;
  closing: string;
  items: Record<string, { notes: string; decision: string }>;
};

export type EditedMinutes =
  | { ok: true }
  | { ok: false; reason: "not-found" | "approved" | "not-ended" | "changed" | "too-long" };

/** The longest text of a case. Characters. */
const longest = 50_000;

/**
 * Edits the minutes of a meeting that has ended, all at once: nothing is saved when they have been changed since
 * `version`, or are approved. An item that is not named is left as it is.
 */
export async function editMinutes(
  db: RegionDb,
  { minutesId, version, texts }: { minutesId: string; version: number; texts: MinutesTexts },
): Promise<EditedMinutes> {
  const held = await holdMinutes(db, minutesId, "alone");
  if (!held) return { ok: false, reason: "not-found" };
  if (held.state === "approved") return { ok: false, reason: "approved" };
  if (held.state !== "ended" && held.state !== "remarks") return { ok: false, reason: "not-ended" };
  if (held.version !== version) return { ok: false, reason: "changed" };
  const { items, ...own } = texts;
  const all = [...Object.values(own), ...Object.values(items).flatMap(({ notes, decision }) => [notes, decision])];
  if (all.some((text) => text.length > longest)) return { ok: false, reason: "too-long" };
  const changed = (await editableItems(db, minutesId)).flatMap(({ id, notes, decision }) => {
    const next = items[id];
    return next && (next.notes !== notes || next.decision !== decision) ? [{ id, ...next }] : [];
  });
  for (const { id, notes, decision } of changed) await saveItemTexts(db, id, { notes, decision });
  await updateMinutes(db, minutesId, own);
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    after: { edited: true, items: changed.map(({ id }) => id) },
  });
  return { ok: true };
}
