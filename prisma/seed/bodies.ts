import { type Meeting, proposeMeetings } from "~/domain/bodies/meeting-plan";
import { reasonAgainst } from "~/domain/events/proposals";
import { addDays } from "~/domain/shared/days";
import { addMember, addOffices, type SeatInput } from "~/features/bodies/change-members.server";
import { type BodyInput, newBody } from "~/features/bodies/keep-body.server";
import { addMeeting } from "~/features/meeting-plan/change-plan.server";
import { clashesIn } from "~/features/meeting-plan/clashes.server";
import { decidePlan, queuePlan } from "~/features/meeting-plan/decide-plan.server";
import { movedWords } from "~/features/meeting-plan/plan-words";
import { ensureAllNamed } from "~/features/people/ensure-named.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { demoAddress } from "./demo";

/** The municipalities of 2017 went into others at this day. */
const merged = "2020-01-01";
const counties = ["Akershus fylkeskommune", "Buskerud fylkeskommune"];
const clock = (hours: number, minutes = 0) => hours * 60 + minutes;

const plain: BodyInput = {
  ...{ name: "", shortName: "", kind: "board", purpose: "", actorId: null, nextId: null, quorum: null },
  ...{ noticeDays: 7, remarkDays: 7, mayAttend: "", opening: true, open: true, place: "" },
  ...{ usualFrom: clock(9), usualTo: clock(12), first: null, last: null },
};

/** The bodies, the last word first, so that each knows the one it goes on to. */
const told = [
  {
    key: "assembly",
    body: {
      name: "Generalforsamlingen",
      shortName: "GF",
      kind: "assembly",
      purpose: "Vedtar årsberetning, regnskap og vedtekter.",
      ...{ noticeDays: 21, remarkDays: 14, usualFrom: clock(16), usualTo: clock(18) },
      mayAttend: "Medlemmer av Rådmannsgruppen og revisor",
    },
  },
  {
    key: "board",
    next: "assembly",
    body: {
      name: "Styringsgruppen",
      shortName: "SG",
      kind: "board",
      purpose: "Leder samarbeidet og vedtar handlingsplan, budsjett og møteplan.",
      place: "Bærum rådhus",
      mayAttend: "Leder av Rådmannsgruppen",
    },
  },
  {
    key: "council",
    next: "board",
    body: {
      name: "Rådmannsgruppen",
      shortName: "RG",
      kind: "council",
      purpose: "Forbereder sakene for Styringsgruppen og følger opp vedtakene.",
      place: "Drammen rådhus",
    },
  },
  {
    key: "health",
    body: {
      name: "Samarbeidsstyret",
      shortName: "SS",
      kind: "board",
      purpose: "Styrer kommunehelsesamarbeidet.",
      ...{ quorum: 3, place: "Lier rådhus", usualTo: clock(11, 30) },
    },
  },
] as const satisfies readonly { key: string; next?: string; body: Partial<BodyInput> }[];

type Key = (typeof told)[number]["key"];

/** The meetings of 2017, which next year's are proposed from. */
const meetings2017: [Key, string, number, number][] = [
  ["health", "2017-01-23", clock(9), clock(11, 30)],
  ["council", "2017-02-23", clock(9), clock(12)],
  ["board", "2017-03-16", clock(9), clock(12)],
  ["health", "2017-04-24", clock(9), clock(11, 30)],
  ["council", "2017-06-01", clock(9), clock(11, 30)],
  ["board", "2017-06-15", clock(12), clock(15)],
  ["assembly", "2017-06-15", clock(16), clock(18)],
  ["council", "2017-09-07", clock(9), clock(12)],
  ["health", "2017-09-18", clock(9), clock(11, 30)],
  ["board", "2017-09-28", clock(9), clock(12)],
  ["council", "2017-11-09", clock(9), clock(12)],
  ["health", "2017-11-20", clock(9), clock(11, 30)],
  ["board", "2017-12-07", clock(9), clock(12)],
];

type Ids = Record<Key, string>;

/** Vestregionen's bodies, those who sat in them in 2017 and sit now, and their meetings to come. */
export async function seedBodies(
  db: RegionDb,
  { now, today, events }: { now: Date; today: Date; events: boolean },
): Promise<void> {
  const secretariat = await db.actor.findFirst({ where: { shortName: "SEKR" }, select: { id: true } });
  const ids = {} as Ids;
  for (const { key, body, ...rest } of told) {
    const nextId = "next" in rest ? ids[rest.next] : null;
    ids[key] = done(await newBody(db, { ...plain, ...body, nextId, actorId: secretariat?.id ?? null })).id;
  }
  // The order of the list is that of the cases' way.
  for (const [at, key] of (["council", "board", "assembly", "health"] as const).entries())
    await db.governingBody.updateMany({ where: { id: ids[key] }, data: { position: at + 1 } });
  await seatsOf2017(db, ids);
  await seatsNow(db, ids, today);
  if (events) await seedMeetings(db, ids, { now, today });
}

function done<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result)}`);
  return result as Extract<R, { ok: true }>;
}

const seat: SeatInput = {
  ...{ part: "member", personId: null, office: "", municipalityId: null, actorId: null },
  ...{ deputyForId: null, votes: true, first: null, last: null },
};

async function municipalitiesOn(db: RegionDb, day: Date): Promise<{ id: string; name: string }[]> {
  const found = await db.regionMunicipality.findMany({
    where: {
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
        { OR: [{ validTo: null }, { validTo: { gt: day } }] },
      ],
    },
    select: { municipality: { select: { id: true, name: true } } },
  });
  return found.map(({ municipality }) => municipality).sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

async function countyActors(db: RegionDb) {
  return db.actor.findMany({
    where: { name: { in: counties } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** Offices alone: those of the fifteen municipalities there were, and of the counties. */
async function seatsOf2017(db: RegionDb, ids: Ids): Promise<void> {
  const term = { first: "2016-01-01", last: addDays(merged, -1) };
  const all = await municipalitiesOn(db, new Date("2017-06-01"));
  const drammen = all.find(({ name }) => name === "Drammen");
  const rest = all.flatMap(({ id, name }) => (name === "Drammen" ? [] : [id]));
  const offices = [
    { bodyId: ids.council, office: "Rådmann", county: "Fylkesrådmann" },
    { bodyId: ids.board, office: "Ordfører", county: "Fylkesordfører" },
  ];
  for (const { bodyId, office, county } of offices) {
    done(
      await addMember(db, { ...seat, ...term, bodyId, part: "leader", office, municipalityId: drammen?.id ?? null }),
    );
    done(await addOffices(db, { bodyId, office, part: "member", municipalityIds: rest, ...term }));
    for (const actor of await countyActors(db))
      done(await addMember(db, { ...seat, ...term, bodyId, office: county, actorId: actor.id }));
  }
}

/** Those who sit now are persons, so that mail reaches them: offices by name, each for its municipality or county. */
async function seatsNow(db: RegionDb, ids: Ids, today: Date): Promise<void> {
  const all = await municipalitiesOn(db, today);
  const actors = await countyActors(db);
  const named = (office: string, local: string, of: { name: string }) => ({
    name: `${office}, ${of.name}`,
    email: demoAddress(of.name).replace("kontakt", local).replace("-fylkeskommune.kommune", ".fylke"),
  });
  const officers = [
    ...all.map((of) => named("Kommunedirektør", "kommunedirektor", of)),
    ...actors.map((of) => named("Fylkesdirektør", "fylkesdirektor", of)),
  ];
  const mayors = [
    ...all.map((of) => named("Ordfører", "ordforer", of)),
    ...actors.map((of) => named("Fylkesordfører", "fylkesordforer", of)),
  ];
  const deputies = all.slice(0, 4).map((of) => named("Kommunalsjef", "kommunalsjef", of));
  const vice = all.slice(0, 3).map((of) => named("Varaordfører", "varaordforer", of));
  const { all: people } = await ensureAllNamed(db, [...officers, ...mayors, ...deputies, ...vice]);
  const secretary = await db.person.findFirst({ where: { email: "koordinator@vestregionen.example" } });
  const sit = async (bodyId: string, seats: Partial<SeatInput>[]) => {
    const made: string[] = [];
    for (const each of seats) made.push(done(await addMember(db, { ...seat, first: merged, ...each, bodyId })).id);
    return made;
  };
  const of = (list: typeof officers, leader: string): Partial<SeatInput>[] =>
    list.map(({ email }, at) => ({
      personId: people.get(email) ?? null,
      municipalityId: all[at]?.id ?? null,
      actorId: actors[at - all.length]?.id ?? null,
      part: all[at]?.name === leader ? "leader" : "member",
    }));
  const council = await sit(ids.council, of(officers, "Drammen"));
  await sit(
    ids.council,
    deputies.map(({ email }, at) => ({
      ...{ part: "deputy" as const, personId: people.get(email) ?? null },
      ...{ municipalityId: all[at]?.id ?? null, deputyForId: council[at] ?? null },
    })),
  );
  await sit(ids.council, [{ part: "secretary", personId: secretary?.id ?? null }]);
  await sit(ids.board, of(mayors, "Bærum"));
  await sit(ids.assembly, of(mayors, "Lier"));
  await sit(
    ids.assembly,
    vice.map(({ email }, at) => ({
      ...{ part: "deputy" as const, personId: people.get(email) ?? null, municipalityId: all[at]?.id ?? null },
    })),
  );
  await sit(ids.health, of(officers.slice(0, 5), all[2]?.name ?? ""));
}

/** Meetings in the weeks to come, decided and made; and next year's plan, moved from 2017's, waiting in the queue. */
async function seedMeetings(db: RegionDb, ids: Ids, { now, today }: { now: Date; today: Date }): Promise<void> {
  const day = today.toISOString().slice(0, 10);
  const { personId } = await db.role.findFirstOrThrow({ where: { kind: "coordinator" }, select: { personId: true } });
  const { zone } = await db.region.findFirstOrThrow({ select: { zone: true } });
  const decided = new Set<number>();
  const coming: [Key, number, string][] = [
    ["council", 12, "Drammen rådhus"],
    ["board", 24, "Bærum rådhus"],
  ];
  for (const [key, days, place] of coming) {
    const held = openDay(addDays(day, days));
    const year = Number(held.slice(0, 4));
    decided.add(year);
    const meeting = { bodyId: ids[key], day: held, from: clock(9), to: clock(12), place, note: "" };
    done(await addMeeting(db, { year, ...meeting }));
  }
  for (const year of decided) done(await decidePlan(db, { year, responsibleId: personId, zone, now }));
  const year = Number(day.slice(0, 4)) + 1;
  if (decided.has(year)) return;
  const last = meetings2017.map(([key, was, from, to]): Meeting => {
    const place = key === "council" ? "Drammen rådhus" : key === "board" ? "Bærum rådhus" : "Lier rådhus";
    return { bodyId: ids[key], day: was, from, to, place };
  });
  for (const { was: _was, moved, ...meeting } of proposeMeetings(last, year, await clashesIn(db, { year, today: day })))
    done(await addMeeting(db, { year, ...meeting, note: moved ? movedWords(moved) : "" }));
  done(await queuePlan(db, { year, bodyId: ids.council }));
}

/** The first day from this one that nothing stands against. */
function openDay(day: string): string {
  const book = { holidays: [], easterClosed: true, busy: new Map<string, never>() };
  let at = day;
  while (reasonAgainst(at, book)) at = addDays(at, 1);
  return at;
}
