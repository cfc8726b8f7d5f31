import { standingOn } from "~/domain/actors/period";
import { isUuid } from "~/domain/shared/ids";
import { editorsOf, groupsOf, networksOf, openAfter, usesOf } from "~/features/actors/actor-uses.db.server";
import { allUnitsOf, findActor } from "~/features/actors/actors.db.server";
import { countPeople, formerPeopleOf, peopleOf, peoplePage } from "~/features/actors/people.db.server";
import { isUsed } from "~/features/actors/remove-actor.server";
import { tasksOf } from "~/features/actors/tasks.db.server";
import { historyOf } from "~/features/audit/history.view.server";
import { peopleFound } from "~/features/people/people-found.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ActorAsked = {
  id: string;
  today: string;
  /** The person the last page of people ended with. */
  after: string | null;
  /** Words to find a person by. */
  search: string;
  /** Whether it is asked what stands against removing it. */
  removing: boolean;
};

/** An actor with its units, tasks, people, networks, groups, editors and history; null for an id that is none. */
export async function actorView(db: RegionDb, { id, today, after, search, removing }: ActorAsked) {
  const actor = await findActor(db, id);
  if (!actor) return null;
  const day = new Date(today);
  const ended = actor.span.to;
  const tasks = await tasksOf(db, id);
  const past = tasks.filter(({ span }) => standingOn(span, today) === "ended");
  const people = await peopleOf(db, { actorId: id, day, after: isUuid(after) ? after : null });
  const uses = removing ? await usesOf(db, id) : null;
  return {
    actor,
    units: await allUnitsOf(db, id),
    tasks: tasks.filter((task) => !past.includes(task)),
    pastTasks: past,
    people: people.slice(0, peoplePage),
    peopleTotal: await countPeople(db, id, day),
    peopleNext: people.length > peoplePage ? (people[peoplePage - 1]?.id ?? null) : null,
    formerPeople: after === null ? await formerPeopleOf(db, id, day) : [],
    found: search === "" ? null : await peopleFound(db, search),
    networks: await networksOf(db, id),
    groups: await groupsOf(db, id, day),
    editors: (await editorsOf(db, id, day)).map(({ id: role, kind, person }) => ({ id: role, kind, person })),
    open: ended === null ? null : await openAfter(db, id, new Date(ended)),
    removal: uses && { uses, used: isUsed(uses) },
    history: await historyOf(db, {
      id,
      subjects: ["actor"],
      parts: { subjects: ["task", "actor-person", "actor-name", "responsibility"], field: "actorId" },
    }),
  };
}

/** The same for somebody who does not keep it: whose address is for those who do. */
export function withoutAddresses(view: ActorView): ActorView {
  const without = (all: ActorView["people"]) => all.map((one) => ({ ...one, person: { ...one.person, email: "" } }));
  return { ...view, people: without(view.people), formerPeople: without(view.formerPeople) };
}

export type ActorView = NonNullable<Awaited<ReturnType<typeof actorView>>>;
