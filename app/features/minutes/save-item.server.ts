import { type Bases, type Fields, mergeFields } from "~/domain/minutes/field-merge";
import { longest, outField, readItemField, whyField } from "~/domain/minutes/item-fields";
import { voteFault, votersIn } from "~/domain/minutes/taking-part";
import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import { seatOf, votesOf } from "~/features/minutes/live-facts";
import { liveState } from "~/features/minutes/live-state.view.server";
import { bodyExists, holdItem, holdMinutes, setDisqualified, updateItem } from "~/features/minutes/minutes.db.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/** Why a field is not written, each on its own. */
export type FieldFault = "too-long" | "not-known" | "not-a-number" | "too-many" | "negative" | "empty";

export type Saved =
  | { ok: false; reason: "not-found" | "not-live" }
  | {
      ok: true;
      /** Names of what was written. */
      written: string[];
      /** What another has changed meanwhile, with what stands there; nothing of it is written over. */
      conflicts: Fields;
      /** What could not be written. The rest is. */
      faults: Record<string, FieldFault>;
    };

const votes = ["unanimous", "votesFor", "votesAgainst"] as const;

/**
 * Writes what was typed of one item while the meeting is held, field by field: what another has changed meanwhile is
 * told of and left, a vote that is larger than those who may give it is refused, and all else is kept.
 */
export async function saveItem(
  db: RegionDb,
  input: { minutesId: string; itemId: string; fields: Fields; bases: Bases; now: Date },
): Promise<Saved> {
  const { minutesId, itemId, now } = input;
  const held = await holdMinutes(db, minutesId, "share");
  if (!held || !(await holdItem(db, minutesId, itemId))) return { ok: false, reason: "not-found" };
  if (held.state !== "live") return { ok: false, reason: "not-live" };
  const state = await liveState(db, { id: minutesId, state: held.state });
  const item = state.items.find(({ id }) => id === itemId);
  if (!item) return { ok: false, reason: "not-found" };
  const { changes, conflicts } = mergeFields(item.fields, tidied(input.fields), input.bases);
  const faults = await faultsIn(db, changes, held.bodyId);
  for (const name of Object.keys(faults)) delete changes[name];

  const after = { ...item.fields, ...changes };
  const seats = state.presences.map(seatOf);
  const out = new Set(seats.flatMap(({ id }) => (after[outField(id)] === "yes" ? [id] : [])));
  const able = votersIn(
    seats,
    itemId,
    state.items.map(({ id }) => id),
    out,
  );
  const fault = voteFault(votesOf(after), able);
  if (fault === "too-many")
    for (const name of votes) if (name in changes && changes[name] !== "") faults[name] = "too-many";
  for (const name of Object.keys(faults)) delete changes[name];

  const written = Object.keys(changes);
  if (written.length > 0) {
    await write(db, itemId, { ...item.fields, ...changes }, changes, now);
    await audit(db, {
      action: "updated",
      subject: "agenda-item",
      id: itemId,
      before: shown(item.fields, written),
      after: shown(changes, written),
    });
  }
  return { ok: true, written, conflicts, faults };
}

/** Lines end in one way, and what is chosen has no space around it. */
function tidied(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.replace(/\r\n?/g, "\n")]));
}

async function faultsIn(db: RegionDb, changes: Fields, bodyId: string): Promise<Record<string, FieldFault>> {
  const faults: Record<string, FieldFault> = {};
  const { outcome, decision, notes, unanimous, passOnToId } = changes;
  if (outcome !== undefined && readItemField.outcome(outcome) === undefined) faults.outcome = "not-known";
  if (unanimous !== undefined && readItemField.unanimous(unanimous) === undefined) faults.unanimous = "not-known";
  if (decision !== undefined && decision.length > longest.decision) faults.decision = "too-long";
  if (notes !== undefined && notes.length > longest.notes) faults.notes = "too-long";
  for (const name of ["votesFor", "votesAgainst"] as const)
    if (changes[name] !== undefined && readItemField.votes(changes[name]) === undefined)
      faults[name] = changes[name].trim().startsWith("-") ? "negative" : "not-a-number";
  if (passOnToId && (passOnToId === bodyId || !isUuid(passOnToId) || !(await bodyExists(db, passOnToId))))
    faults.passOnToId = "not-known";
  for (const [name, text] of Object.entries(changes))
    if (name.startsWith(whyField("")) && text.length > longest.reason) faults[name] = "too-long";
  return faults;
}

async function write(db: RegionDb, itemId: string, after: Fields, changes: Fields, now: Date): Promise<void> {
  await updateItem(db, itemId, {
    outcome: readItemField.outcome(after.outcome ?? "") ?? null,
    decision: after.decision ?? "",
    notes: after.notes ?? "",
    unanimous: readItemField.unanimous(after.unanimous ?? "") ?? null,
    votesFor: readItemField.votes(after.votesFor ?? "") ?? null,
    votesAgainst: readItemField.votes(after.votesAgainst ?? "") ?? null,
    passOnToId: after.passOnToId || null,
    version: { increment: 1 },
    changedById: accessFor(db).personId,
    changedAt: now,
  });
  const touched = new Set(Object.keys(changes).flatMap((name) => /^(?:out|why)\.(.+)$/.exec(name)?.slice(1) ?? []));
  for (const id of touched) {
    const reason = after[whyField(id)] ?? "";
    await setDisqualified(db, itemId, id, after[outField(id)] === "yes" ? { reason } : null);
  }
}

/** What of the fields is written down: texts by their length, for they may hold what is closed. */
function shown(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    names.map((name) => [
      name,
      /^(?:decision|notes|why\.)/.test(name) ? `${(fields[name] ?? "").length}` : (fields[name] ?? ""),
    ]),
  );
}
