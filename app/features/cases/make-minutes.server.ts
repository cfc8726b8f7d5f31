import { localToInstant } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { isBodyFree } from "~/features/bodies/move-meeting.server";
import { createMinutes } from "~/features/cases/agenda.db.server";
import { bodyExists } from "~/features/cases/cases.db.server";
import { addStandingItems } from "~/features/cases/standing-items.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type NewMinutesInput = {
  bodyId: string;
  /** ISO day. */
  day: string;
  /** Minutes after midnight, local time; null where nobody has said. */
  from: number | null;
  to: number | null;
  place: string;
  /** Held without meeting: the members answer by a moment. */
  electronic?: boolean;
  answerBy?: Date | null;
  /** The event people are invited to, where it is there already. */
  eventId?: string | null;
};

export type MakeMinutesResult =
  | { ok: true; id: string }
  | { ok: false; reason: "no-body" | "no-such-time" | "ends-before-start" | "clash" };

/**
 * Makes the record of a meeting of a body, with its standing items on the agenda and no number yet. Two meetings of a
 * body at once are refused; one without a time takes the whole day.
 */
export async function makeMinutes(db: RegionDb, input: NewMinutesInput): Promise<MakeMinutesResult> {
  const { bodyId, day, place, electronic = false, answerBy = null, eventId = null } = input;
  if (!(await bodyExists(db, bodyId))) return { ok: false, reason: "no-body" };
  const times = await timesOf(db, input);
  if (!times.ok) return times;
  if (!electronic && !(await isBodyFree(db, { ...times, bodyId, day }))) return { ok: false, reason: "clash" };
  const id = newId();
  const { startsAt, endsAt } = times;
  await createMinutes(db, { id, bodyId, eventId, day: new Date(day), startsAt, endsAt, place, electronic, answerBy });
  await audit(db, { action: "created", subject: "minutes", id, after: { bodyId, day, startsAt, endsAt, electronic } });
  await addStandingItems(db, id);
  return { ok: true, id };
}

type Times = { startsAt: Date | null; endsAt: Date | null };

/** The instants of a day's minutes after midnight in the region's zone. */
export async function timesOf(
  db: RegionDb,
  { day, from, to }: Pick<NewMinutesInput, "day" | "from" | "to">,
): Promise<({ ok: true } & Times) | { ok: false; reason: "no-such-time" | "ends-before-start" }> {
  if (from === null) return { ok: true, startsAt: null, endsAt: null };
  if (to !== null && to <= from) return { ok: false, reason: "ends-before-start" };
  const { zone } = await ownRegion(db);
  const starts = localToInstant(day, clock(from), zone);
  const ends = to === null ? null : localToInstant(day, clock(to), zone);
  if (!starts.ok || ends?.ok === false) return { ok: false, reason: "no-such-time" };
  return { ok: true, startsAt: new Date(starts.instant), endsAt: ends && new Date(ends.instant) };
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
