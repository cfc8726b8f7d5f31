import { type ChannelKind, channelOf } from "~/domain/communications-plan/channels";
import { periodKey } from "~/domain/communications-plan/period";
import { rowState } from "~/domain/communications-plan/row-state";
import { readPriorityAreas } from "~/domain/regions/priority-areas";
import { instantToLocal } from "~/domain/shared/local-time";
import { historyOf } from "~/features/audit/history.view.server";
import { shownChannel } from "~/features/communications-plan/channel-words";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import { listRowPublications, sayingsOf } from "~/features/communications-plan/occurrences.db.server";
import { type FoundPlanRow, listPriorityAreas, listRowEvents } from "~/features/communications-plan/plan.db.server";
import { rowOfPeriod } from "~/features/communications-plan/row-of-period.server";
import { type RowOutcome, rowTimes, wantsDate } from "~/features/communications-plan/row-times.view.server";
import type { EventForm } from "~/features/events/event-form.schema";
import { readTiming } from "~/features/timing/describe-timing";
import { asSentence, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A row, what its words mean, its times, what became of it and what has happened to it; null when it is not of the period. */
export async function planRowDetail(db: RegionDb, input: { key: string; id: string; today: string }) {
  const row = await rowOfPeriod(db, input.key, input.id);
  if (!row) return null;
  const { today } = input;
  const { reading, outcomes, said, ...times } = await timesOf(db, row, today);
  const stands = outcomes.filter(({ cancelled }) => !cancelled);
  const areas = await areasOf(db, row);
  return {
    ...facts(row),
    planState: row.plan.state,
    audienceId: row.audienceId,
    notes: row.notes,
    areas: areas.all.filter(({ id }) => areas.meant.includes(id)),
    areasChosen: areas.chosen.length > 0,
    channel: shownChannel(channelOf(row, await listChannels(db))),
    reading,
    today,
    state: rowState(reading, stands, today, said),
    ...times,
    /** Whether some time of it is open or to come, and nothing has become of it. */
    proposable: times.times.some(wantsDate),
    outcomes,
    history: await historyOf(db, {
      id: row.id,
      subjects: ["plan-row"],
      parts: { subjects: ["plan-occurrence"], field: "planRowId" },
    }),
  };
}

async function timesOf(db: RegionDb, row: FoundPlanRow, today: string) {
  const [events, publications] = [await listRowEvents(db, row.id), await listRowPublications(db, row.id)];
  const outcomes = [...events.map(eventOutcome), ...publications.map(publicationOutcome)];
  outcomes.sort((a, b) => (a.from < b.from ? -1 : 1));
  const said = await sayingsOf(db, row.id);
  const reading = readTiming(row.timing, row.plan);
  return { reading, outcomes, said, ...rowTimes({ reading, period: row.plan, outcomes, said, today }) };
}

/** A row as days are found for it: its times that want one, and whom it is for. */
export async function rowToPropose(db: RegionDb, input: { key: string; id: string; today: string }) {
  const row = await rowOfPeriod(db, input.key, input.id);
  if (!row) return null;
  const { times } = await timesOf(db, row, input.today);
  const { kind } = channelOf(row, await listChannels(db));
  return {
    ...facts(row),
    planState: row.plan.state,
    kind: (kind && eventKinds[kind]) ?? ("meeting" as const),
    slots: times.filter(wantsDate).map(({ from, to, time }) => ({ from, to, time })),
    whom: { audienceId: row.audienceId, cell: row.audience },
  };
}

/** What is made of a row of a channel, where that is no meeting. */
const eventKinds: Partial<Record<ChannelKind, EventForm["kind"]>> = {
  dialogue: "dialogue_meeting",
  conference: "conference",
  podcast: "podcast_recording",
  webinar: "webinar",
};

function eventOutcome(event: Awaited<ReturnType<typeof listRowEvents>>[number]): RowOutcome {
  const { id, title, zone, state } = event;
  const [starts, ends] = [event.startsAt.toISOString(), event.endsAt.toISOString()];
  return {
    ...{ kind: "event", id, title, cancelled: state === "cancelled" },
    from: instantToLocal(starts, zone).date,
    to: instantToLocal(ends, zone).date,
    when: asSentence(formatDateTimeRange(starts, ends, zone, getLocale())),
  };
}

function publicationOutcome(publication: Awaited<ReturnType<typeof listRowPublications>>[number]): RowOutcome {
  const { id, title, day, place } = publication;
  const when = [asSentence(formatDate(day, getLocale())), place].filter(Boolean).join(" · ");
  return { kind: "publication", id, title, from: day, to: day, when, cancelled: false };
}

export type PlanRowDetail = NonNullable<Awaited<ReturnType<typeof planRowDetail>>>;

/** The priority areas of a row: those chosen, else (`meant`) those that its words name. */
async function areasOf(db: RegionDb, row: FoundPlanRow) {
  const all = await listPriorityAreas(db);
  const chosen = row.priorityAreas.map(({ priorityAreaId }) => priorityAreaId);
  const words = [row.channel, row.theme, row.goal].join("\n");
  return { all, chosen, meant: chosen.length > 0 ? chosen : readPriorityAreas(words, all) };
}

function facts({ id, version, channel, theme, goal, timing, responsible, audience, plan }: FoundPlanRow) {
  return {
    id,
    version,
    key: periodKey(plan),
    period: { from: plan.from, to: plan.to },
    closed: plan.state === "closed",
    cells: { channel, theme, goal, timing, responsible, audience },
  };
}
