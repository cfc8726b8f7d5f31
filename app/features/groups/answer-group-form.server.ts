import { isUuid } from "~/domain/shared/ids";
import {
  addMember,
  changeMember,
  endMember,
  type MemberOf,
  removeMember,
} from "~/features/groups/change-members.server";
import { memberErrors } from "~/features/groups/group-errors";
import { memberSchema, newOtherMemberSchema, newPersonMemberSchema } from "~/features/groups/group-form.schema";
import { removeGroup } from "~/features/groups/remove-group.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

export type GroupFormRefusal = { about: "add" | "member" | "group"; errors: FormErrors; values: FormValues };
type Answer = { ok: true; done: string; gone?: true } | ({ ok: false } & GroupFormRefusal) | null;

/** Does what one of the forms on a group's page asks, by its button; null when it asks for nothing there is. */
export async function answerGroupForm(
  db: RegionDb,
  { form, groupId, today }: { form: FormData; groupId: string; today: string },
): Promise<Answer> {
  const intent = form.get("intent");
  if (intent === "add-person") return addPerson(db, form, groupId);
  if (intent === "add-other") return addOther(db, form, groupId);
  if (intent === "remove-group") return answerRemove(db, form, groupId);
  const id = form.get("member");
  if (!isUuid(id)) return null;
  if (intent === "change") return change(db, form, groupId, id);
  if (intent === "end-now") {
    const ended = await endMember(db, { groupId, id, today });
    return ended.ok ? { ok: true, done: m.groups_member_ended() } : null;
  }
  if (intent === "remove") {
    const removed = await removeMember(db, { groupId, id });
    return removed.ok ? { ok: true, done: m.groups_member_removed() } : null;
  }
  return null;
}

async function addPerson(db: RegionDb, form: FormData, groupId: string): Promise<Answer> {
  const about = "add" as const;
  const known = isUuid(form.get("person"));
  const parsed = parseForm(form, newPersonMemberSchema(known));
  if (!parsed.ok) return { about, ...parsed };
  const { represents, part, first, last, ...who } = parsed.value;
  if (first !== null && last !== null && last < first)
    return { about, ...refuse(form, memberErrors({ reason: "end-before-start" })) };
  const named = who as { person?: string; name?: string; email?: string };
  const personId =
    named.person ?? (await ensureNamed(db, { name: named.name ?? "", email: named.email ?? "" })).personId;
  const member: MemberOf = { personId, memberGroupId: null, ...represents };
  const added = await addMember(db, { groupId, member, part, first, last });
  if (added.ok) return { ok: true, done: m.groups_member_added() };
  return added.reason === "not-found" ? null : { about, ...refuse(form, memberErrors(added)) };
}

const others = { actor: "actorId", municipality: "municipalityId", group: "memberGroupId" } as const;

async function addOther(db: RegionDb, form: FormData, groupId: string): Promise<Answer> {
  const about = "add" as const;
  const kind = String(form.get("kind"));
  if (!Object.hasOwn(others, kind)) return null;
  const parsed = parseForm(form, newOtherMemberSchema());
  if (!parsed.ok) return { about, ...parsed };
  const { of, part, first, last } = parsed.value;
  const nobody: MemberOf = { personId: null, memberGroupId: null, actorId: null, municipalityId: null };
  const member = { ...nobody, [others[kind as keyof typeof others]]: of };
  const added = await addMember(db, { groupId, member, part, first, last });
  if (added.ok) return { ok: true, done: m.groups_member_added() };
  return added.reason === "not-found" ? null : { about, ...refuse(form, memberErrors(added)) };
}

async function change(db: RegionDb, form: FormData, groupId: string, id: string): Promise<Answer> {
  const about = "member" as const;
  const parsed = parseForm(form, memberSchema());
  if (!parsed.ok) return { about, ...parsed };
  const changed = await changeMember(db, { groupId, id, ...parsed.value });
  if (changed.ok) return { ok: true, done: m.groups_member_changed() };
  return changed.reason === "not-found" ? null : { about, ...refuse(form, memberErrors(changed)) };
}

async function answerRemove(db: RegionDb, form: FormData, groupId: string): Promise<Answer> {
  const removed = await removeGroup(db, groupId);
  if (removed.ok) return { ok: true, done: m.groups_removed(), gone: true };
  if (removed.reason === "not-found") return null;
  return { about: "group", ...refuse(form, { form: m.groups_in_use() }) };
}
