import { languageOf } from "~/domain/regions/written-standard";
import { isDay, isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { holdMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import { findRound } from "~/features/minutes/remarks.db.server";
import { roundReaders } from "~/features/minutes/round-readers.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

export type SentRound =
  | { ok: true; readers: number }
  | { ok: false; reason: "not-found" | "not-ended" | "no-readers" | "bad-day" | "past" };

/** How long the link in the mail opens the minutes after the last day for remarks. Days. */
const linkDays = 60;

/** Sends the minutes of a meeting that has ended to its members, who may remark until `by`, an ISO day. */
export async function sendForRemarks(
  db: RegionDb,
  { minutesId, by, today, now }: { minutesId: string; by: string; today: string; now: Date },
): Promise<SentRound> {
  const held = await holdMinutes(db, minutesId, "alone");
  const round = held && (await findRound(db, minutesId));
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state !== "ended" && round.state !== "remarks") return { ok: false, reason: "not-ended" };
  if (!isDay(by)) return { ok: false, reason: "bad-day" };
  if (by < today) return { ok: false, reason: "past" };
  const readers = await roundReaders(db, round);
  if (readers.length === 0) return { ok: false, reason: "no-readers" };
  await updateMinutes(db, minutesId, { state: "remarks", remarksBy: new Date(by) });
  const region = await ownRegion(db);
  const letters = readers.map((reader) => ({ ...reader, token: newToken() }));
  const expiresAt = new Date(new Date(by).getTime() + linkDays * 24 * 3_600_000);
  await makeLinks(
    db,
    letters.map(({ token, personId }) => ({ token, purpose: "remarks", personId, subjectId: minutesId, expiresAt })),
  );
  await queueMessages(
    db,
    letters.map(({ personId, name, email, token }) => ({
      key: `remarks:${minutesId}:${held.version}:${personId}`,
      message: {
        kind: "minutes-remarks",
        regionName: region.name,
        body: round.body.name,
        day: isoDay(round.day),
        remarksBy: by,
      },
      to: { personId, name, address: email },
      locale: languageOf[region.defaultStandard],
      secret: token,
      dueAt: now,
    })),
  );
  await audit(db, {
    action: "sent",
    subject: "minutes",
    id: minutesId,
    before: { state: round.state },
    after: { state: "remarks", remarksBy: by, readers: readers.length },
  });
  return { ok: true, readers: readers.length };
}
