import { projectSchema } from "~/features/accounts/accounts-form.schema";
import {
  addProject,
  changeProject,
  type KeptProject,
  moveProject,
  removeProject,
} from "~/features/accounts/keep-project.server";
import type { EditedProject } from "~/features/accounts/project-form";
import { findProject } from "~/features/accounts/projects.db.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

type Answer =
  | { ok: true; said: string | null }
  | { ok: false; status: number; message: string; edited: Omit<EditedProject, "slug"> | null };

/** Does what the page of projects asks: `intent` is "save", "up", "down" or "remove". A refusal keeps what was typed. */
export async function answerProjectForm(form: FormData, access: Access): Promise<Answer> {
  const id = String(form.get("id") ?? "");
  const intent = form.get("intent");
  if (intent === "up" || intent === "down") {
    const moved = await withRegion(access, (db) => moveProject(db, id, intent));
    if (!moved.ok) notFound();
    return { ok: true, said: null };
  }
  if (intent === "remove") {
    const removed = await withRegion(access, (db) => removeProject(db, id));
    if (removed.ok) return { ok: true, said: m.accounts_project_removed() };
    if (removed.reason === "not-found") notFound();
    return { ok: false, status: 409, message: m.accounts_project_used(), edited: null };
  }
  if (intent !== "save") notFound();
  const values = valuesOf(form);
  const parsed = parseForm(form, projectSchema());
  if (!parsed.ok) {
    const version = readVersion(values.version);
    return { ok: false, status: 400, message: "", edited: { id, version, values, errors: parsed.errors } };
  }
  const { version, ...columns } = parsed.value;
  const { kept, now } = await withRegion(access, async (db) => ({
    kept: id === "" ? await addProject(db, columns) : await changeProject(db, { id, version }, columns),
    now: id === "" ? null : await findProject(db, id),
  }));
  if (kept.ok) return { ok: true, said: m.accounts_project_saved() };
  if (kept.reason === "not-found") notFound();
  const edited = { id, version: now?.version ?? version, values, errors: errorsOf(kept) };
  return { ok: false, status: kept.reason === "changed-meanwhile" ? 409 : 400, message: "", edited };
}

function errorsOf(kept: Extract<KeptProject, { ok: false }>): Record<string, string> {
  if (kept.reason === "number-used") return { number: m.accounts_number_used({ name: kept.by }) };
  if (kept.reason === "focus-area-gone") return { focusAreaId: m.accounts_focus_area_gone() };
  return { form: m.common_changed_meanwhile() };
}
