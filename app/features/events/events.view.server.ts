import { isUuid } from "~/domain/shared/ids";
import { type EventFilter, eventPage } from "~/features/events/event-list.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Count = { answer: "accepted" | "declined" | "tentative" | null; count: number };

/** Answers of one event, from the database's counts. */
export function tally(counts: Count[]) {
  const of = (answer: Count["answer"]) => counts.find((row) => row.answer === answer)?.count ?? 0;
  const answers = { yes: of("accepted"), maybe: of("tentative"), no: of("declined"), none: of(null) };
  return { answers, invited: answers.yes + answers.maybe + answers.no + answers.none };
}

/** The list of events, coming or past, or the drafts whenever they are, fifty at a time. */
export async function eventsView(
  db: RegionDb,
  { past, after, now, filter }: { past: boolean; after: string | null; now: Date; filter?: EventFilter },
) {
  const [time = "", id] = after?.split("~") ?? [];
  const skipTo = isUuid(id) && !Number.isNaN(Date.parse(time)) ? { startsAt: new Date(time), id } : null;
  const { events, answers } = await eventPage(db, { now, past, skipTo, ...(filter && { filter }) });
  const shown = events.slice(0, 50);
  const last = shown.at(-1);
  return {
    events: shown.map((event) => ({
      id: event.id,
      title: event.title,
      kind: event.kind,
      state: event.state,
      open: event.open,
      place: event.place,
      holder: event.actor?.name ?? null,
      network: event.network,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      zone: event.zone,
      replyBy: event.replyBy?.toISOString().slice(0, 10) ?? null,
      ...tally(answers.filter((row) => row.eventId === event.id)),
    })),
    next: events.length > 50 && last ? `${last.startsAt.toISOString()}~${last.id}` : null,
  };
}

export type ListedEvent = Awaited<ReturnType<typeof eventsView>>["events"][number];
