import { audit } from "~/features/audit/audit.server";
import { editorChoices } from "~/features/newsletters/editors.view.server";
import type { NewsletterForm } from "~/features/newsletters/newsletter-form.schema";
import {
  createNewsletter,
  findNewsletter,
  hasAudience,
  newsletterOfName,
  type StoredNewsletter,
  saveNewsletter,
  setEditors,
} from "~/features/newsletters/newsletters.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type KeptNewsletter =
  | { ok: true; id: string }
  | { ok: false; reason: "not-found" | "changed-meanwhile" }
  /** Another has the name, nobody would get it, or what was chosen is no longer there. */
  | { ok: false; reason: "taken"; field: "name" }
  | { ok: false; reason: "nobody"; field: "toContactPersons" }
  | { ok: false; reason: "gone"; field: "audienceId" | "editors" };

/**
 * Makes a newsletter (`id` null), or saves one that is still at the form's version. One that goes to nobody by role must
 * be open, so that people can subscribe. Editors are people with a role to write with; who is one already may stay.
 */
export async function keepNewsletter(
  db: RegionDb,
  { id, form, now }: { id: string | null; form: NewsletterForm; now: Date },
): Promise<KeptNewsletter> {
  const { version, editors, ...columns } = form;
  await lockRegion(db, "newsletters");
  const standing = id === null ? null : await findNewsletter(db, id);
  if (id !== null && !standing) return { ok: false, reason: "not-found" };
  if (standing && standing.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const named = await newsletterOfName(db, columns.name);
  if (named && named.id !== id) return { ok: false, reason: "taken", field: "name" };
  const { toContactPersons, toNetworkMembers, audienceId, open } = columns;
  if (!toContactPersons && !toNetworkMembers && audienceId === null && !open)
    return { ok: false, reason: "nobody", field: "toContactPersons" };
  if (audienceId !== null && !(await hasAudience(db, audienceId)))
    return { ok: false, reason: "gone", field: "audienceId" };
  const { writers, gone } = await editorChoices(db, id, now);
  const may = new Set([...writers, ...gone].map((person) => person.id));
  if (editors.some((editor) => !may.has(editor))) return { ok: false, reason: "gone", field: "editors" };
  const chosen = [...new Set(editors)].sort();
  if (!standing) {
    const made = await createNewsletter(db, columns);
    await setEditors(db, made.id, chosen);
    const after = { ...columns, editors: chosen };
    await audit(db, { action: "created", subject: "newsletter", id: made.id, after });
    return { ok: true, id: made.id };
  }
  const [before, after] = [factsOf(standing), { ...columns, editors: chosen }];
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return { ok: true, id: standing.id };
  if (!(await saveNewsletter(db, standing.id, version, columns))) return { ok: false, reason: "changed-meanwhile" };
  await setEditors(db, standing.id, chosen);
  const pick = (facts: typeof after) => Object.fromEntries(changed.map((key) => [key, facts[key]]));
  await audit(db, {
    action: "updated",
    subject: "newsletter",
    id: standing.id,
    before: pick(before),
    after: pick(after),
  });
  return { ok: true, id: standing.id };
}

/** What the log keeps of a newsletter. */
function factsOf({ editors, ...newsletter }: StoredNewsletter) {
  const { name, description, toContactPersons, toNetworkMembers, audienceId, open, language, accent, fourEyes } =
    newsletter;
  return {
    ...{ name, description, toContactPersons, toNetworkMembers, audienceId, open, language, accent, fourEyes },
    editors: editors.map(({ personId }) => personId).sort(),
  };
}
