import { writtenNumber } from "~/domain/cases/numbers";
import { numberOf } from "~/domain/minutes/item-label";
import { type Attendee, allItems, type ContentItem, type MinutesContent } from "~/domain/minutes/minutes-content";
import { localToInstant } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { minutesContent } from "~/features/minutes/minutes-content.view.server";
import {
  bodyNames,
  insertCase,
  insertItem,
  insertMinutes,
  insertPresences,
  markApproved,
  recordsOn,
  usedNumbers,
} from "~/features/minutes/minutes-import.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type TakenIn =
  | { ok: true; minutesId: string; cases: number; approved: string[] }
  /** The day has a record already, or a number of the year is another meeting's. */
  | { ok: false; reason: "exists"; minutesId: string }
  | { ok: false; reason: "number-used"; number: string };

/**
 * Makes the record of a meeting that has been held from its minutes as data: its cases with their numbers, parts,
 * outcomes and decisions, and who was there, each in the seat that was hers that day. Earlier minutes of the same body
 * that a case approves, by their day in its words, are approved and frozen; these are so too when they are `approved`
 * already, somewhere else. Nothing is put in a queue.
 */
export async function takeInMinutes(
  db: RegionDb,
  {
    bodyId,
    content,
    importId,
    approved = false,
  }: { bodyId: string; content: MinutesContent; importId: string | null; approved?: boolean },
): Promise<TakenIn> {
  await lockRegion(db, `meetings of ${bodyId}`);
  const judged = await judgeTakingIn(db, bodyId, content);
  if (judged) return judged;
  const { zone } = await ownRegion(db);
  const minutesId = newId();
  const instant = (time: string) => {
    const local = time === "" ? null : localToInstant(content.day, time.replace(".", ":"), zone);
    return local?.ok ? local.instant : null;
  };
  await insertMinutes(db, {
    id: minutesId,
    bodyId,
    day: new Date(content.day),
    startsAt: instant(content.from),
    endsAt: instant(content.to),
    place: content.place,
    electronic: content.electronic,
    secretariat: content.secretariat,
    introduction: content.introduction,
    closing: content.closing,
    state: "ended",
    importId,
    imported: content,
  });
  const bodies = new Map((await bodyNames(db)).map(({ id, name }) => [name, id]));
  const made = await insertItems(content.items, null);
  await insertPresences(db, await presencesOf(db, { bodyId, minutesId, content }));
  await audit(db, {
    action: "imported",
    subject: "minutes",
    id: minutesId,
    after: { bodyId, day: content.day, importId },
  });
  const earlier = await approveEarlier(db, { bodyId, items: content.items, made });
  if (approved) await freeze(db, minutesId, null);
  return { ok: true, minutesId, cases: content.items.filter(({ number }) => number !== "").length, approved: earlier };

  /** The ids of the treatments, by the item. */
  async function insertItems(
    items: ContentItem[],
    parentId: string | null,
    from = 0,
  ): Promise<Map<ContentItem, string>> {
    const ids = new Map<ContentItem, string>();
    let position = from;
    for (const [index, item] of items.entries()) {
      const { kind, letter, title, presentation, proposal, outcome, decision } = item;
      const caseId = await insertCase(db, {
        ...{ bodyId, parentId, kind, letter, title, presentation, proposal, position: index + 1 },
        state: "treated",
        proposer: item.proposer ?? "",
        closed: item.closed !== "",
        legalBasis: item.closed,
      });
      const itemId = await insertItem(db, {
        ...{ minutesId, caseId, bodyId, outcome, decision },
        position: ++position,
        ...numberOf(item),
        typedNumber: item.typedNumber,
        notes: item.notes,
        unanimous: item.votesFor === null ? null : false,
        votesFor: item.votesFor,
        votesAgainst: item.votesAgainst,
        passOnToId: bodies.get(item.passedOnTo) ?? null,
      });
      ids.set(item, itemId);
      for (const [part, id] of await insertItems(item.parts, caseId, position)) ids.set(part, id);
      position += allItems(item.parts).length;
    }
    return ids;
  }
}

/** Why minutes cannot be taken in as they are; null when they can. */
export async function judgeTakingIn(
  db: RegionDb,
  bodyId: string,
  content: MinutesContent,
): Promise<Extract<TakenIn, { ok: false }> | null> {
  const [record] = await recordsOn(db, bodyId, new Date(content.day));
  if (record) return { ok: false, reason: "exists", minutesId: record.id };
  const numbered = content.items.flatMap((item) => numberOf(item) ?? []);
  const seen = new Set<string>();
  for (const { number, year } of numbered) {
    const written = writtenNumber({ number, year });
    if (seen.has(written)) return { ok: false, reason: "number-used", number: written };
    seen.add(written);
  }
  for (const [year, numbers] of Map.groupBy(numbered, (each) => each.year)) {
    const used = await usedNumbers(
      db,
      bodyId,
      year,
      numbers.map(({ number }) => number),
    );
    if (used[0]) return { ok: false, reason: "number-used", number: writtenNumber({ number: used[0].number, year }) };
  }
  return null;
}

async function presencesOf(
  db: RegionDb,
  { bodyId, minutesId, content }: { bodyId: string; minutesId: string; content: MinutesContent },
) {
  const seats = await bodyMembersOn(db, bodyId, content.day);
  const free = new Set(seats.map(({ id }) => id));
  const row = (attendee: Attendee, state: "present" | "absent", position: number) => {
    const { name, represents, substitute, chair, reason } = attendee;
    const seat = seats.find((each) => free.has(each.id) && isSamePlace(each.represents, represents));
    if (seat) free.delete(seat.id);
    return {
      ...{ minutesId, position, name, represents, state, reason, substitute, chair },
      memberId: seat?.id ?? null,
      votes: seat?.votes ?? false,
    };
  };
  return [
    ...content.present.map((each, index) => row(each, "present", index + 1)),
    ...content.absent.map((each, index) => row(each, "absent", content.present.length + index + 1)),
  ];
}

/** A place by its name, a county with or without the word for it. */
export function isSamePlace(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/ (?:fylkes)?kommune$/, "");
  return one !== "" && plain(one) === plain(other);
}

const dayWritten = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g;

async function approveEarlier(
  db: RegionDb,
  { bodyId, items, made }: { bodyId: string; items: ContentItem[]; made: ReadonlyMap<ContentItem, string> },
): Promise<string[]> {
  const bodies = await bodyNames(db);
  const approved: string[] = [];
  for (const item of items) {
    if (item.kind !== "minutes" || (item.outcome !== "as_proposed" && item.outcome !== "changed")) continue;
    const named = bodies.find(({ name }) => item.title.toLowerCase().includes(name.toLowerCase()));
    if (named && named.id !== bodyId) continue;
    for (const [, date = "", month = "", year] of `${item.title} ${item.presentation}`.matchAll(dayWritten)) {
      const day = new Date(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
      if (Number.isNaN(day.getTime())) continue;
      for (const { id, state } of await recordsOn(db, bodyId, day)) {
        if (state === "approved") continue;
        await freeze(db, id, made.get(item) ?? null);
        approved.push(id);
      }
    }
  }
  return approved;
}

/** Lets minutes stand as they are from now on: approved in a case of ours, or somewhere else. */
async function freeze(db: RegionDb, id: string, itemId: string | null): Promise<void> {
  const frozen = await minutesContent(db, id, { closed: true });
  if (!frozen) throw new Error("The minutes to approve are gone");
  await markApproved(db, id, { itemId, frozen });
  await audit(db, { action: "approved", subject: "minutes", id, after: { itemId } });
}
