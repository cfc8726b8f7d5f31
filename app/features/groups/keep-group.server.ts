import type { GroupKind } from "~/domain/groups/words";
import { audit } from "~/features/audit/audit.server";
import { findActor } from "~/features/groups/group-choices.db.server";
import { spanOfDays } from "~/features/groups/group-span";
import { createGroup, findGroup, type GroupData, saveGroup } from "~/features/groups/groups.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a form says of a group; first and last day ("YYYY-MM-DD") are both included, null is open. */
export type GroupInput = {
  name: string;
  kind: GroupKind;
  purpose: string;
  actorId: string | null;
  first: string | null;
  last: string | null;
};

export type GroupRefusal = "end-before-start" | "no-such-actor";

async function dataOf(
  db: RegionDb,
  { first, last, ...input }: GroupInput,
): Promise<{ ok: true; data: GroupData } | { ok: false; reason: GroupRefusal }> {
  const span = spanOfDays(first, last);
  if (!span.ok) return span;
  if (input.actorId !== null && !(await findActor(db, input.actorId))) return { ok: false, reason: "no-such-actor" };
  return { ok: true, data: { ...input, validFrom: span.validFrom, validTo: span.validTo } };
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

const written = ({ validFrom, validTo, ...data }: GroupData) => ({
  ...data,
  validFrom: day(validFrom),
  validTo: day(validTo),
});

/** Makes a group, last in the region's order. */
export async function newGroup(
  db: RegionDb,
  input: GroupInput,
): Promise<{ ok: true; id: string } | { ok: false; reason: GroupRefusal }> {
  const checked = await dataOf(db, input);
  if (!checked.ok) return checked;
  const { id } = await createGroup(db, checked.data);
  await audit(db, { action: "created", subject: "group", id, after: written(checked.data) });
  return { ok: true, id };
}

/** Changes a group that is still at the version its form was filled from. */
export async function editGroup(
  db: RegionDb,
  { id, version, ...input }: GroupInput & { id: string; version: number },
): Promise<
  | { ok: true }
  | { ok: false; reason: GroupRefusal | "not-found" }
  | { ok: false; reason: "changed-meanwhile"; version: number }
> {
  const group = await findGroup(db, id);
  if (!group) return { ok: false, reason: "not-found" };
  const checked = await dataOf(db, input);
  if (!checked.ok) return checked;
  if (group.version !== version || !(await saveGroup(db, id, version, checked.data)))
    return { ok: false, reason: "changed-meanwhile", version: (await findGroup(db, id))?.version ?? group.version };
  const { name, kind, purpose, actorId, span } = group;
  const before = { name, kind, purpose, actorId, validFrom: span.from, validTo: span.to };
  await audit(db, { action: "updated", subject: "group", id, before, after: written(checked.data) });
  return { ok: true };
}
