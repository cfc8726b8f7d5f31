import { type OpenSpan, openSpan } from "~/domain/actors/period";
import { findActor } from "~/features/actors/actors.db.server";
import {
  type ActorPerson,
  createActorPerson,
  deleteActorPerson,
  findActorPerson,
  personExists,
  saveActorPerson,
  spansAt,
} from "~/features/actors/people.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type Days = { title: string; first: string | null; last: string | null };
export type ActorPersonRefusal = "not-found" | "no-such-person" | "end-before-start" | "works-there";
type Refused = { ok: false; reason: ActorPersonRefusal };

/** Says that a person works for an actor. The same person twice on one day is refused. */
export async function addActorPerson(
  db: RegionDb,
  { actorId, personId, ...days }: { actorId: string; personId: string } & Days,
): Promise<{ ok: true; id: string } | Refused> {
  await lockRegion(db, "actors");
  if (!(await findActor(db, actorId))) return { ok: false, reason: "not-found" };
  if (!(await personExists(db, personId))) return { ok: false, reason: "no-such-person" };
  const span = await judge(db, { actorId, personId, ...days, self: null });
  if (!span.ok) return span;
  const data = { title: days.title, ...span.span };
  const { id } = await createActorPerson(db, { actorId, personId, ...data });
  await audit(db, { action: "created", subject: "actor-person", id, after: written(actorId, personId, data) });
  return { ok: true, id };
}

/** Changes what a person is at an actor, and the days. */
export async function changeActorPerson(
  db: RegionDb,
  { actorId, id, ...days }: { actorId: string; id: string } & Days,
): Promise<{ ok: true } | Refused> {
  await lockRegion(db, "actors");
  const found = await findActorPerson(db, id);
  if (found?.actorId !== actorId) return { ok: false, reason: "not-found" };
  const personId = found.person.id;
  const span = await judge(db, { actorId, personId, ...days, self: id });
  if (!span.ok) return span;
  const data = { title: days.title, ...span.span };
  await saveActorPerson(db, id, data);
  await audit(db, {
    action: "updated",
    subject: "actor-person",
    id,
    before: written(actorId, personId, { title: found.title, ...found.span }),
    after: written(actorId, personId, data),
  });
  return { ok: true };
}

/** Takes away what was a slip, as if it had never been; the change log keeps it. */
export async function removeActorPerson(
  db: RegionDb,
  { actorId, id }: { actorId: string; id: string },
): Promise<{ ok: true } | Refused> {
  const found = await findActorPerson(db, id);
  if (found?.actorId !== actorId) return { ok: false, reason: "not-found" };
  await deleteActorPerson(db, id);
  const before = written(actorId, found.person.id, { title: found.title, ...found.span });
  await audit(db, { action: "removed", subject: "actor-person", id, before });
  return { ok: true };
}

async function judge(
  db: RegionDb,
  wish: { actorId: string; personId: string; self: string | null } & Days,
): Promise<{ ok: true; span: OpenSpan } | Refused> {
  const span = openSpan(wish.first, wish.last);
  if (!span.ok) return span;
  const others = (await spansAt(db, wish.actorId, wish.personId)).filter(({ id }) => id !== wish.self);
  return others.some((other) => meet(other, span.span)) ? { ok: false, reason: "works-there" } : span;
}

function meet({ span: a }: ActorPerson, b: OpenSpan): boolean {
  return (b.to === null || a.from === null || a.from < b.to) && (a.to === null || b.from === null || b.from < a.to);
}

function written(actorId: string, personId: string, data: { title: string } & OpenSpan) {
  return { actorId, personId, title: data.title, validFrom: data.from, validTo: data.to };
}
