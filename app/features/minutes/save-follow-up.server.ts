import { type Bases, type Fields, mergeFields } from "~/domain/minutes/field-merge";
import { fieldsOfFollowUp, longest } from "~/domain/minutes/item-fields";
import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import {
  actorNames,
  countFollowUps,
  createFollowUp,
  deleteFollowUp,
  findFollowUp,
  holdItem,
  holdMinutes,
  updateFollowUp,
} from "~/features/minutes/minutes.db.server";
import type { FieldFault, Saved } from "~/features/minutes/save-item.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Writes what is to be done after a decision. The page names the id, so that what is sent twice is there once; without
 * words it is taken away again.
 */
export async function saveFollowUp(
  db: RegionDb,
  input: { minutesId: string; itemId: string; id: string; fields: Fields; bases: Bases },
): Promise<Saved> {
  const { minutesId, itemId, id } = input;
  const held = await holdMinutes(db, minutesId, "share");
  if (!held || !isUuid(id) || !(await holdItem(db, minutesId, itemId))) return { ok: false, reason: "not-found" };
  if (held.state !== "live") return { ok: false, reason: "not-live" };
  const found = await findFollowUp(db, id);
  if (found && found.itemId !== itemId) return { ok: false, reason: "not-found" };
  const stored = fieldsOfFollowUp({
    words: found?.words ?? "",
    responsible: found?.responsible ?? "",
    dueOn: found?.dueOn?.toISOString().slice(0, 10) ?? "",
  });
  const { changes, conflicts } = mergeFields(stored, input.fields, found ? input.bases : {});
  const faults = faultsIn(changes);
  for (const name of Object.keys(faults)) delete changes[name];
  const after = { ...stored, ...changes };
  const written = Object.keys(changes);
  if (written.length === 0) return { ok: true, written, conflicts, faults };
  if (after.words?.trim() === "") {
    if (found) {
      await deleteFollowUp(db, id);
      await audit(db, { action: "removed", subject: "follow-up", id, before: { item: itemId } });
    }
    return { ok: true, written, conflicts, faults: found ? faults : { ...faults, words: "empty" } };
  }
  const data = {
    words: after.words ?? "",
    responsible: after.responsible ?? "",
    dueOn: after.dueOn ? new Date(after.dueOn) : null,
    actorId: (await actorNames(db)).find(({ name }) => name === after.responsible)?.id ?? null,
  };
  if (found) await updateFollowUp(db, id, data);
  else await createFollowUp(db, { id, itemId, position: await countFollowUps(db, itemId), ...data });
  await audit(db, {
    action: found ? "updated" : "created",
    subject: "follow-up",
    id,
    after: { item: itemId, dueOn: after.dueOn ?? "" },
  });
  return { ok: true, written, conflicts, faults };
}

function faultsIn(changes: Fields): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  const { words = "", responsible = "", dueOn = "" } = changes;
  if (words.length > longest.words) faults.words = "too-long";
  if (responsible.length > longest.name) faults.responsible = "too-long";
  if (dueOn !== "" && !isDay(dueOn)) faults.dueOn = "not-known";
  return faults;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
