import { fieldsOfFollowUp, fieldsOfItem, fieldsOfPresence } from "~/domain/minutes/item-fields";
import {
  findMinutes,
  itemsOfMinutes,
  type MinutesState,
  presencesOf,
  type StoredItem,
  type StoredPresence,
  stampOf,
} from "~/features/minutes/minutes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What changes while a meeting is held, as its page follows it; moments as ISO instants. */
export async function liveState(db: RegionDb, { id, state }: { id: string; state: MinutesState }) {
  const stamp = await stampOf(db, id);
  const presences = await presencesOf(db, id);
  const items = inOrder(await itemsOfMinutes(db, id));
  const presenceIds = presences.map((presence) => presence.id);
  return {
    stamp,
    state,
    items: items.map((item) => itemState(item, presenceIds)),
    presences: presences.map(seatState),
  };
}

/** The same where it is another than `known`; null where it is not. Of a meeting that is there. */
export async function liveNews(db: RegionDb, minutesId: string, known: string | null): Promise<LiveState | null> {
  if (known !== null && (await stampOf(db, minutesId)) === known) return null;
  const minutes = await findMinutes(db, minutesId);
  return minutes && liveState(db, minutes);
}

export type LiveState = Awaited<ReturnType<typeof liveState>>;
export type LiveItem = LiveState["items"][number];
export type LivePresence = LiveState["presences"][number];

function itemState({ item, parentId, depth }: Placed, presenceIds: readonly string[]) {
  return {
    id: item.id,
    parentId,
    depth,
    number: item.number,
    year: item.year,
    typedNumber: item.typedNumber,
    letter: item.case.letter,
    changedBy: item.changedBy?.name ?? null,
    changedById: item.changedById,
    changedAt: item.changedAt.toISOString(),
    fields: fieldsOfItem(item, presenceIds),
    followUps: item.followUps.map(({ id, words, responsible, dueOn }) => ({
      id,
      fields: fieldsOfFollowUp({ words, responsible, dueOn: dueOn?.toISOString().slice(0, 10) ?? "" }),
    })),
    answers: item.answers,
  };
}

function seatState(presence: StoredPresence) {
  const { id, votes, memberId, member } = presence;
  const group = member === null ? "guest" : member.municipalityId ? "municipality" : member.actorId ? "actor" : "other";
  return {
    id,
    votes,
    memberId,
    group: group as "guest" | "municipality" | "actor" | "other",
    substituteId: presence.substituteId,
    fields: fieldsOfPresence(presence),
  };
}

type Placed = { item: StoredItem; parentId: string | null; depth: number };

/** The items with their parts after them, as they stand in the minutes. */
function inOrder(items: readonly StoredItem[]): Placed[] {
  const byCase = new Map(items.map((item) => [item.caseId, item]));
  const parts = new Map<string, StoredItem[]>();
  const roots: StoredItem[] = [];
  for (const item of items) {
    const parent = item.case.parentId === null ? undefined : byCase.get(item.case.parentId);
    if (parent) parts.set(parent.id, [...(parts.get(parent.id) ?? []), item]);
    else roots.push(item);
  }
  const place = (item: StoredItem, parentId: string | null, depth: number): Placed[] => [
    { item, parentId, depth },
    ...(parts.get(item.id) ?? [])
      .toSorted((a, b) => a.case.position - b.case.position)
      .flatMap((part) => place(part, item.id, depth + 1)),
  ];
  return roots.flatMap((item) => place(item, null, 0));
}
