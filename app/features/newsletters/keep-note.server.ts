import { can, type HeldRole } from "~/domain/auth/permissions";
import { actorChoices } from "~/features/actors/actor-choices.view.server";
import { audit } from "~/features/audit/audit.server";
import { findNewsletter } from "~/features/newsletters/newsletters.db.server";
import type { NoteForm } from "~/features/newsletters/note-form.schema";
import { createNote, deleteNote, findNote, saveNote } from "~/features/newsletters/notes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type KeptNote =
  | { ok: true; id: string }
  | { ok: false; reason: "not-found" | "changed-meanwhile" | "used" }
  /** What was chosen is no longer there, or is another actor's than one may write for. */
  | { ok: false; reason: "gone"; field: "newsletterId" | "actorId" }
  | { ok: false; reason: "not-own"; field: "actorId" };

/**
 * Writes a note for a newsletter (`id` null), or saves one that is still at the form's version and has not gone out.
 * Somebody limited to her own actors writes it for one of them. An issue it is in already keeps its words.
 */
export async function keepNote(
  db: RegionDb,
  { id, form, roles }: { id: string | null; form: NoteForm; roles: readonly HeldRole[] },
): Promise<KeptNote> {
  const { version, ...columns } = form;
  const standing = id === null ? null : await findNote(db, id);
  if (id !== null && !standing) return { ok: false, reason: "not-found" };
  if (standing?.usedAt) return { ok: false, reason: "used" };
  if (standing?.newsletterId !== columns.newsletterId) {
    const newsletter = await findNewsletter(db, columns.newsletterId);
    if (!newsletter || newsletter.endedAt !== null) return { ok: false, reason: "gone", field: "newsletterId" };
  }
  if (standing?.actorId !== columns.actorId) {
    const actor = (await actorChoices(db)).find((one) => one.id === columns.actorId);
    if (!actor) return { ok: false, reason: "gone", field: "actorId" };
    if (!can(roles, "notes.edit", { actorIds: actor.actorIds }))
      return { ok: false, reason: "not-own", field: "actorId" };
  }
  if (!standing) {
    const made = await createNote(db, columns);
    await audit(db, { action: "created", subject: "newsletter-note", id: made.id, after: columns });
    return { ok: true, id: made.id };
  }
  if (!(await saveNote(db, standing.id, version, columns))) return { ok: false, reason: "changed-meanwhile" };
  const { newsletterId, actorId, kind, heading, body, link } = standing;
  await audit(db, {
    action: "updated",
    subject: "newsletter-note",
    id: standing.id,
    before: { newsletterId, actorId, kind, heading, body, link },
    after: columns,
  });
  return { ok: true, id: standing.id };
}

/** Takes a note away that no issue that was sent has had. An issue it is in already keeps its words. */
export async function dropNote(
  db: RegionDb,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "used" }> {
  const standing = await findNote(db, id);
  if (!standing) return { ok: false, reason: "not-found" };
  if (standing.usedAt) return { ok: false, reason: "used" };
  await deleteNote(db, id);
  const { newsletterId, actorId, kind, heading } = standing;
  await audit(db, {
    action: "removed",
    subject: "newsletter-note",
    id,
    before: { newsletterId, actorId, kind, heading },
  });
  return { ok: true };
}
