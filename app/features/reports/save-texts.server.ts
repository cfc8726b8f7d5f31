import { audit } from "~/features/audit/audit.server";
import { setTexts } from "~/features/reports/report-content.db.server";
import { findRound, lockRound } from "~/features/reports/reports.db.server";
import { wordsVersion } from "~/features/reports/words-version.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A text as it is typed; `version` is that of the words it was typed over, and none is over whatever is there. */
export type TypedText = { words: string; version?: string };

export type SavedTexts =
  | { ok: true }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "frozen" }
  /** The keys of the texts that somebody else changed meanwhile. */
  | { ok: false; reason: "changed-meanwhile"; keys: string[] };

/**
 * Saves the texts of a round by their keys; what its form does not ask for, and what was left as it stood, is as it is.
 * All or nothing. Markdown.
 */
export async function saveTexts(
  db: RegionDb,
  { roundId, texts }: { roundId: string; texts: ReadonlyMap<string, TypedText> },
): Promise<SavedTexts> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  const typed = round.form.texts.flatMap(({ key }) => {
    const said = texts.get(key);
    const [words, before] = [said?.words.trim() ?? "", round.texts[key] ?? ""];
    return said && wordsVersion(words) !== said.version ? [{ key, words, before, version: said.version }] : [];
  });
  const changed = typed.filter(({ words, before }) => words !== before);
  const late = changed.filter(({ version, before }) => version !== undefined && version !== wordsVersion(before));
  if (late.length > 0) return { ok: false, reason: "changed-meanwhile", keys: late.map(({ key }) => key) };
  if (changed.length === 0) return { ok: true };
  const after = Object.fromEntries(changed.map(({ key, words }) => [key, words]));
  await setTexts(db, roundId, { ...round.texts, ...after });
  await audit(db, {
    ...{ action: "updated", subject: "report-round", id: roundId },
    before: Object.fromEntries(changed.map(({ key, before }) => [key, before])),
    after,
  });
  return { ok: true };
}
