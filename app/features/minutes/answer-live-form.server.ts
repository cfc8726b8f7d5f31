import { z } from "zod";
import type { Bases, Fields } from "~/domain/minutes/field-merge";
import { outField, whyField } from "~/domain/minutes/item-fields";
import { isUuid } from "~/domain/shared/ids";
import { casesOfMinutes } from "~/features/minutes/minutes.db.server";
import { saveFollowUp } from "~/features/minutes/save-follow-up.server";
import { type FieldFault, type Saved, saveItem } from "~/features/minutes/save-item.server";
import { addGuest, removeGuest, savePresence } from "~/features/minutes/save-presence.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { valuesOf } from "~/platform/http/forms.server";
import { newId } from "~/platform/ids.server";

/** What stands against a form of the page, with everything that was typed in it. */
export type LiveRefusal = {
  reason: "not-found" | "not-live" | null;
  faults: Record<string, FieldFault>;
  /** What another has changed meanwhile, as it stands now. */
  conflicts: Fields;
  values: Record<string, string>;
};

const basesSchema = z.record(z.string(), z.array(z.string()));

/** Does what a form of the page asks where there is no script. Null: it is done. */
export async function answerLiveForm(
  db: RegionDb,
  { form, minutesId, now }: { form: FormData; minutesId: string; now: Date },
): Promise<LiveRefusal | null> {
  const values = valuesOf(form);
  const intent = values.intent ?? "";
  if (intent === "presence") return together(await presenceForm(db, minutesId, values), values);
  if (intent.startsWith("unseat:"))
    return together([await removeGuest(db, { minutesId, presenceId: intent.slice(7) })], values);
  if (intent.startsWith("drop:")) {
    const [id = "", itemId = ""] = intent.slice(5).split(":");
    return together([await saveFollowUp(db, { minutesId, itemId, id, fields: { words: "" }, bases: {} })], values);
  }
  return together(await itemForm(db, minutesId, values, now), values);
}

function together(all: Saved[], values: Record<string, string>): LiveRefusal | null {
  const refusal: LiveRefusal = { reason: null, faults: {}, conflicts: {}, values };
  for (const saved of all)
    if (saved.ok) {
      Object.assign(refusal.faults, saved.faults);
      Object.assign(refusal.conflicts, saved.conflicts);
    } else refusal.reason = saved.reason;
  const fine =
    refusal.reason === null && [refusal.faults, refusal.conflicts].every((one) => Object.keys(one).length === 0);
  return fine ? null : refusal;
}

function basesIn(text: string | undefined): Bases {
  try {
    return basesSchema.parse(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

/** A case: its outcome and words, who took part, what is to be done after it. */
async function itemForm(db: RegionDb, minutesId: string, values: Record<string, string>, now: Date): Promise<Saved[]> {
  const itemId = values.item ?? "";
  if (!isUuid(itemId)) return [{ ok: false, reason: "not-found" }];
  const names = ["outcome", "decision", "notes", "unanimous", "votesFor", "votesAgainst"];
  const fields: Fields = Object.fromEntries(
    names.flatMap((name) => (name in values ? [[name, values[name] ?? ""]] : [])),
  );
  // A box that is not ticked is not sent.
  if ("passOnShown" in values) fields.passOnToId = values.passOnToId ?? "";
  Object.assign(fields, await chosenWords(db, minutesId, itemId, values));
  const seats: Saved[] = [];
  for (const [name, part] of Object.entries(values)) {
    const id = /^part\.(.+)$/.exec(name)?.[1];
    if (!id || !isUuid(id) || part === values[`was.${id}`]) continue;
    fields[outField(id)] = part === "out" ? "yes" : "";
    const was = values[`was.${id}`];
    const moved: Fields = {
      ...((part === "came" || was === "came") && { cameAtId: part === "came" ? itemId : "" }),
      ...((part === "left" || was === "left") && { leftAtId: part === "left" ? itemId : "" }),
    };
    if (Object.keys(moved).length > 0)
      seats.push(await savePresence(db, { minutesId, presenceId: id, fields: moved, bases: {} }));
  }
  for (const [name, why] of Object.entries(values)) {
    const id = /^why\.(.+)$/.exec(name)?.[1];
    if (id) fields[whyField(id)] = values[`part.${id}`] === "out" ? why : "";
  }
  const saved = [await saveItem(db, { minutesId, itemId, fields, bases: basesIn(values.bases), now }), ...seats];
  for (const [name, id] of Object.entries(values)) {
    if (!/^follow\.\d+$/.test(name)) continue;
    const written = {
      words: values[`${name}.words`] ?? "",
      responsible: values[`${name}.responsible`] ?? "",
      dueOn: values[`${name}.dueOn`] ?? "",
    };
    const isNew = id === "";
    if (isNew && Object.values(written).every((text) => text.trim() === "")) continue;
    saved.push(
      await saveFollowUp(db, {
        ...{ minutesId, itemId, id: isNew ? newId() : id, fields: written },
        bases: basesIn(values[`${name}.bases`]),
      }),
    );
  }
  return saved;
}

/** What the buttons over the decision fill in: the proposal, or that it was noted. */
async function chosenWords(
  db: RegionDb,
  minutesId: string,
  itemId: string,
  { use, decision = "", unanimous }: Record<string, string>,
): Promise<Fields> {
  if (use === "noted") {
    const { defaultStandard } = await ownRegion(db);
    const locale = defaultStandard === "nynorsk" ? "nn" : "nb";
    return { outcome: "noted", decision: decision.trim() || m.minutes_noted_text({}, { locale }) };
  }
  if (use !== "proposal") return {};
  const found = (await casesOfMinutes(db, minutesId)).find(({ id }) => id === itemId);
  return { decision: found?.case.proposal ?? decision, outcome: "as_proposed", unanimous: unanimous || "yes" };
}

/** Everybody on the list at once, and a guest. */
async function presenceForm(db: RegionDb, minutesId: string, values: Record<string, string>): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (const [name, bases] of Object.entries(values)) {
    const id = /^seat\.(.+)$/.exec(name)?.[1];
    if (!id || !isUuid(id)) continue;
    const fields: Fields = {
      state: values[`state.${id}`] ?? (values.all ? "present" : "unknown"),
      reason: values[`reason.${id}`] ?? "",
      substitute: values[`substitute.${id}`] ?? "",
      chair: values.chair === id ? "yes" : "",
    };
    saved.push(await savePresence(db, { minutesId, presenceId: id, fields, bases: basesIn(bases) }));
  }
  const { guest = "", guestOf = "" } = values;
  if (guest.trim() !== "") saved.push(await addGuest(db, { minutesId, id: newId(), name: guest, represents: guestOf }));
  return saved;
}
