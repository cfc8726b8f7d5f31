import type { Ticket } from "~/domain/attendance/coming";
import { memberOn } from "~/features/municipalities/member-on";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The event, held until the transaction ends. */
export async function holdAttended(db: RegionDb, id: string) {
  await db.$queryRaw`SELECT 1 FROM event WHERE id = ${id}::uuid FOR UPDATE`;
  return db.event.findFirst({ where: { id } });
}

export async function findAttended(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id } });
}

const invited = {
  id: true,
  eventId: true,
  personId: true,
  answer: true,
  attendedAt: true,
  locale: true,
  person: { select: { name: true, email: true } },
  municipality: { select: { municipality: { select: { name: true } } } },
  substituteFor: { select: { person: { select: { name: true } } } },
} as const;

const registered = {
  id: true,
  eventId: true,
  personId: true,
  name: true,
  organisation: true,
  state: true,
  attendedAt: true,
  locale: true,
  person: { select: { email: true } },
  municipality: { select: { municipality: { select: { name: true } } } },
} as const;

export type FoundTicket = Ticket & { eventId: string; email: string; locale: string };

/** The invitations that stand and the registrations that were not refused: of one event, or the one of an id. */
export async function tickets(db: RegionDb, where: { eventId: string } | { id: string }): Promise<FoundTicket[]> {
  const invitations = await db.invitation.findMany({ where: { ...where, withdrawnAt: null }, select: invited });
  const registrations = await db.registration.findMany({
    where: { ...where, state: { not: "refused" } },
    select: registered,
  });
  return [
    ...invitations.map(({ person, municipality, substituteFor, answer, attendedAt, ...rest }) => ({
      ...rest,
      kind: "invitation" as const,
      name: person.name,
      email: person.email,
      municipality: municipality?.municipality.name ?? null,
      organisation: "",
      substituteFor: substituteFor?.person.name ?? null,
      standing: answer,
      attendedAt: attendedAt?.toISOString() ?? null,
    })),
    ...registrations.map(({ person, municipality, state, attendedAt, ...rest }) => ({
      ...rest,
      kind: "registration" as const,
      email: person.email,
      municipality: municipality?.municipality.name ?? null,
      substituteFor: null,
      standing: state,
      attendedAt: attendedAt?.toISOString() ?? null,
    })),
  ];
}

/**
 * Writes down that these people came to an event, or did not, on whatever they hold. Who has come already keeps the
 * first time. Gives the ids of what changed.
 */
export async function saveAttended(
  db: RegionDb,
  { eventId, personIds, at }: { eventId: string; personIds: string[]; at: Date | null },
): Promise<string[]> {
  const where = {
    eventId,
    personId: { in: personIds },
    attendedAt: at === null ? { not: null } : null,
  };
  const changed: string[] = [];
  const invitations = { ...where, withdrawnAt: null };
  const registrations = { ...where, state: { not: "refused" as const } };
  changed.push(...(await db.invitation.findMany({ where: invitations, select: { id: true } })).map(({ id }) => id));
  changed.push(...(await db.registration.findMany({ where: registrations, select: { id: true } })).map(({ id }) => id));
  if (changed.length === 0) return [];
  await db.invitation.updateMany({ where: invitations, data: { attendedAt: at } });
  await db.registration.updateMany({ where: registrations, data: { attendedAt: at } });
  return changed;
}

/** Registers somebody who came unannounced; who is registered already stays as she is. Give it the event held. */
export async function createWalkIn(
  db: RegionDb,
  data: {
    id: string;
    eventId: string;
    personId: string;
    name: string;
    organisation: string;
    municipalityId: string | null;
    way: "room" | "online";
    locale: string;
    attendedAt: Date;
  },
): Promise<void> {
  const { eventId } = data;
  const last = await db.registration.aggregate({ where: { eventId }, _max: { number: true } });
  await db.registration.create({ data: { ...data, state: "registered", number: (last._max.number ?? 0) + 1 } });
}

/** Who of these people holds something for the event that can be ticked. */
export async function holdsTicket(db: RegionDb, eventId: string, personId: string): Promise<boolean> {
  const invitation = await db.invitation.count({ where: { eventId, personId, withdrawnAt: null } });
  return invitation > 0 || (await db.registration.count({ where: { eventId, personId } })) > 0;
}

export async function saveCertificates(db: RegionDb, id: string, givesCertificate: boolean): Promise<number> {
  const { count } = await db.event.updateMany({
    where: { id, givesCertificate: !givesCertificate },
    data: { givesCertificate },
  });
  return count;
}

/** The municipalities of the region on a day (midnight UTC), by name. */
export async function municipalityChoices(db: RegionDb, day: Date) {
  const found = await db.regionMunicipality.findMany({
    where: memberOn(day),
    select: { municipality: { select: { id: true, name: true } } },
  });
  return found.map(({ municipality }) => municipality).sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

const aboutEvent = {
  include: {
    programme: { select: { title: true, speaker: true }, orderBy: { position: "asc" } },
    region: { select: { name: true, slug: true } },
  },
} as const;

/** The event with what a certificate says of it. */
export async function findCertified(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id }, ...aboutEvent });
}
