import { type AnswerRow, answerRows, countCells, silent } from "~/domain/networks/answers";
import { instantToLocal } from "~/domain/shared/local-time";
import {
  askedTo,
  comingGatherings,
  type FoundGathering,
  nextGatherings,
  pastGatherings,
} from "~/features/networks/gatherings.db.server";
import { dayWithYear } from "~/features/networks/network-days";
import { silentWords } from "~/features/networks/silent-words.server";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** So many gatherings the table of answers has; the one to come is the last of them. */
const columns = 6;

type Counts = ReturnType<typeof countCells>;

/** A gathering, with its day and its time in the reader's words. */
function shown({ id, title, state, zone, place, ...event }: FoundGathering) {
  const [startsAt, endsAt] = [event.startsAt.toISOString(), event.endsAt.toISOString()];
  const when = asSentence(formatDateTimeRange(startsAt, endsAt, zone, getLocale()));
  return { id, title, state, startsAt, zone, place, when, day: dayWithYear(instantToLocal(startsAt, zone).date) };
}

export type Gathering = ReturnType<typeof shown>;

/**
 * How a network's gatherings were answered over time, a line for each municipality (or person who is of none). Who has
 * been silent is judged by those that have been held.
 */
function answersOf(gatherings: FoundGathering[], asked: Awaited<ReturnType<typeof askedTo>>, now: Date) {
  const inTime = [...gatherings]
    .filter(({ id, state }) => state !== "cancelled" && asked.some(({ gathering }) => gathering === id))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const rowsOf = (of: FoundGathering[]) =>
    answerRows(
      of.map(({ id }) => id),
      asked,
    ).sort((a, b) => a.name.localeCompare(b.name, "nb"));
  const last = inTime.slice(-columns);
  const rows = rowsOf(last);
  const begun = inTime.filter(({ startsAt }) => startsAt <= now);
  const quiet = silent(rowsOf(begun.slice(-3)));
  return {
    gatherings: last.map((event, at): Gathering & { counts: Counts } => ({
      ...shown(event),
      counts: countCells(rows, at),
    })),
    rows,
    silent: quiet,
    silentWords: silentWords(quiet),
  };
}

export type GatheringAnswers = {
  gatherings: (Gathering & { counts: Counts })[];
  rows: AnswerRow[];
  silent: ReturnType<typeof silent>;
  silentWords: string;
};

/** The gatherings of one network, to come and past, with how they were answered. */
export async function gatheringsOf(db: RegionDb, networkId: string, now: Date) {
  const [coming, past] = [await comingGatherings(db, networkId, now), await pastGatherings(db, [networkId], now)];
  const asked = await askedTo(
    db,
    [...coming, ...past].map(({ id }) => id),
  );
  const counted = (event: FoundGathering) => {
    const own = asked.filter(({ gathering }) => gathering === event.id);
    return { ...shown(event), invited: own.length, counts: countsOf(own) };
  };
  return { coming: coming.map(counted), past: past.map(counted), answers: answersOf([...coming, ...past], asked, now) };
}

export type Gatherings = Awaited<ReturnType<typeof gatheringsOf>>;
export type CountedGathering = Gatherings["coming"][number];

function countsOf(asked: { answer: "accepted" | "tentative" | "declined" | null }[]): Counts {
  const of = (answer: "accepted" | "tentative" | "declined" | null) =>
    asked.filter((one) => one.answer === answer).length;
  return { yes: of("accepted"), maybe: of("tentative"), no: of("declined"), none: of(null) };
}

/** For each of these networks: the next gathering and how it is answered, and who has been silent the last three times. */
export async function gatheringsOfMany(db: RegionDb, networkIds: readonly string[], now: Date) {
  const next = await nextGatherings(db, networkIds, now);
  const past = await pastGatherings(db, networkIds, now, 12 * networkIds.length);
  const asked = await askedTo(
    db,
    [...next, ...past].map(({ id }) => id),
  );
  return new Map(
    networkIds.map((networkId) => {
      const coming = next.find((event) => event.networkId === networkId);
      const own = asked.filter(({ gathering }) => gathering === coming?.id);
      const held = past.filter((event) => event.networkId === networkId);
      return [
        networkId,
        {
          next: coming ? { ...shown(coming), invited: own.length, counts: countsOf(own) } : null,
          silentWords: answersOf(held, asked, now).silentWords,
        },
      ];
    }),
  );
}
