import {
  createProject,
  deleteProject,
  findProject,
  listFocusAreas,
  listProjects,
  type ProjectColumns,
  placeProject,
  projectOfNumber,
  saveProject,
} from "~/features/accounts/projects.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type KeptProject =
  | { ok: true; id: string }
  | { ok: false; reason: "not-found" | "changed-meanwhile" | "focus-area-gone" | "used" }
  /** Another project has the number. */
  | { ok: false; reason: "number-used"; by: string };

type Refusal = Extract<KeptProject, { ok: false }>;

/** Adds a project after the last. */
export async function addProject(db: RegionDb, columns: ProjectColumns): Promise<KeptProject> {
  await lockRegion(db, "projects");
  const fault = await faultOf(db, columns, null);
  if (fault) return fault;
  const id = await createProject(db, columns);
  await audit(db, { action: "created", subject: "accounts", id, after: columns });
  return { ok: true, id };
}

/** Changes a project that is still at `version`. */
export async function changeProject(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  columns: ProjectColumns,
): Promise<KeptProject> {
  await lockRegion(db, "projects");
  const found = await findProject(db, id);
  if (!found) return { ok: false, reason: "not-found" };
  const fault = await faultOf(db, columns, id);
  if (fault) return fault;
  if (!(await saveProject(db, { id, version }, columns))) return { ok: false, reason: "changed-meanwhile" };
  const { number, name, focusAreaId } = found;
  await audit(db, {
    ...{ action: "updated", subject: "accounts", id },
    ...{ before: { number, name, focusAreaId }, after: columns },
  });
  return { ok: true, id };
}

/** Moves a project one place up or down. At the end already, it stays. */
export async function moveProject(db: RegionDb, id: string, way: "up" | "down"): Promise<KeptProject> {
  await lockRegion(db, "projects");
  const order = (await listProjects(db)).map((project) => project.id);
  const from = order.indexOf(id);
  if (from < 0) return { ok: false, reason: "not-found" };
  const to = from + (way === "up" ? -1 : 1);
  const other = order[to];
  if (other === undefined) return { ok: true, id };
  order[to] = id;
  order[from] = other;
  for (const [position, own] of order.entries()) await placeProject(db, own, position);
  await audit(db, { action: "updated", subject: "accounts", id, before: { place: from }, after: { place: to } });
  return { ok: true, id };
}

/** Takes away a project that no accounts have. */
export async function removeProject(db: RegionDb, id: string): Promise<KeptProject> {
  await lockRegion(db, "projects");
  const found = await findProject(db, id);
  if (!found) return { ok: false, reason: "not-found" };
  if (found._count.lines > 0) return { ok: false, reason: "used" };
  await deleteProject(db, id);
  const { number, name } = found;
  await audit(db, { action: "removed", subject: "accounts", id, before: { number, name } });
  return { ok: true, id };
}

async function faultOf(
  db: RegionDb,
  { number, focusAreaId }: ProjectColumns,
  own: string | null,
): Promise<Refusal | null> {
  const other = await projectOfNumber(db, number);
  if (other && other.id !== own) return { ok: false, reason: "number-used", by: other.name };
  if (focusAreaId === null) return null;
  const known = (await listFocusAreas(db)).some(({ id }) => id === focusAreaId);
  return known ? null : { ok: false, reason: "focus-area-gone" };
}
