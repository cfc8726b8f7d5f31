import { data } from "@remix-run/node";
import type { HeldRole } from "~/domain/auth/permissions";
import { type KeptNote, keepNote } from "~/features/newsletters/keep-note.server";
import type { RefusedNote } from "~/features/newsletters/note-form";
import { noteSchema } from "~/features/newsletters/note-form.schema";
import { findNote } from "~/features/newsletters/notes.db.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** Writes a note of a submitted form, or saves the one of `id`; a refusal comes back with all that was typed. */
export async function answerNoteForm(
  form: FormData,
  { access, roles, id }: { access: Access; roles: readonly HeldRole[]; id: string | null },
) {
  const values = valuesOf(form);
  const refuse = (refused: Omit<RefusedNote, "values">, status: number) =>
    ({ ok: false, refusal: data<RefusedNote>({ values, ...refused }, { status }) }) as const;
  const parsed = parseForm(form, noteSchema());
  if (!parsed.ok) return refuse({ errors: parsed.errors }, 400);
  const { kept, version } = await withRegion(access, async (db) => ({
    kept: await keepNote(db, { id, form: parsed.value, roles }),
    version: id === null ? 0 : ((await findNote(db, id))?.version ?? 0),
  }));
  if (kept.ok) return kept;
  if ("field" in kept) return refuse({ errors: { [kept.field]: fieldWords(kept) } }, 400);
  if (kept.reason === "not-found") notFound();
  if (kept.reason === "used") return refuse({ errors: { form: m.newsletters_notes_used_refusal() } }, 409);
  return refuse({ errors: { form: m.common_changed_meanwhile() }, version }, 409);
}

function fieldWords({ reason, field }: Extract<KeptNote, { field: string }>): string {
  if (reason === "not-own") return m.newsletters_notes_actor_own();
  return field === "actorId" ? m.newsletters_notes_actor_gone() : m.newsletters_notes_newsletter_gone();
}
