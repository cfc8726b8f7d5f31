import { daysOf, minutesAfter, placeOf, readProgramme, type WrittenItem } from "~/domain/events/programme";
import { instantToLocal } from "~/domain/shared/local-time";
import { audit } from "~/features/audit/audit.server";
import { updateEvent } from "~/features/events/events.db.server";
import {
  createItems,
  holdProgramme,
  orderItems,
  removeItem as removeItemRow,
  saveItem,
} from "~/features/events/programme.db.server";
import type { ProgrammeItemForm } from "~/features/events/programme-form.schema";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** A programme has no more items than this. */
export const itemsAtMost = 100;

export type ProgrammeRefusal = {
  ok: false;
  reason: "cancelled" | "changed-meanwhile" | "item-gone" | "before-start" | "too-many" | "nothing";
};
export type ProgrammeResult = { ok: true } | ProgrammeRefusal;

type Programme = NonNullable<Awaited<ReturnType<typeof holdProgramme>>>;

const refused = (reason: ProgrammeRefusal["reason"]): ProgrammeRefusal => ({ ok: false, reason });

/** Adds an item, where its time belongs (`itemId` null), or saves one as it was filled in. */
export async function keepItem(
  db: RegionDb,
  input: { eventId: string; itemId: string | null; form: ProgrammeItemForm; now: Date },
): Promise<ProgrammeResult> {
  const event = await holdProgramme(db, input.eventId);
  if (!event || event.state === "cancelled") return refused("cancelled");
  const { itemId, form } = input;
  const before = itemId === null ? null : event.programme.find(({ id }) => id === itemId);
  if (before === undefined) return refused("item-gone");
  if (before && form.version !== event.version) return refused("changed-meanwhile");
  if (!before && event.programme.length >= itemsAtMost) return refused("too-many");
  const start = startOf(event);
  const startsAfter = form.time === "" ? null : minutesAfter(start, { date: form.date || start.date, time: form.time });
  if (startsAfter !== null && startsAfter < 0) return refused("before-start");
  const { title, speaker, description } = form;
  const item = { startsAfter, title, speaker, description };
  const id = before?.id ?? newId();
  if (before) await saveItem(db, id, item);
  else await createItems(db, input.eventId, [{ ...item, id }], event.programme.length);
  // One that keeps its time, or loses it, stays where it stands.
  if (startsAfter !== null && before?.startsAfter !== startsAfter) {
    const others = event.programme.filter((each) => each.id !== id);
    const ids = others.map((each) => each.id);
    ids.splice(placeOf(others, startsAfter), 0, id);
    await orderItems(db, ids);
  }
  return done(db, input, event, before ? { item: before } : {}, { item: { id, ...item } });
}

/** Moves an item one place up or down; the first stays first, and the last last. */
export async function moveItem(
  db: RegionDb,
  input: { eventId: string; itemId: string; by: -1 | 1; now: Date },
): Promise<ProgrammeResult> {
  const event = await holdProgramme(db, input.eventId);
  if (!event || event.state === "cancelled") return refused("cancelled");
  const ids = event.programme.map(({ id }) => id);
  const at = ids.indexOf(input.itemId);
  if (at < 0) return refused("item-gone");
  const to = Math.min(ids.length - 1, Math.max(0, at + input.by));
  if (to === at) return { ok: true };
  const order = ids.filter((id) => id !== input.itemId);
  order.splice(to, 0, input.itemId);
  await orderItems(db, order);
  return done(db, input, event, { order: ids }, { order });
}

/** Takes an item away. Its papers stay with the event. One that is gone already is gone. */
export async function removeItem(
  db: RegionDb,
  input: { eventId: string; itemId: string; now: Date },
): Promise<ProgrammeResult> {
  const event = await holdProgramme(db, input.eventId);
  if (!event || event.state === "cancelled") return refused("cancelled");
  const item = event.programme.find(({ id }) => id === input.itemId);
  if (!item) return refused("item-gone");
  await removeItemRow(db, item.id);
  return done(db, input, event, { item }, {});
}

/** Reads what was pasted, as it would be added. Nothing is saved. */
export function readPasted(event: Pick<Programme, "startsAt" | "endsAt" | "zone">, text: string): WrittenItem[] {
  const start = startOf(event);
  return readProgramme(text, start, daysOf(start, instantToLocal(event.endsAt.toISOString(), event.zone)).length);
}

/** Adds what was pasted after what stands, in its order. */
export async function addPasted(
  db: RegionDb,
  input: { eventId: string; text: string; now: Date },
): Promise<{ ok: true; added: number } | ProgrammeRefusal> {
  const event = await holdProgramme(db, input.eventId);
  if (!event || event.state === "cancelled") return refused("cancelled");
  const items = readPasted(event, input.text).map((item) => ({ ...item, id: newId() }));
  if (items.length === 0) return refused("nothing");
  if (items.length + event.programme.length > itemsAtMost) return refused("too-many");
  await createItems(db, input.eventId, items, event.programme.length);
  await done(db, input, event, {}, { added: items.length });
  return { ok: true, added: items.length };
}

function startOf({ startsAt, zone }: { startsAt: Date; zone: string }) {
  return instantToLocal(startsAt.toISOString(), zone);
}

async function done(
  db: RegionDb,
  { eventId, now }: { eventId: string; now: Date },
  { version }: Programme,
  before: object,
  after: object,
): Promise<{ ok: true }> {
  await updateEvent(db, eventId, { version: version + 1, changedAt: now });
  await audit(db, {
    action: "updated",
    subject: "event",
    id: eventId,
    before: { programme: before },
    after: { programme: after },
  });
  return { ok: true };
}
