import { audit } from "~/features/audit/audit.server";
import { openLink } from "~/features/auth/links.server";
import { findRound, insertRemark, remarkableItems } from "~/features/minutes/remarks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type GivenRemark = { ok: true } | { ok: false; reason: "gone" | "closed" | "empty" | "too-long" };

/** The longest remark. Characters. */
export const longestRemark = 5_000;

/** Takes a remark on minutes from somebody who has them by a link, on one case or on the whole. */
export async function giveRemark(
  db: RegionDb,
  { token, text, itemId, now }: { token: string; text: string; itemId: string; now: Date },
): Promise<GivenRemark> {
  const link = await openLink(db, token, "remarks", now);
  const round = link && (await findRound(db, link.subjectId));
  if (!link || !round) return { ok: false, reason: "gone" };
  if (round.state !== "remarks") return { ok: false, reason: "closed" };
  const words = text.trim();
  if (words === "") return { ok: false, reason: "empty" };
  if (words.length > longestRemark) return { ok: false, reason: "too-long" };
  const items = await remarkableItems(db, round.id);
  const about = items.find(({ id }) => id === itemId)?.id ?? null;
  const { personId, person } = link;
  await insertRemark(db, { minutesId: round.id, itemId: about, personId, name: person.name, text: words });
  await audit(db, { action: "answered", subject: "minutes", id: round.id, after: { itemId: about, personId } });
  return { ok: true };
}
