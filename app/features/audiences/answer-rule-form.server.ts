import { whomKinds } from "~/domain/audiences/rule";
import { isUuid } from "~/domain/shared/ids";
import { audienceSchema, partSchema } from "~/features/audiences/audience-form.schema";
import { addPart, movePart, removePart } from "~/features/audiences/change-rule.server";
import { editAudience } from "~/features/audiences/keep-audience.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { versionField } from "~/platform/http/form-fields";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

export type RuleFormRefusal = { about: "audience" | "add" | "parts"; errors: FormErrors; values: FormValues };
type Answer = { ok: true; done: string } | ({ ok: false } & RuleFormRefusal) | null;

const refusals = {
  "changed-meanwhile": (): FormErrors => ({ form: m.common_changed_meanwhile() }),
  "name-taken": (): FormErrors => ({ name: m.audiences_name_taken() }),
  nobody: (): FormErrors => ({ of: m.audiences_gone() }),
  already: (): FormErrors => ({ form: m.audiences_already_part() }),
};

/** Does what one of the forms on an audience's editing page asks, by its button; null when it asks for nothing. */
export async function answerRuleForm(
  db: RegionDb,
  { form, audienceId }: { form: FormData; audienceId: string },
): Promise<Answer> {
  const intent = form.get("intent");
  if (intent === "save") return save(db, form, audienceId);
  if (intent === "add") return add(db, form, audienceId);
  const partId = form.get("part");
  const version = versionField().safeParse(form.get("version"));
  if (!isUuid(partId) || !version.success) return null;
  const at = { audienceId, version: version.data, partId };
  const changed =
    intent === "remove"
      ? await removePart(db, at)
      : intent === "up" || intent === "down"
        ? await movePart(db, { ...at, by: intent === "up" ? -1 : 1 })
        : null;
  if (changed === null) return null;
  if (changed.ok)
    return { ok: true, done: intent === "remove" ? m.audiences_part_removed() : m.audiences_part_moved() };
  // What another has removed in the meantime is no fault of the address.
  return { about: "parts", ...refuse(form, refusals["changed-meanwhile"]()) };
}

async function save(db: RegionDb, form: FormData, id: string): Promise<Answer> {
  const about = "audience" as const;
  const parsed = parseForm(form, audienceSchema());
  if (!parsed.ok) return { about, ...parsed };
  const saved = await editAudience(db, { id, ...parsed.value });
  if (saved.ok) return { ok: true, done: m.audiences_saved() };
  return saved.reason === "not-found" ? null : { about, ...refuse(form, refusals[saved.reason]()) };
}

async function add(db: RegionDb, form: FormData, audienceId: string): Promise<Answer> {
  const about = "add" as const;
  const kind = whomKinds.find((each) => each === form.get("kind"));
  if (!kind) return null;
  const parsed = parseForm(form, partSchema(kind));
  if (!parsed.ok) return { about, ...parsed };
  const added = await addPart(db, { audienceId, ...parsed.value });
  if (added.ok) return { ok: true, done: m.audiences_part_added() };
  return added.reason === "not-found" ? null : { about, ...refuse(form, refusals[added.reason]()) };
}
