import { openSpentLink } from "~/features/auth/links.server";
import { askToHandOver } from "~/features/handover/ask-to-hand-over.server";
import { handOver } from "~/features/handover/hand-over.server";
import { municipalityOf } from "~/features/handover/handover.db.server";
import { handoverByToken } from "~/features/handover/handover-link.view.server";
import { contactPersonOf } from "~/features/municipalities/contact-persons.view.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ByLinkResult =
  | { ok: true; municipality: string; successor: string; email: string; passed: number }
  /** The link is wrong, used or expired, or the role has gone to another meanwhile. */
  | { ok: false; reason: "gone" }
  | { ok: false; reason: "self" };

/** Hands a municipality over to whom the holder of a link names. The link is used up by it. */
export async function handOverByLink(
  db: RegionDb,
  input: { token: string; name: string; email: string; now: Date },
): Promise<ByLinkResult> {
  const { token, name, email, now } = input;
  const found = await handoverByToken(db, token, now);
  if (!found) return { ok: false, reason: "gone" };
  const { municipalityId, person, today } = found;
  if (person.email === email) return { ok: false, reason: "self" };
  const handed = await handOver(db, { municipalityId, name, email, today, replaces: person.personId, now });
  if (!handed.ok) return { ok: false, reason: "gone" };
  const { name: municipality } = await municipalityOf(db, municipalityId);
  const passed = handed.passed.reduce((sum, { count }) => sum + count, 0);
  return { ok: true, municipality, successor: name, email, passed };
}

/** Sends a new link to whom an old one was for, while she is contact person. Says nothing of whether she is (L3). */
export async function sendNewHandoverLink(db: RegionDb, { token, now }: { token: string; now: Date }): Promise<void> {
  const link = await openSpentLink(db, token, "handover");
  if (!link) return;
  const region = await ownRegion(db);
  const person = await contactPersonOf(db, link.subjectId, new Date(todayIn(region.zone, now)));
  if (person?.personId === link.personId) await askToHandOver(db, { municipalityId: link.subjectId, now });
}
