import { chainFrom, chainsOf } from "~/domain/bodies/chain";
import { type BodyPart, bodyParts } from "~/domain/bodies/words";
import { writtenNumber } from "~/domain/cases/numbers";
import { addDays } from "~/domain/shared/days";
import { historyOf } from "~/features/audit/history.view.server";
import {
  allBodies,
  bodyYears,
  findBody,
  type ListedBody,
  nextLinks,
  numbersGiven,
} from "~/features/bodies/bodies.db.server";
import { actorsOn, municipalitiesIn } from "~/features/bodies/body-choices.db.server";
import { type MemberFacts, seatsOf, seatsOn } from "~/features/bodies/body-members.db.server";
import { standing } from "~/features/bodies/body-span";
import { meetingsOf } from "~/features/bodies/meetings.db.server";
import { peopleFound } from "~/features/people/people-found.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const comingShown = 20;
const pastShown = 10;

/** The region's bodies, how their recommendations go on, and the meetings to come of them all. */
export async function bodiesView(db: RegionDb, today: string) {
  const day = new Date(today);
  const all = await allBodies(db, day);
  const meetings = await meetingsOf(db, { bodyId: null, day, past: false, take: comingShown });
  const bodies = all.filter(({ span }) => standing(span, today) !== "ended");
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const next = new Map(
    bodies.flatMap(({ id, nextId }): [string, string][] => (nextId && names.has(nextId) ? [[id, nextId]] : [])),
  );
  const { chains } = chainsOf([...names.keys()], next);
  const firstOf = (bodyId: string) =>
    meetings.find(({ body, state }) => body.id === bodyId && state !== "cancelled") ?? null;
  return {
    bodies: bodies.map((body) => ({ ...body, next: firstOf(body.id) })),
    ended: all.filter(({ span }) => standing(span, today) === "ended"),
    chains: chains.map((chain) => chain.map((id) => ({ id, name: names.get(id) ?? "" }))),
    meetings,
  };
}

export type BodiesView = Awaited<ReturnType<typeof bodiesView>>;

/** The bodies that stand on a day or later, in the region's order. */
export async function bodyChoices(
  db: RegionDb,
  today: string,
): Promise<Pick<ListedBody, "id" | "name" | "shortName">[]> {
  const all = await allBodies(db, new Date(today));
  return all.flatMap(({ id, name, shortName, span }) =>
    standing(span, today) === "ended" ? [] : [{ id, name, shortName }],
  );
}

/** Who sits in every body today. Addresses of people are for those who keep them. */
export async function allMembersView(db: RegionDb, { today, addresses }: { today: string; addresses: boolean }) {
  const bodies = await bodyChoices(db, today);
  const seats = await seatsOn(
    db,
    bodies.map(({ id }) => id),
    new Date(today),
  );
  return bodies.map((body) => {
    const own = seats.filter(({ bodyId }) => bodyId === body.id).map((seat) => shown(seat, addresses));
    return { ...body, members: inOrder(own.filter(({ part }) => part !== "deputy")), deputies: deputiesOf(own) };
  });
}

const shown = (seat: MemberFacts, addresses: boolean): MemberFacts =>
  addresses ? seat : { ...seat, person: seat.person && { ...seat.person, email: "" } };

const rank = (part: BodyPart) => (part === "leader" || part === "deputy_leader" ? bodyParts.indexOf(part) : 2);

/** Leaders first, the others as they stand on the list; observers and secretaries last. */
function inOrder(seats: MemberFacts[]): MemberFacts[] {
  const last = ({ part }: MemberFacts) => (part === "observer" || part === "secretary" ? bodyParts.indexOf(part) : 0);
  return [...seats].sort((a, b) => last(a) - last(b) || rank(a.part) - rank(b.part) || a.position - b.position);
}

/** The deputies of each member by the member's id; those for everybody under "". */
function deputiesOf(seats: readonly MemberFacts[]): Record<string, MemberFacts[]> {
  const found: Record<string, MemberFacts[]> = {};
  for (const seat of seats) {
    if (seat.part !== "deputy") continue;
    const key = seat.deputyForId ?? "";
    found[key] = [...(found[key] ?? []), seat];
  }
  return found;
}

/**
 * A body: its rules, those who sit in it now, come later and have sat, its meetings, the numbers of its cases, what it
 * goes on to, and what has happened to it. Addresses of people are for those who keep it.
 */
export async function bodyView(
  db: RegionDb,
  { id, today, addresses }: { id: string; today: string; addresses: boolean },
) {
  const body = await findBody(db, id);
  if (!body) return null;
  const day = new Date(today);
  const seats = (await seatsOf(db, id)).map((seat) => shown(seat, addresses));
  const now = seats.filter(({ span }) => standing(span, today) === "standing");
  const past = seats.filter(({ span }) => standing(span, today) === "ended");
  const members = inOrder(now.filter(({ part }) => part !== "deputy"));
  const listed = await allBodies(db, day);
  const names = new Map(listed.map((each) => [each.id, each.name]));
  return {
    body,
    members,
    deputies: deputiesOf(now),
    coming: seats.filter(({ span }) => standing(span, today) === "coming"),
    past: past.sort((a, b) => ((a.span.to ?? "") < (b.span.to ?? "") ? 1 : -1)),
    unnamed: members.filter(({ personId, part }) => personId === null && part !== "observer").length,
    meetings: await meetingsOf(db, { bodyId: id, day, past: false, take: comingShown }),
    held: await meetingsOf(db, { bodyId: id, day, past: true, take: pastShown }),
    numbers: await numbersView(db, id, Number(today.slice(0, 4))),
    chain: chainFrom(id, await nextLinks(db)).map((each) => ({ id: each, name: names.get(each) ?? "" })),
    history: await historyOf(db, {
      id,
      subjects: ["governing-body"],
      parts: { subjects: ["body-member"], field: "bodyId" },
    }),
  };
}

export type BodyView = NonNullable<Awaited<ReturnType<typeof bodyView>>>;

/** The numbers of this year's cases and the next year's: how many are given, the last, and the one that comes. */
async function numbersView(db: RegionDb, bodyId: string, year: number) {
  const years = await bodyYears(db, bodyId);
  const of = async (each: number) => {
    const known = years.find((one) => one.year === each);
    const { highest, count } = await numbersGiven(db, bodyId, each);
    const last = Math.max(known?.last ?? 0, highest ?? 0);
    const first = known?.first ?? 1;
    const next = last > 0 ? Math.max(last + 1, first) : first;
    return { year: each, first, last, count, next: writtenNumber({ number: next, year: each }) };
  };
  return [await of(year), await of(year + 1)];
}

/** A body as its form needs it, with what its fields choose among. */
export async function bodyToEdit(db: RegionDb, { id, today }: { id: string | null; today: string }) {
  const body = id === null ? null : await findBody(db, id);
  if (id !== null && !body) return null;
  const bodies = await bodyChoices(db, today);
  return {
    body,
    actors: await actorsOn(db, new Date(today)),
    bodies: bodies.filter((each) => each.id !== id),
  };
}

export type BodyToEdit = NonNullable<Awaited<ReturnType<typeof bodyToEdit>>>;

/** What a new or changed member of a body is chosen from: people who fit a search, places, and whom a deputy meets for. */
export async function memberChoices(
  db: RegionDb,
  { bodyId, today, search }: { bodyId: string; today: string; search: string },
) {
  const seats = (await seatsOf(db, bodyId)).filter(({ span }) => standing(span, today) !== "ended");
  return {
    actors: await actorsOn(db, new Date(today)),
    municipalities: (await municipalitiesIn(db, null)).map(({ span, ...each }) => ({
      ...each,
      /** The last day it was in the region; null while it is. */
      until: span.to !== null && span.to <= today ? addDays(span.to, -1) : null,
    })),
    members: seats.flatMap(({ id, part, name, represents }) => (part === "deputy" ? [] : [{ id, name, represents }])),
    found: await peopleFound(db, search),
  };
}

export type MemberChoices = Awaited<ReturnType<typeof memberChoices>>;

/** A seat as its form needs it. */
export async function memberToEdit(
  db: RegionDb,
  { bodyId, id, today, search }: { bodyId: string; id: string; today: string; search: string },
) {
  const body = await findBody(db, bodyId);
  const seat = body && (await seatsOf(db, bodyId)).find((each) => each.id === id);
  if (!body || !seat) return null;
  return {
    body: { id: body.id, name: body.name },
    seat,
    choices: await memberChoices(db, { bodyId, today, search }),
  };
}
