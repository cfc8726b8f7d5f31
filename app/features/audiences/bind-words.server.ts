import { audienceKey } from "~/domain/audiences/words";
import { createWords, deleteWords, findWords, saveWords } from "~/features/audiences/audience-words.db.server";
import { findAudience } from "~/features/audiences/audiences.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Says once for the region what words of "målgruppe" mean: an audience, or (null) that they stay words. */
export async function bindWords(
  db: RegionDb,
  input: { words: string; audienceId: string | null },
): Promise<{ ok: true } | { ok: false; reason: "no-such-audience" | "no-words" }> {
  await lockRegion(db, "audiences");
  const { audienceId } = input;
  const words = audienceKey(input.words);
  if (words === "") return { ok: false, reason: "no-words" };
  if (audienceId !== null && !(await findAudience(db, audienceId))) return { ok: false, reason: "no-such-audience" };
  const known = await findWords(db, words);
  if (known?.audienceId === audienceId) return { ok: true };
  const shown = input.words.trim().replace(/\s+/g, " ");
  const { id } = known ?? (await createWords(db, { words, shown, audienceId }));
  if (known) await saveWords(db, id, audienceId);
  await audit(db, {
    action: known ? "updated" : "created",
    subject: "audience-words",
    id,
    ...(known && { before: { words, audienceId: known.audienceId } }),
    after: { words, audienceId },
  });
  return { ok: true };
}

/** Forgets what words mean, so that they are asked about again. */
export async function forgetWords(db: RegionDb, input: { words: string }): Promise<void> {
  const words = audienceKey(input.words);
  const known = await findWords(db, words);
  if (!known) return;
  await deleteWords(db, known.id);
  await audit(db, {
    action: "removed",
    subject: "audience-words",
    id: known.id,
    before: { words, audienceId: known.audienceId },
  });
}
