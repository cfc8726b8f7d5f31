import { audit } from "~/features/audit/audit.server";
import { findRound, lockRound, updateRound } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SavedTexts = { ok: true } | { ok: false; reason: "not-found" | "frozen" | "changed-meanwhile" };

/** Saves the texts of a round by their keys; what its form does not ask for is left as it is. Markdown. */
export async function saveTexts(
  db: RegionDb,
  { roundId, version, texts }: { roundId: string; version: number; texts: Readonly<Record<string, string>> },
): Promise<SavedTexts> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (round.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const asked = round.form.texts.flatMap(({ key }) =>
    Object.hasOwn(texts, key) ? [[key, (texts[key] ?? "").trim()] as const] : [],
  );
  const changed = asked.filter(([key, words]) => (round.texts[key] ?? "") !== words);
  const after = { ...round.texts, ...Object.fromEntries(asked) };
  await updateRound(db, { id: roundId, version }, { texts: after });
  await audit(db, {
    ...{ action: "updated", subject: "report-round", id: roundId },
    before: Object.fromEntries(changed.map(([key]) => [key, round.texts[key] ?? ""])),
    after: Object.fromEntries(changed),
  });
  return { ok: true };
}
