import { audit } from "~/features/audit/audit.server";
import { factsOf } from "~/features/publications/keep-publication.server";
import { deletePublication, findPublication } from "~/features/publications/publications.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Takes a publication out of the log, and off the public page. */
export async function dropPublication(
  db: RegionDb,
  id: string,
): Promise<{ ok: true; title: string } | { ok: false; reason: "not-found" }> {
  const publication = await findPublication(db, id);
  if (!publication) return { ok: false, reason: "not-found" };
  await deletePublication(db, id);
  await audit(db, { action: "removed", subject: "publication", id, before: factsOf(publication) });
  return { ok: true, title: publication.title };
}
