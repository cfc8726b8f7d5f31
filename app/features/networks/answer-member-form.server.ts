import { type AddMembersResult, addMembers } from "~/features/networks/add-network-members.server";
import { type EndMembersResult, endMemberships } from "~/features/networks/end-network-members.server";
import { addMembersSchema, endMembersSchema } from "~/features/networks/member-form.schema";
import type { MemberErrors } from "~/features/networks/member-forms";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

export type MemberFormResult = { ok: true; done: string } | { ok: false; refused: MemberErrors };

/** Takes members in or lets them go, as a submitted form says; a refusal comes back with all that was typed. */
export async function answerMemberForm(
  form: FormData,
  { access, networkId }: { access: Access; networkId: string },
): Promise<MemberFormResult> {
  const intent = String(form.get("intent") ?? "");
  const refuse = (errors: Record<string, string>, more: Partial<MemberErrors> = {}): MemberFormResult => ({
    ok: false,
    refused: {
      intent,
      errors: Object.fromEntries(Object.entries(errors).map(([field, words]) => [field.split(".")[0] ?? field, words])),
      values: valuesOf(form),
      municipalities: form.getAll("municipalities[]").map(String),
      members: form.getAll("members[]").map(String),
      ...more,
    },
  });
  if (intent === "end" || intent === "remove") {
    const parsed = parseForm(form, endMembersSchema());
    if (!parsed.ok) return refuse(parsed.errors);
    const result = await withRegion(access, (db) => endMemberships(db, { networkId, form: parsed.value }));
    if (result.ok)
      return {
        ok: true,
        done: intent === "end" ? m.networks_ended({ n: result.count }) : m.networks_removed({ n: result.count }),
      };
    if (result.reason === "not-found") notFound();
    return refuse({ last: endWords(result) });
  }
  const parsed = parseForm(form, addMembersSchema());
  if (!parsed.ok) return refuse(parsed.errors);
  const result = await withRegion(access, (db) => addMembers(db, { networkId, form: parsed.value }));
  if (result.ok) {
    const { added: n, already, guests } = result;
    return {
      ok: true,
      done: already + guests > 0 ? m.networks_added_some({ n, already, guests }) : m.networks_added({ n }),
    };
  }
  if (result.reason === "not-found") notFound();
  return refuse(
    { [result.field]: addWords(result.reason) },
    result.reason === "several" ? { people: result.choices } : {},
  );
}

function endWords(result: Extract<EndMembersResult, { ok: false }>): string {
  return result.reason === "end-before-joined"
    ? m.networks_end_before_joined({ name: result.name })
    : m.networks_nobody_chosen();
}

function addWords(reason: Exclude<Extract<AddMembersResult, { ok: false }>["reason"], "not-found">): string {
  return {
    "end-before-start": () => m.networks_end_before_start(),
    nobody: () => m.networks_nobody_chosen(),
    gone: () => m.networks_choice_gone(),
    "already-in": () => m.networks_already_in(),
    "none-in-region": () => m.networks_none_in_region(),
    unknown: () => m.networks_person_unknown(),
    "name-missing": () => m.networks_person_name_missing(),
    several: () => m.networks_person_several(),
  }[reason]();
}
