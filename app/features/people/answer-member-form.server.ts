import { isUuid } from "~/domain/shared/ids";
import { changePerson } from "~/features/people/change-person.server";
import { endRole } from "~/features/people/end-role.server";
import { giveRole } from "~/features/people/give-role.server";
import { inviteAgain } from "~/features/people/invite-again.server";
import { endRoleSchema, personSchema, roleSchema } from "~/features/people/member-form.schema";
import { findRole } from "~/features/people/people.db.server";
import { endErrors, roleErrors } from "~/features/people/role-errors";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

type Refusal = { ok: false; about: "role" | "end" | "person"; errors: FormErrors; values: FormValues };
type Answer = { ok: true; done: string } | Refusal | null;
type Input = { form: FormData; personId: string; today: string; now: Date };

/** Does what one of the forms on a person's page asks, by its button; null when it asks for nothing there is. */
export async function answerMemberForm(db: RegionDb, input: Input): Promise<Answer> {
  const intent = input.form.get("intent");
  if (intent === "role") return answerRole(db, input);
  if (intent === "person") return answerPerson(db, input);
  const roleId = input.form.get("role");
  if (!isUuid(roleId) || (await findRole(db, roleId))?.personId !== input.personId) return null;
  if (intent === "end" || intent === "end-now") return answerEnd(db, input, roleId, intent === "end-now");
  if (intent === "invite") return answerInvite(db, input, roleId);
  return null;
}

async function answerRole(db: RegionDb, { form, personId, now }: Input): Promise<Answer> {
  const about = "role" as const;
  const parsed = parseForm(form, roleSchema());
  if (!parsed.ok) return { about, ...parsed };
  const given = await giveRole(db, { ...parsed.value, personId, now });
  if (given.ok) return { ok: true, done: m.people_role_given() };
  return given.reason === "no-such-person" ? null : { about, ...refuse(form, roleErrors(given.reason)) };
}

async function answerEnd(db: RegionDb, { form, today }: Input, roleId: string, now: boolean): Promise<Answer> {
  const about = "end" as const;
  const parsed = now ? null : parseForm(form, endRoleSchema());
  if (parsed && !parsed.ok) return { about, ...parsed };
  const ended = await endRole(db, { roleId, last: parsed?.value.endDay ?? "now", today });
  if (ended.ok) return { ok: true, done: m.people_role_ended() };
  return { about, ...refuse(form, endErrors(ended.reason)) };
}

async function answerInvite(db: RegionDb, { form, personId, today, now }: Input, roleId: string): Promise<Answer> {
  const sent = await inviteAgain(db, { roleId, personId, today, now });
  if (sent.ok) return { ok: true, done: m.people_invited_again() };
  return { about: "end", ...refuse(form, endErrors(sent.reason)) };
}

async function answerPerson(db: RegionDb, { form, personId, now }: Input): Promise<Answer> {
  const about = "person" as const;
  const parsed = parseForm(form, personSchema());
  if (!parsed.ok) return { about, ...parsed };
  const seen = String(form.get("version"));
  const changed = await changePerson(db, { ...parsed.value, personId, seen, now });
  if (changed.ok) return { ok: true, done: m.people_person_saved() };
  if (changed.reason === "no-such-person") return null;
  const errors: Record<typeof changed.reason, () => FormErrors> = {
    "changed-meanwhile": () => ({ form: m.common_changed_meanwhile() }),
    "own-address": () => ({ email: m.people_own_address() }),
    "address-taken": () => ({ email: m.people_address_taken() }),
  };
  return { about, ...refuse(form, errors[changed.reason]()) };
}
