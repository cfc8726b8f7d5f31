import { can, type HeldRole } from "~/domain/auth/permissions";
import { actorChoices } from "~/features/actors/actor-choices.view.server";
import { audit } from "~/features/audit/audit.server";
import type { PublicationForm } from "~/features/publications/publication-form.schema";
import {
  createPublication,
  findPublication,
  hasPlanRow,
  type PublicationColumns,
  savePublication,
} from "~/features/publications/publications.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type KeepResult =
  | { ok: true; id: string }
  | { ok: false; reason: "not-found" | "changed-meanwhile" }
  /** What was chosen is no longer there, or is another actor's than one may write for. */
  | { ok: false; reason: "gone"; field: "planRowId" | "actorId" }
  | { ok: false; reason: "not-own"; field: "actorId" };

/**
 * Logs something said elsewhere (`id` null), or saves one that is still at the form's version. Somebody limited to her
 * own actors logs it for one of them; what stands already may stand.
 */
export async function keepPublication(
  db: RegionDb,
  { id, form, roles }: { id: string | null; form: PublicationForm; roles: readonly HeldRole[] },
): Promise<KeepResult> {
  const { version, ...columns } = form;
  const standing = id === null ? null : await findPublication(db, id);
  if (id !== null && !standing) return { ok: false, reason: "not-found" };
  if (columns.planRowId && columns.planRowId !== standing?.planRowId && !(await hasPlanRow(db, columns.planRowId)))
    return { ok: false, reason: "gone", field: "planRowId" };
  if (!standing || columns.actorId !== standing.actorId) {
    const actor = (await actorChoices(db)).find((one) => one.id === columns.actorId);
    if (columns.actorId !== null && !actor) return { ok: false, reason: "gone", field: "actorId" };
    if (!can(roles, "publications.edit", { actorIds: actor?.actorIds ?? [] }))
      return { ok: false, reason: "not-own", field: "actorId" };
  }
  if (!standing) {
    const made = await createPublication(db, columns);
    const after = { ...factsOf(columns), ...hidden(blank, columns) };
    await audit(db, { action: "created", subject: "publication", id: made.id, after });
    return { ok: true, id: made.id };
  }
  if (standing.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const [before, after] = [factsOf(standing), factsOf(columns)];
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => before[key] !== after[key]);
  const unsaid = hidden(standing, columns);
  if (changed.length === 0 && !unsaid.changed) return { ok: true, id: standing.id };
  if (!(await savePublication(db, standing.id, version, columns))) return { ok: false, reason: "changed-meanwhile" };
  const pick = (facts: typeof after) => Object.fromEntries(changed.map((key) => [key, facts[key]]));
  await audit(db, {
    action: "updated",
    subject: "publication",
    id: standing.id,
    before: pick(before),
    after: { ...pick(after), ...unsaid },
  });
  return { ok: true, id: standing.id };
}

const blank = { author: "", text: "" };

/** What the log keeps of a publication. */
export function factsOf({ kind, title, day, place, link, open, planRowId, actorId }: PublicationColumns) {
  return { kind, title, day, place, link, open, planRowId, actorId };
}

/** Who said it and the text may name people: the log says that they changed, not what they were. */
function hidden(
  before: Pick<PublicationColumns, "author" | "text">,
  after: Pick<PublicationColumns, "author" | "text">,
): { changed?: string[] } {
  const changed = (["author", "text"] as const).filter((field) => before[field] !== after[field]);
  return changed.length > 0 ? { changed } : {};
}
