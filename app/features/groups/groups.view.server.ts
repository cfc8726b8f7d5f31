import { groupKinds } from "~/domain/groups/words";
import { historyOf } from "~/features/audit/history.view.server";
import { actorsOn, municipalitiesOn } from "~/features/groups/group-choices.db.server";
import { groupChoices } from "~/features/groups/group-members.view.server";
import { openStanding } from "~/features/groups/group-span";
import { countGroups, findGroup, groupsPage, membersOf, pageSize, usesOf } from "~/features/groups/groups.db.server";
import { peopleFound } from "~/features/people/people-found.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One page of groups by what they are for, and how many stand and have ended. */
export async function groupsView(db: RegionDb, asked: { today: string; ended: boolean; after: string | null }) {
  const day = new Date(asked.today);
  const [found, counts] = [await groupsPage(db, { ...asked, day }), await countGroups(db, day)];
  const groups = found.slice(0, pageSize);
  return {
    kinds: groupKinds
      .map((kind) => ({ kind, groups: groups.filter((group) => group.kind === kind) }))
      .filter((each) => each.groups.length > 0),
    shown: groups.length,
    counts,
    next: found.length > pageSize ? (groups.at(-1)?.id ?? null) : null,
  };
}

export type GroupsView = Awaited<ReturnType<typeof groupsView>>;

/**
 * A group with those who are members now or later, those who have been, where it is used, and what has happened.
 * Addresses of people are for those who keep it (`addresses`).
 */
export async function groupView(
  db: RegionDb,
  { id, today, addresses = true }: { id: string; today: string; addresses?: boolean },
) {
  const group = await findGroup(db, id);
  if (!group) return null;
  const members = (await membersOf(db, id)).map((member) =>
    addresses ? member : { ...member, person: member.person && { ...member.person, email: "" } },
  );
  const ended = members.filter(({ span }) => openStanding(span, today) === "ended");
  return {
    group,
    members: members.filter((member) => !ended.includes(member)),
    past: ended.sort((a, b) => ((a.span.to ?? "") < (b.span.to ?? "") ? 1 : -1)),
    uses: await usesOf(db, id, new Date(today)),
    history: await historyOf(db, { id, subjects: ["group"], parts: { subjects: ["group-member"], field: "groupId" } }),
  };
}

export type GroupView = NonNullable<Awaited<ReturnType<typeof groupView>>>;

/** A group as its form needs it. */
export async function groupToEdit(db: RegionDb, { id, today }: { id: string; today: string }) {
  const group = await findGroup(db, id);
  return group && { group, actors: await actorsOn(db, new Date(today)) };
}

/** The actors a group can belong to. */
export async function groupActorChoices(db: RegionDb, today: string) {
  return actorsOn(db, new Date(today));
}

/** What a new member of a group is chosen from: places, other groups, and the people who fit a search. */
export async function memberChoices(db: RegionDb, asked: { groupId: string; today: string; search: string }) {
  const places = await placeChoices(db, asked.today);
  const groups = places.groups.filter(({ id }) => id !== asked.groupId);
  return { ...places, groups, found: await peopleFound(db, asked.search) };
}

export type MemberChoices = Awaited<ReturnType<typeof memberChoices>>;

/** The actors, municipalities and groups there are to choose from on a day. */
export async function placeChoices(db: RegionDb, today: string) {
  const day = new Date(today);
  return {
    actors: await actorsOn(db, day),
    municipalities: await municipalitiesOn(db, day),
    groups: await groupChoices(db, day),
  };
}
