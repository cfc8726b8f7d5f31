import { languageOf } from "~/domain/regions/written-standard";
import { audit } from "~/features/audit/audit.server";
import { assembleIssue } from "~/features/newsletters/assemble-issue.server";
import {
  createIssue,
  issueOfWindow,
  lastNumber,
  planRowExists,
  toldUntil,
} from "~/features/newsletters/issues.db.server";
import { findNewsletter } from "~/features/newsletters/newsletters.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What the first issue of a newsletter looks back on. Milliseconds. */
const firstReach = 90 * 24 * 3_600_000;

export type MadeIssue =
  | { ok: true; issueId: string; made: boolean }
  | { ok: false; reason: "not-found" | "ended" | "row-gone" };

/**
 * A draft of the next issue of a newsletter, put together from what has happened since the last one and what will. For a
 * time of a plan row (`planRow`, both days inclusive, ISO) there is one alone: where it was made before, dropped or not,
 * it is that, and nothing of it is changed. `sendAt`: when it is to go out, once somebody has approved it.
 */
export async function makeIssue(
  db: RegionDb,
  {
    newsletterId,
    planRow,
    sendAt,
    now,
  }: {
    newsletterId: string;
    planRow: { id: string; from: string; to: string } | null;
    sendAt: Date | null;
    now: Date;
  },
): Promise<MadeIssue> {
  const newsletter = await findNewsletter(db, newsletterId);
  if (!newsletter) return { ok: false, reason: "not-found" };
  await lockRegion(db, `issues:${newsletterId}`);
  if (planRow) {
    const { id: planRowId, from, to } = planRow;
    if (!(await planRowExists(db, planRowId))) return { ok: false, reason: "row-gone" };
    const known = await issueOfWindow(db, { newsletterId, planRowId, from, to });
    if (known) return { ok: true, issueId: known.id, made: false };
  }
  if (newsletter.endedAt !== null) return { ok: false, reason: "ended" };
  const region = await ownRegion(db);
  const year = Number((planRow?.to ?? todayIn(region.zone, sendAt ?? now)).slice(0, 4));
  const number = (await lastNumber(db, newsletterId, year)) + 1;
  const { id: issueId } = await createIssue(db, {
    ...{ newsletterId, year, number, sendAt, createdAt: now },
    subject: { [languageOf[region.defaultStandard]]: `${newsletter.name} ${number}/${year}` },
    since: (await toldUntil(db, newsletterId)) ?? new Date(now.getTime() - firstReach),
    ...{ planRowId: planRow?.id ?? null, windowFrom: planRow?.from ?? null, windowTo: planRow?.to ?? null },
  });
  const after = { newsletterId, year, number, planRowId: planRow?.id ?? null, sendAt: sendAt?.toISOString() ?? null };
  await audit(db, { action: "created", subject: "newsletter-issue", id: issueId, after });
  await assembleIssue(db, { issueId, now });
  return { ok: true, issueId, made: true };
}
