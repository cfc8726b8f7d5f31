import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import {
  addPasted,
  itemsAtMost,
  keepItem,
  moveItem,
  type ProgrammeRefusal,
  readPasted,
  removeItem,
} from "~/features/events/change-programme.server";
import { findProgramme } from "~/features/events/programme.db.server";
import { pasteAtMost, programmeItemSchema } from "~/features/events/programme-form.schema";
import type { ItemRefusal, Pasted } from "~/features/events/programme-page";
import { tellProgramme } from "~/features/events/tell-programme.server";
import { formatClock } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";
import { parseForm, refuse } from "~/platform/http/forms.server";

type Refused = { status: number; problem: string | null; refused: ItemRefusal | null; pasted: Pasted | null };
type Answer = { done: string } | Refused;

type Input = { eventId: string; form: FormData; now: Date };

/** Does what a button of the programme's page says; null for one there is none of. */
export async function answerProgrammeForm(db: RegionDb, input: Input): Promise<Answer | null> {
  const { eventId, form, now } = input;
  const named = form.get("item");
  const itemId = isUuid(named) ? named : "";
  switch (form.get("intent")) {
    case "add":
      return keep(db, input, null);
    case "save":
      return itemId ? keep(db, input, itemId) : null;
    case "up":
    case "down": {
      if (!itemId) return null;
      const by = form.get("intent") === "up" ? -1 : 1;
      const moved = await moveItem(db, { eventId, itemId, by, now });
      return moved.ok ? { done: m.events_item_moved() } : problem(moved);
    }
    case "remove": {
      if (!itemId) return null;
      const removed = await removeItem(db, { eventId, itemId, now });
      return removed.ok ? { done: m.events_item_removed() } : problem(removed);
    }
    case "preview":
    case "paste":
      return paste(db, input);
    case "tell": {
      const told = await tellProgramme(db, { eventId, now });
      if (!told.ok) return { ...nothing, status: 409, problem: m.events_programme_tell_refused() };
      return { done: m.events_programme_told({ n: told.told }) };
    }
    default:
      return null;
  }
}

const nothing = { status: 200, problem: null, refused: null, pasted: null };

function problem({ reason }: ProgrammeRefusal): Refused {
  return { ...nothing, status: 409, problem: refusalWords(reason) };
}

function refusalWords(reason: ProgrammeRefusal["reason"]): string {
  return {
    cancelled: () => m.events_cannot_change_cancelled(),
    "changed-meanwhile": () => m.common_changed_meanwhile(),
    "item-gone": () => m.events_item_gone(),
    "before-start": () => m.events_item_before_start({ time: "" }),
    "too-many": () => m.events_item_too_many({ max: itemsAtMost }),
    nothing: () => m.events_paste_nothing(),
  }[reason]();
}

async function keep(db: RegionDb, { eventId, form, now }: Input, itemId: string | null): Promise<Answer> {
  const parsed = parseForm(form, programmeItemSchema());
  if (!parsed.ok) return { ...nothing, status: 400, refused: { itemId, errors: parsed.errors, values: parsed.values } };
  const kept = await keepItem(db, { eventId, itemId, form: parsed.value, now });
  if (kept.ok) return { done: itemId ? m.events_item_saved() : m.events_item_added() };
  if (kept.reason === "before-start") {
    const event = await findProgramme(db, eventId);
    const start = event && instantToLocal(event.startsAt.toISOString(), event.zone).time;
    const words = m.events_item_before_start({ time: formatClock(start ?? "", getLocale()) });
    return { ...nothing, status: 400, refused: { itemId, ...refuse(form, { time: words }) } };
  }
  return { ...problem(kept), refused: { itemId, ...refuse(form, {}) } };
}

async function paste(db: RegionDb, { eventId, form, now }: Input): Promise<Answer | null> {
  const text = String(form.get("text") ?? "");
  const event = await findProgramme(db, eventId);
  if (!event) return null;
  const refused = (items: Pasted["items"], words: string): Refused => ({
    ...nothing,
    status: 400,
    pasted: { text, items, problem: words },
  });
  if (text.length > pasteAtMost) return refused([], m.common_too_long({ max: pasteAtMost }));
  if (form.get("intent") === "paste") {
    const added = await addPasted(db, { eventId, text, now });
    return added.ok ? { done: m.events_paste_added({ n: added.added }) } : refused([], refusalWords(added.reason));
  }
  const items = readPasted(event, text);
  if (items.length === 0) return refused([], m.events_paste_nothing());
  if (items.length > itemsAtMost) return refused([], m.events_item_too_many({ max: itemsAtMost }));
  return { ...nothing, pasted: { text, items, problem: null } };
}
