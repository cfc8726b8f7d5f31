import { standingOn } from "~/domain/actors/period";
import { isUuid } from "~/domain/shared/ids";
import {
  editorsOf,
  eventsAbout,
  groupsOf,
  namesOf,
  networksOf,
  openAfter,
  usesOf,
} from "~/features/actors/actor-uses.db.server";
import { allUnitsOf, findActor } from "~/features/actors/actors.db.server";
import { countPeople, formerPeopleOf, peopleOf, peoplePage } from "~/features/actors/people.db.server";
import { isUsed } from "~/features/actors/remove-actor.server";
import { tasksOf } from "~/features/actors/tasks.db.server";
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
    history: await historyOf(db, id),
  };
}

/** The same for somebody who does not keep it: whose address is for those who do. */
export function withoutAddresses(view: ActorView): ActorView {
  const without = (all: ActorView["people"]) => all.map((one) => ({ ...one, person: { ...one.person, email: "" } }));
  return { ...view, people: without(view.people), formerPeople: without(view.formerPeople) };
}

export type ActorView = NonNullable<Awaited<ReturnType<typeof actorView>>>;

/** The last changes of an actor and its parts: who made them, whom they were about, and the fields that changed. */
async function historyOf(db: RegionDb, id: string) {
  const events = await eventsAbout(db, id);
  const personOf = ({ before, after }: (typeof events)[number]) => {
    const { personId } = { ...objectOf(before), ...objectOf(after) };
    return isUuid(personId) ? personId : null;
  };
  const ids = new Set(events.flatMap((event) => [event.personId, personOf(event)].filter(isUuid)));
  const parents = events.flatMap(({ before, after }) => [objectOf(before).parentId, objectOf(after).parentId]);
  const names = await namesOf(db, [...ids, ...parents.filter(isUuid)]);
  return events.map((event) => {
    const [before, after] = [objectOf(event.before), objectOf(event.after)];
    const about = personOf(event);
    const words =
      event.subjectKind === "actor" ? null : textOf(after.name ?? before.name ?? after.shown ?? before.shown);
    return {
      id: event.id,
      at: event.at.toISOString(),
      action: event.action,
      subject: event.subjectKind,
      via: event.via,
      who: event.personId === null ? null : { name: names.get(event.personId) ?? null },
      about: about ? (names.get(about) ?? null) : words,
      changes: event.action === "updated" ? changes(before, after, names) : [],
    };
  });
}

export type ActorHistory = Awaited<ReturnType<typeof historyOf>>;

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function changes(before: Record<string, unknown>, after: Record<string, unknown>, names: Map<string, string>) {
  const shown = (field: string, value: unknown) => {
    const text = textOf(value) ?? "";
    return field.endsWith("Id") ? (names.get(text) ?? "") : text;
  };
  return Object.keys(after)
    .filter((field) => field !== "position" && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: shown(field, before[field]), after: shown(field, after[field]) }));
}
