import { goesRound } from "~/domain/bodies/chain";
import { addDays, isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import {
  type BodyData,
  bodyNamed,
  createBody,
  deleteBody,
  findBody,
  isBodyUsed,
  nextLinks,
  saveBody,
} from "~/features/bodies/bodies.db.server";
import { actorExists } from "~/features/bodies/body-choices.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What a form says of a body; first and last day ("YYYY-MM-DD") are both included, null is open. */
export type BodyInput = Omit<BodyData, "validFrom" | "validTo"> & { first: string | null; last: string | null };

export type BodyRefusal =
  | "name-taken"
  | "end-before-start"
  | "no-such-actor"
  | "no-such-body"
  | "goes-round"
  | "ends-before-it-begins";

type Checked = { ok: true; data: BodyData } | { ok: false; reason: BodyRefusal };

async function dataOf(db: RegionDb, { first, last, ...input }: BodyInput, id: string | null): Promise<Checked> {
  const refused = (reason: BodyRefusal) => ({ ok: false, reason }) as const;
  if (first !== null && last !== null && last < first) return refused("end-before-start");
  if (input.usualFrom !== null && input.usualTo !== null && input.usualTo <= input.usualFrom)
    return refused("ends-before-it-begins");
  if (await bodyNamed(db, input.name, id)) return refused("name-taken");
  if (input.actorId !== null && !(await actorExists(db, input.actorId))) return refused("no-such-actor");
  if (input.nextId !== null) {
    if (!(await findBody(db, input.nextId))) return refused("no-such-body");
    if (id !== null && goesRound(id, input.nextId, await nextLinks(db))) return refused("goes-round");
  }
  const validTo = last === null ? null : new Date(addDays(last, 1));
  return { ok: true, data: { ...input, validFrom: first === null ? null : new Date(first), validTo } };
}

const written = ({ validFrom, validTo, ...data }: BodyData) => ({
  ...data,
  validFrom: isoDay(validFrom),
  validTo: isoDay(validTo),
});

/** Makes a governing body, last in the region's order. */
export async function newBody(
  db: RegionDb,
  input: BodyInput,
): Promise<{ ok: true; id: string } | { ok: false; reason: BodyRefusal }> {
  await lockRegion(db, "bodies");
  const checked = await dataOf(db, input, null);
  if (!checked.ok) return checked;
  const { id } = await createBody(db, checked.data);
  await audit(db, { action: "created", subject: "governing-body", id, after: written(checked.data) });
  return { ok: true, id };
}

/** Changes a body that is still at the version its form was filled from; a last day ends it. */
export async function editBody(
  db: RegionDb,
  { id, version, ...input }: BodyInput & { id: string; version: number },
): Promise<
  | { ok: true }
  | { ok: false; reason: BodyRefusal | "not-found" }
  | { ok: false; reason: "changed-meanwhile"; version: number }
> {
  await lockRegion(db, "bodies");
  const body = await findBody(db, id);
  if (!body) return { ok: false, reason: "not-found" };
  const checked = await dataOf(db, input, id);
  if (!checked.ok) return checked;
  if (body.version !== version || !(await saveBody(db, id, version, checked.data)))
    return { ok: false, reason: "changed-meanwhile", version: body.version };
  const after = written(checked.data);
  const { span } = body;
  const before = Object.fromEntries(
    Object.keys(after).map((key) => [key, (body as Record<string, unknown>)[key] ?? null]),
  );
  await audit(db, {
    action: "updated",
    subject: "governing-body",
    id,
    before: { ...before, validFrom: span.from, validTo: span.to },
    after,
  });
  return { ok: true };
}

/** Removes a body that was made by mistake; one with members, cases, meetings or another before it is ended instead. */
export async function removeBody(
  db: RegionDb,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "in-use" }> {
  const body = await findBody(db, id);
  if (!body) return { ok: false, reason: "not-found" };
  if (await isBodyUsed(db, id)) return { ok: false, reason: "in-use" };
  await deleteBody(db, id);
  const { name, kind, actorId } = body;
  await audit(db, { action: "removed", subject: "governing-body", id, before: { name, kind, actorId } });
  return { ok: true };
}
