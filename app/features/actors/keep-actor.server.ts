import { openSpan } from "~/domain/actors/period";
import { type ParentRefusal, parentRefusal, readAliases } from "~/domain/actors/rules";
import type { ActorKind, ActorTier } from "~/domain/actors/words";
import { isoDay } from "~/domain/shared/days";
import {
  type ActorData,
  addNames,
  allActors,
  createActor,
  dateOf,
  type FoundActor,
  findActor,
  meaningsOf,
  removeNames,
  saveActor,
} from "~/features/actors/actors.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What the form of an actor says: first and last day included, other ways of writing it one a line. */
export type ActorInput = {
  name: string;
  shortName: string;
  kind: ActorKind;
  tier: ActorTier;
  role: string;
  responsibility: string;
  web: string;
  first: string | null;
  last: string | null;
  parentId: string | null;
  aliases: string;
};

export type ActorRefusal =
  | { ok: false; reason: "end-before-start" | ParentRefusal }
  /** Another way of writing it means something else already; `means` is null for nobody. */
  | { ok: false; reason: "alias-taken"; alias: string; means: string | null };

/** Makes an actor or a unit. */
export async function addActor(db: RegionDb, input: ActorInput): Promise<{ ok: true; id: string } | ActorRefusal> {
  await lockRegion(db, "actors");
  const judged = await judge(db, input, null);
  if (!judged.ok) return judged;
  const { id } = await createActor(db, judged.data);
  const names = await addNames(db, id, judged.aliases);
  await audit(
    db,
    { action: "created", subject: "actor", id, after: written(judged.data) },
    ...names.map((name) => nameEntry("created", id, name)),
  );
  return { ok: true, id };
}

/**
 * Saves an actor that is still at `version`, and raises it by one. What is as it was is no change. The cells as
 * imported are left, so that the next import sees that a person has been here.
 */
export async function changeActor(
  db: RegionDb,
  { id, version, ...input }: ActorInput & { id: string; version: number },
): Promise<
  | { ok: true; changed: boolean }
  | ActorRefusal
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "changed-meanwhile"; now: FoundActor }
> {
  await lockRegion(db, "actors");
  const actor = await findActor(db, id);
  if (!actor) return { ok: false, reason: "not-found" };
  if (actor.version !== version) return { ok: false, reason: "changed-meanwhile", now: actor };
  const judged = await judge(db, input, id);
  if (!judged.ok) return judged;
  const before = written(dataOf(actor));
  const after = written(judged.data);
  const fields = (Object.keys(after) as (keyof typeof after)[]).filter((field) => before[field] !== after[field]);
  const kept = new Set(judged.aliases.map(({ words }) => words));
  const known = new Set(actor.names.map(({ words }) => words));
  const gone = actor.names.filter(({ words }) => !kept.has(words));
  const added = judged.aliases.filter(({ words }) => !known.has(words));
  if (fields.length + gone.length + added.length === 0) return { ok: true, changed: false };
  if (!(await saveActor(db, id, version, judged.data)))
    return { ok: false, reason: "changed-meanwhile", now: (await findActor(db, id)) ?? actor };
  await removeNames(
    db,
    gone.map((name) => name.id),
  );
  const made = await addNames(db, id, added);
  const only = (all: typeof after) => Object.fromEntries(fields.map((field) => [field, all[field]]));
  await audit(
    db,
    ...(fields.length > 0
      ? [{ action: "updated", subject: "actor", id, before: only(before), after: only(after) } as const]
      : []),
    ...gone.map((name) => nameEntry("removed", id, name)),
    ...made.map((name) => nameEntry("created", id, name)),
  );
  return { ok: true, changed: true };
}

async function judge(db: RegionDb, input: ActorInput, id: string | null) {
  const { first, last, aliases: lines, ...facts } = input;
  const span = openSpan(first, last);
  if (!span.ok) return span;
  const parent = parentRefusal(await allActors(db), { id, parentId: facts.parentId });
  if (parent) return { ok: false, reason: parent } as const;
  const aliases = readAliases(lines);
  const taken = await takenAlias(db, aliases, id);
  if (taken) return taken;
  const data: ActorData = { ...facts, validFrom: dateOf(span.span.from), validTo: dateOf(span.span.to) };
  return { ok: true, data, aliases } as const;
}

/** The first alias that means something else: said so by somebody, or another's own name. */
async function takenAlias(db: RegionDb, aliases: { words: string; shown: string }[], id: string | null) {
  if (aliases.length === 0) return null;
  const { said, actors, groups } = await meaningsOf(
    db,
    aliases.map(({ words }) => words),
  );
  const like = (name: string, words: string) => name.toLowerCase() === words;
  for (const { words, shown } of aliases) {
    const taken = (means: string | null) => ({ ok: false, reason: "alias-taken", alias: shown, means }) as const;
    const other = said.find((name) => name.words === words && (name.actorId === null || name.actorId !== id));
    if (other) return taken(other.actor?.name ?? other.group?.name ?? null);
    const actor = actors.find(
      ({ id: own, name, shortName }) => own !== id && (like(name, words) || like(shortName, words)),
    );
    const group = groups.find(({ name }) => like(name, words));
    if (actor ?? group) return taken((actor ?? group)?.name ?? null);
  }
  return null;
}

function dataOf({ span, ...actor }: FoundActor): ActorData {
  return { ...actor, validFrom: dateOf(span.from), validTo: dateOf(span.to) };
}

/** An actor as the change log keeps it. */
export function written(data: ActorData) {
  const { name, shortName, kind, tier, role, responsibility, web, parentId } = data;
  const days = { validFrom: isoDay(data.validFrom), validTo: isoDay(data.validTo) };
  return { name, shortName, kind, tier, role, responsibility, web, parentId, ...days };
}

function nameEntry(action: "created" | "removed", actorId: string, { id, shown }: { id: string; shown: string }) {
  const words = { actorId, shown };
  const side = action === "created" ? { after: words } : { before: words };
  return { action, subject: "actor-name", id, ...side } as const;
}
