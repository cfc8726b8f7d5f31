import { isUuid } from "~/domain/shared/ids";
import { memberErrors } from "~/features/bodies/body-errors";
import { officesSchema, seatSchema } from "~/features/bodies/body-form.schema";
import {
  addMember,
  addOffices,
  changeMember,
  endMember,
  removeMember,
  type SeatInput,
} from "~/features/bodies/change-members.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

type Refusal = { ok: false; errors: FormErrors; values: FormValues; version?: number; status?: 409 };
type Answer = { ok: true; done: string } | Refusal | null;

/** A seat as its form says it; somebody who is named with an address becomes a person of the register. */
async function seatIn(db: RegionDb, form: FormData): Promise<{ ok: true; seat: SeatInput; version: number } | Refusal> {
  const parsed = parseForm(form, seatSchema());
  if (!parsed.ok) return parsed;
  const { version, person, name, email, represents, ...rest } = parsed.value;
  if (person === null && (name === "") !== (email === ""))
    return refuse(form, { [name === "" ? "name" : "email"]: m.common_required() });
  if (person === null && name === "" && rest.office === "") return refuse(form, { form: m.bodies_nobody() });
  const named = person === null && name !== "" ? (await ensureNamed(db, { name, email })).personId : person;
  return { ok: true, version, seat: { ...rest, ...represents, personId: named } };
}

/** Takes in a member, or an office for many municipalities, as the form asks; null for a body there is not. */
export async function answerNewMember(
  db: RegionDb,
  { form, bodyId }: { form: FormData; bodyId: string },
): Promise<Answer> {
  if (form.get("intent") === "offices") return addMany(db, form, bodyId);
  const read = await seatIn(db, form);
  if (!read.ok) return read;
  const added = await addMember(db, { bodyId, ...read.seat });
  if (added.ok) return { ok: true, done: m.bodies_added() };
  return added.reason === "not-found" ? null : refuse(form, memberErrors(added));
}

async function addMany(db: RegionDb, form: FormData, bodyId: string): Promise<Answer> {
  const parsed = parseForm(form, officesSchema());
  if (!parsed.ok) return parsed;
  const added = await addOffices(db, { bodyId, ...parsed.value });
  if (added.ok)
    return {
      ok: true,
      done: added.added > 0 ? m.bodies_offices_added({ n: added.added }) : m.bodies_offices_already(),
    };
  return added.reason === "not-found" ? null : refuse(form, memberErrors(added));
}

/** Changes, ends or removes a member, by the form's button; null when there is no such member or button. */
export async function answerMemberForm(
  db: RegionDb,
  { form, bodyId, id, today }: { form: FormData; bodyId: string; id: string; today: string },
): Promise<Answer> {
  if (!isUuid(id)) return null;
  const intent = form.get("intent");
  if (intent === "end-now") {
    const ended = await endMember(db, { bodyId, id, day: today });
    return ended.ok ? { ok: true, done: m.bodies_member_ended() } : null;
  }
  if (intent === "remove") {
    const removed = await removeMember(db, { bodyId, id });
    if (removed.ok) return { ok: true, done: m.bodies_member_removed() };
    return removed.reason === "not-found" ? null : refuse(form, { form: m.bodies_member_in_use() });
  }
  const read = await seatIn(db, form);
  if (!read.ok) return read;
  const changed = await changeMember(db, { bodyId, id, version: read.version, ...read.seat });
  if (changed.ok) return { ok: true, done: m.bodies_member_changed() };
  if (changed.reason === "not-found") return null;
  if (changed.reason === "changed-meanwhile") {
    const refused = refuse(form, { form: m.common_changed_meanwhile() });
    return { ...refused, version: changed.version, status: 409 };
  }
  return refuse(form, memberErrors(changed));
}
