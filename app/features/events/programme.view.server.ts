import { clockAt, daysOf, isBreak, minutesAfter, warningsOf } from "~/domain/events/programme";
import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import { findProgramme } from "~/features/events/programme.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The programme of an event as it is read; null for an id that is none. One query. */
export async function programmeOf(db: RegionDb, eventId: string) {
  const event = isUuid(eventId) ? await findProgramme(db, eventId) : null;
  return event && programmeView(event);
}

/** The same of an event that has been read, with its programme in order. */
export function programmeView(event: NonNullable<Awaited<ReturnType<typeof findProgramme>>>) {
  const start = instantToLocal(event.startsAt.toISOString(), event.zone);
  const end = instantToLocal(event.endsAt.toISOString(), event.zone);
  const length = minutesAfter(start, end);
  const warnings = warningsOf(event.programme, length);
  return {
    version: event.version,
    start,
    /** The end as a last line, where the items do not reach it. */
    end: event.programme.some(({ startsAfter }) => startsAfter !== null && startsAfter >= length) ? null : end,
    days: daysOf(start, end),
    items: event.programme.map((item, index) => ({
      ...item,
      /** When it starts, on the clock of the event's zone; null where it has no time. */
      at: item.startsAfter === null ? null : clockAt(start, item.startsAfter),
      pause: isBreak(item),
      warning: warnings[index] ?? null,
    })),
  };
}

export type ProgrammeView = ReturnType<typeof programmeView>;
export type ProgrammeItemView = ProgrammeView["items"][number];
