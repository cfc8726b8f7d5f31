import { standing } from "~/domain/people/role-span";
import { personVersion } from "~/features/people/change-person.server";
import { actorChoices, personWithRoles } from "~/features/people/people.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One person: who she is, the roles she has, and those she has had; null when there is none of this id. */
export async function memberView(db: RegionDb, personId: string, today: string) {
  const person = await personWithRoles(db, personId);
  if (!person) return null;
  const { roles, ...facts } = person;
  const ended = roles.filter(({ span }) => standing(span, today) === "ended");
  return {
    person: facts,
    version: personVersion(facts),
    roles: roles.filter((role) => !ended.includes(role)),
    ended,
    actors: await actorChoices(db),
  };
}
