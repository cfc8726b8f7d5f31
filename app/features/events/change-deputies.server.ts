import { audit } from "~/features/audit/audit.server";
import {
  createDeputy,
  type DeputiesOf,
  deputiesOf,
  removeDeputyRow,
  savePosition,
} from "~/features/events/deputies.db.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { personByAddress } from "~/features/people/person.view.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** So many may be on one list. */
export const mostDeputies = 20;

export type AddDeputyResult =
  | { ok: true; name: string }
  | { ok: false; reason: "herself" | "already-there" | "too-many" };

/** Puts somebody last on a list of deputies. An address that is nobody's becomes a person of the region. */
export async function addDeputy(
  db: RegionDb,
  { of, named }: { of: DeputiesOf; named: { name: string; email: string } },
): Promise<AddDeputyResult> {
  await lockRegion(db, "people");
  await lockRegion(db, "deputies");
  const list = await deputiesOf(db, of);
  const known = await personByAddress(db, named.email);
  if (known && known.id === of.personId) return { ok: false, reason: "herself" };
  if (known && list.some(({ deputyId }) => deputyId === known.id)) return { ok: false, reason: "already-there" };
  if (list.length >= mostDeputies) return { ok: false, reason: "too-many" };
  const deputyId = known?.id ?? (await ensureNamed(db, named)).personId;
  const position = (list.at(-1)?.position ?? -1) + 1;
  const id = await createDeputy(db, { ...of, deputyId, position });
  await audit(db, { action: "created", subject: "deputy", id, after: { ...subjectOf(of), deputyId } });
  return { ok: true, name: known?.name ?? named.name };
}

/** Takes somebody off a list: her name, or null when she was not on it. */
export async function removeDeputy(db: RegionDb, { of, id }: { of: DeputiesOf; id: string }): Promise<string | null> {
  await lockRegion(db, "deputies");
  const found = (await deputiesOf(db, of)).find((row) => row.id === id);
  if (!found) return null;
  await removeDeputyRow(db, id);
  await audit(db, {
    action: "removed",
    subject: "deputy",
    id,
    before: { ...subjectOf(of), deputyId: found.deputyId },
  });
  return found.deputy.name;
}

/** Moves somebody one place up or down a list. False when she is not on it, or is first or last already. */
export async function moveDeputy(
  db: RegionDb,
  { of, id, by }: { of: DeputiesOf; id: string; by: -1 | 1 },
): Promise<boolean> {
  await lockRegion(db, "deputies");
  const list = await deputiesOf(db, of);
  const at = list.findIndex((row) => row.id === id);
  const [own, other] = [list[at], list[at + by]];
  if (!own || !other) return false;
  const moved = list.map((row) => (row === own ? other : row === other ? own : row));
  for (const [position, row] of moved.entries())
    if (row.position !== position) await savePosition(db, row.id, position);
  await audit(db, {
    action: "updated",
    subject: "deputy",
    id,
    before: { position: at + 1 },
    after: { position: at + by + 1 },
  });
  return true;
}

const subjectOf = ({ personId, municipalityId }: DeputiesOf) => (personId ? { personId } : { municipalityId });
