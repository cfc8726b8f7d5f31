import { audit } from "~/features/audit/audit.server";
import { makeLinks, openSpentLink } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { senderOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { findRound, lockRound, markReminded, type StoredRound } from "~/features/reports/reports.db.server";
import { type WaitedFor, waitedFor } from "~/features/reports/row-owners.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

const day = 24 * 3_600_000;

/** How many rows one mail names, and how long a link lasts after the last deadline. Days. */
const [most, lasts] = [15, 60];

export type SentToOwners =
  | { ok: true; sent: number }
  | { ok: false; reason: "not-found" | "frozen" | "nobody" | "nothing-asked" | "sent-meanwhile" };

/**
 * Sends everybody who answers for rows that are not delivered a link to them, by hand. `toldAt` is when the sender saw
 * that they were last written to (ISO instant): sent a second time from the same page, nothing leaves.
 */
export async function sendToOwners(
  db: RegionDb,
  { roundId, toldAt, now }: { roundId: string; toldAt: string | null; now: Date },
): Promise<SentToOwners> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (round.form.columns.length === 0) return { ok: false, reason: "nothing-asked" };
  const owners = await waitedFor(db, roundId);
  if ((lastTold(owners)?.toISOString() ?? null) !== toldAt) return { ok: false, reason: "sent-meanwhile" };
  const people = owners.filter(({ isHeld }) => !isHeld);
  if (people.length === 0) return { ok: false, reason: "nobody" };
  const key = `report-rows:${roundId}:${now.toISOString()}`;
  const sent = await write(db, { round, people, key, reminder: "none", now });
  await audit(db, { action: "sent", subject: "report-round", id: roundId, after: { people: sent } });
  return { ok: true, sent };
}

/** When any of them was last written to. */
export function lastTold(owners: readonly Pick<WaitedFor, "toldAt">[]): Date | null {
  return owners.reduce<Date | null>((last, { toldAt }) => (toldAt && (!last || toldAt > last) ? toldAt : last), null);
}

/** Reminds those who have not delivered their rows, once for each `key` of a rule (M6). Returns how many were. */
export async function remindOwners(
  db: RegionDb,
  of: { roundId: string; rule: string; key: string; reminder: "before" | "on-day"; now: Date },
): Promise<number> {
  const { roundId, rule, reminder, now } = of;
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round || round.state === "submitted" || round.form.columns.length === 0) return 0;
  const people = (await waitedFor(db, roundId)).filter(({ isHeld }) => !isHeld);
  return write(db, { round, people, key: `rule:${of.key}`, reminder, rule, now });
}

/**
 * Sends who held a link that is good no longer a new one, when she has rows left: one a day. Whether anything was sent is
 * not said, so that nobody learns whose link it was (L3).
 */
export async function renewLink(db: RegionDb, { token, now }: { token: string; now: Date }): Promise<void> {
  const link = await openSpentLink(db, token, "report");
  const round = link && (await findRound(db, link.subjectId));
  if (!link || !round || round.state === "submitted") return;
  const people = (await waitedFor(db, round.id)).filter(({ id, isHeld }) => id === link.personId && !isHeld);
  const key = `report-rows:${round.id}:again:${now.toISOString().slice(0, 10)}`;
  await write(db, { round, people, key, reminder: "none", now });
}

type Letters = {
  round: StoredRound;
  people: readonly WaitedFor[];
  key: string;
  reminder: "none" | "before" | "on-day";
  rule?: string;
  now: Date;
};

async function write(db: RegionDb, { round, people, key, reminder, rule, now }: Letters): Promise<number> {
  if (people.length === 0) return 0;
  const region = await ownRegion(db);
  const letters = people.map((person) => ({ ...person, token: newToken() }));
  const until = [now.toISOString().slice(0, 10), round.to, round.rowsBy ?? "", round.submitBy ?? ""].sort().at(-1);
  const expiresAt = new Date(Date.parse(`${until}T00:00:00Z`) + lasts * day);
  await makeLinks(
    db,
    letters.map(({ id, token }) => ({
      ...{ token, purpose: "report" as const, personId: id, subjectId: round.id, expiresAt },
    })),
  );
  const sent = await queueMessages(
    db,
    letters.map(({ id, name, email, locale, rows, token }) => ({
      key: `${key}:${id}`,
      message: {
        kind: "report-rows" as const,
        ...{ regionName: region.name, sender: senderOf(region).name, round: round.name },
        ...{ count: rows.length, rows: rows.slice(0, most), rowsBy: round.rowsBy, reminder },
      },
      to: { personId: id, name, address: email },
      ...{ locale, secret: token, dueAt: now },
      ...(rule && { rule }),
    })),
  );
  await markReminded(db, { roundId: round.id, ownerIds: letters.map(({ id }) => id), at: now });
  return sent;
}
