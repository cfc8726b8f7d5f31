import { reasonAgainst } from "~/domain/events/proposals";
import { addDays } from "~/domain/shared/days";
import { localToInstant } from "~/domain/shared/local-time";
import { addPasted } from "~/features/events/change-programme.server";
import { makeEvent } from "~/features/events/create-event.server";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { inviteAudience } from "~/features/events/invite.server";
import { networkMembers } from "~/features/events/invite-whom";
import { nameForRole } from "~/features/people/name-person.server";
import { organizerOf } from "~/features/regions/organizer.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** Somebody in every hundred, in turn: so many who come, may come and do not come. */
type Shares = { yes: number; maybe: number; no: number };

/** How an event takes sign-ups, and how many have signed up. */
type SignUps = {
  mode: "open" | "approval";
  capacity: number;
  capacityOnline?: number;
  registered: number;
  waiting?: number;
  pending?: number;
  question?: string;
};

/** An event of the demo, told from today. */
export type DemoEvent = {
  kind: string;
  title: string;
  /** Days from today; it moves on from days that nothing is held on. */
  day: number;
  start: string;
  end: string;
  place?: string;
  description?: string;
  joinLink?: string;
  /** The names of the actor that holds it and of the network it is a gathering of. */
  actor?: string;
  network?: string;
  open?: true;
  language?: "nn" | "nb";
  programme?: string;
  /** Who is invited, with what they answered: all contact persons, or the members of its network. */
  invited?: Shares;
  asksNeeds?: true;
  signUps?: SignUps;
  way?: "room" | "online" | "both";
  /** Of what has been: so many in a hundred of those who said yes came. */
  came?: number;
  recording?: string;
};

/** An event of the year before, by month and day. */
export type PastEvent = Omit<DemoEvent, "day"> & { on: string };

/** Events with those of the year before `today`. */
export function withLastYear(demo: DemoEvents, past: readonly PastEvent[], today: Date): DemoEvents {
  const year = today.getUTCFullYear() - 1;
  const told = past.map(({ on, ...event }): DemoEvent => {
    const day = Math.round((Date.parse(`${year}-${on}`) - today.getTime()) / dayMs);
    return { ...event, day };
  });
  return { ...demo, events: [...demo.events, ...told] };
}

export type DemoEvents = {
  events: DemoEvent[];
  /** The words for those who sign up, "Fagleiar"; one for each municipality. */
  title: string;
  publisher?: { name: string; email: string; actor: string };
};

const dayMs = 86_400_000;

/** A day so many days from today, or the first after it that nothing stands against and nothing else is on. */
function freeDay(today: string, days: number, busy: Map<string, { title: string; people: number }>): string {
  let day = addDays(today, days);
  while (reasonAgainst(day, { holidays: [], easterClosed: true, busy })) day = addDays(day, 1);
  return day;
}

/**
 * Makes the region's events through the commands a coordinator has, some of them weeks ago: programmes, invitations,
 * answers, sign-ups and who came. What was sent weeks ago is not sent again.
 */
export async function seedEvents(
  db: RegionDb,
  demo: DemoEvents,
  { now, today }: { now: Date; today: Date },
): Promise<void> {
  const region = await db.region.findFirstOrThrow();
  const { zone } = region;
  const coordinator = await db.role.findFirstOrThrow({ where: { kind: "coordinator" } });
  const actors = await db.actor.findMany({ select: { id: true, name: true } });
  const networks = await db.network.findMany({ select: { id: true, name: true } });
  const idOf = (all: { id: string; name: string }[], name: string | undefined) => {
    const found = all.find((one) => one.name === name);
    if (name && !found) throw new Error(`The demo has no ${name}`);
    return found?.id ?? null;
  };
  const guests = await seedGuests(db, demo.title);
  if (demo.publisher) {
    const { actor, ...person } = demo.publisher;
    const actorId = idOf(actors, actor);
    await nameForRole(db, person, { kind: "webinar_publisher", actorId, validFrom: today, validTo: null });
  }
  const busy = new Map<string, { title: string; people: number }>();
  for (const told of demo.events) {
    const day = today.toISOString().slice(0, 10);
    const date = freeDay(day, told.day, busy);
    busy.set(date, { title: told.title, people: 1 });
    // The commands make and invite to what is to come; what has been is moved back afterwards.
    const asked = told.day < 0 ? addDays(day, 30) : date;
    const replyBy = told.invited && told.day > 10 ? addDays(asked, -7) : "";
    const form = eventFormSchema().parse({ ...told, open: undefined, date: asked, replyBy });
    const networkId = idOf(networks, told.network);
    const organiser = { networkId, actorId: idOf(actors, told.actor) };
    const event = await makeEvent(db, {
      ...{ form, organiser, planRowId: null, zone, now },
      responsibleId: coordinator.personId,
    });
    if (!event.ok) throw new Error(`The demo was refused: ${told.title}: ${event.reason}`);
    const made = new Date(now.getTime() + Math.min(told.day - 40, -5) * dayMs);
    const span = { startsAt: instantOf(date, told.start, zone), endsAt: instantOf(date, told.end, zone) };
    await seedRest(db, told, { id: event.id, made, now, networkId, guests, span, organizer: organizerOf(region) });
  }
}

function instantOf(date: string, time: string, zone: string): Date {
  const at = localToInstant(date, time, zone);
  if (!at.ok) throw new Error(`The demo has no such time as ${date} ${time}`);
  return new Date(at.instant);
}

type Made = {
  id: string;
  /** When it was made, as the demo tells it. */
  made: Date;
  now: Date;
  networkId: string | null;
  guests: Guest[];
  span: { startsAt: Date; endsAt: Date };
  organizer: ReturnType<typeof organizerOf>;
};

async function seedRest(db: RegionDb, told: DemoEvent, made: Made) {
  const { id, now, networkId, span, organizer } = made;
  if (told.programme) await addPasted(db, { eventId: id, text: told.programme, now });
  if (told.invited) {
    const invited = await inviteAudience(db, { eventId: id, audienceId: networkId ? networkMembers : null, now });
    if (!invited.ok) throw new Error(`The demo was refused: ${told.title}: ${invited.reason}`);
    await answerFor(db, { eventId: id, shares: told.invited, came: told.came ?? 0, made: made.made });
  }
  const { signUps } = told;
  const isOver = told.day < 0;
  await db.event.updateMany({
    where: { id },
    data: {
      ...(told.open && { ...organizer, open: true, state: "published" as const }),
      ...(isOver && { ...span, state: "held" as const, replyBy: null }),
      ...(told.joinLink && { joinLink: told.joinLink }),
      language: told.language ?? null,
      attendanceWay: told.way ?? (told.joinLink ? "online" : "room"),
      asksNeeds: told.asksNeeds ?? false,
      asksFeedback: isOver,
      ...(signUps && {
        registration: signUps.mode,
        capacity: signUps.capacity,
        capacityOnline: signUps.capacityOnline ?? null,
      }),
      ...(told.recording && {
        recordingLink: told.recording,
        recordingAt: new Date(span.endsAt.getTime() + 3 * dayMs),
      }),
      createdAt: made.made,
      wakeAt: isOver ? null : now,
    },
  });
  if (signUps) await seedSignUps(db, told, signUps, made);
  if (isOver)
    await db.delivery.updateMany({
      where: { eventId: id },
      data: { state: "sent", dueAt: made.made, sentAt: made.made, secret: null },
    });
}

/** Answers in turn, so that every kind is among the first of the list too. */
async function answerFor(
  db: RegionDb,
  { eventId, shares, came, made }: { eventId: string; shares: Shares; came: number; made: Date },
) {
  const invitations = await db.invitation.findMany({
    where: { eventId },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const of = (at: number) => {
    const turn = (at * 37) % 100;
    if (turn < shares.yes) return "accepted" as const;
    if (turn < shares.yes + shares.maybe) return "tentative" as const;
    return turn < shares.yes + shares.maybe + shares.no ? ("declined" as const) : null;
  };
  const answeredAt = new Date(made.getTime() + 2 * dayMs);
  for (const answer of ["accepted", "tentative", "declined"] as const) {
    const ids = invitations.flatMap(({ id }, at) => (of(at) === answer ? [id] : []));
    const data = { answer, answeredAt, answeredBy: "link" as const, answeredVersion: 0 };
    await db.invitation.updateMany({ where: { id: { in: ids } }, data });
    if (answer !== "accepted" || came === 0) continue;
    const there = ids.filter((_, at) => (at * 29) % 100 < came);
    await db.invitation.updateMany({ where: { id: { in: there } }, data: { attendedAt: answeredAt } });
  }
}

type Guest = { id: string; name: string; municipalityId: string };

/** Somebody in each municipality who is no contact person, to sign up. */
async function seedGuests(db: RegionDb, title: string): Promise<Guest[]> {
  const roles = await db.role.findMany({
    where: { kind: "contact_person", municipalityId: { not: null } },
    select: { municipalityId: true, person: { select: { email: true, name: true } } },
    orderBy: { id: "asc" },
    take: 40,
  });
  const guests = roles.map(({ municipalityId, person }) => ({
    id: newId(),
    name: `${title}, ${person.name.split(", ").at(-1)}`,
    email: person.email.replace(/^[^@]+/, "fagleiar"),
    municipalityId: municipalityId ?? "",
  }));
  await db.person.createMany({ data: guests.map(({ id, name, email }) => ({ id, name, email })) });
  return guests;
}

async function seedSignUps(db: RegionDb, told: DemoEvent, signUps: SignUps, { id, made, guests }: Made) {
  const { registered, waiting = 0, pending = 0, question } = signUps;
  const questionId = newId();
  if (question)
    await db.eventQuestion.create({
      data: { id: questionId, eventId: id, purpose: "registration", position: 1, kind: "short", label: question },
    });
  const stateOf = (at: number) =>
    at < registered ? ("registered" as const) : at < registered + waiting ? ("waiting" as const) : ("pending" as const);
  const online = told.way === "both" || Boolean(told.joinLink);
  await db.registration.createMany({
    data: guests.slice(0, registered + waiting + pending).map((guest, at) => ({
      eventId: id,
      personId: guest.id,
      name: guest.name,
      municipalityId: guest.municipalityId,
      way: online && (told.way !== "both" || at % 3 === 0) ? ("online" as const) : ("room" as const),
      state: stateOf(at),
      number: at + 1,
      locale: told.language ?? "nn",
      answers: question && at % 2 === 0 ? { [questionId]: "–" } : {},
      attendedAt: told.came && stateOf(at) === "registered" && (at * 29) % 100 < told.came ? made : null,
      createdAt: new Date(made.getTime() + at * 3_600_000),
    })),
  });
}
