import { can, type HeldRole } from "~/domain/auth/permissions";
import { actorChoices } from "~/features/actors/actor-choices.view.server";
import { findPublication } from "~/features/publications/publications.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Whose editors may edit a publication: its actor and what that is a unit of; null when there is no such publication. */
export async function publicationActors(db: RegionDb, id: string): Promise<string[] | null> {
  const publication = await findPublication(db, id);
  if (!publication) return null;
  const { actorId } = publication;
  return (await actorChoices(db)).find((actor) => actor.id === actorId)?.actorIds ?? [];
}

/** The actors somebody may choose for a publication, with the one it has already (`before`). */
export async function publicationActorOptions(
  db: RegionDb,
  { roles, before }: { roles: readonly HeldRole[]; before: string | null },
) {
  const may = (actorIds: string[]) => can(roles, "publications.edit", { actorIds });
  const actors = (await actorChoices(db)).filter(({ id, actorIds }) => id === before || may(actorIds));
  return {
    limited: !can(roles, "publications.edit"),
    actors: actors.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export type ActorOptions = Awaited<ReturnType<typeof publicationActorOptions>>;
