import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

/** What may stand in the public register: an open case with a number, of an open body, whose notice has gone out. */
export const inRegister = {
  number: { not: null },
  body: { open: true },
  minutes: {
    OR: [{ noticeAt: { not: null } }, { state: { in: ["live", "ended", "remarks", "approved"] } }],
  },
  case: { closed: false, OR: [{ parentId: null }, { parent: { closed: false } }] },
} satisfies Prisma.AgendaItemWhereInput;

/** The treatments with these numbers, in any body. */
export async function treatmentsNumbered(
  db: RegionDb,
  numbers: { number: number; year: number }[],
  { openOnly }: { openOnly: boolean },
) {
  return db.agendaItem.findMany({
    where: { OR: numbers.slice(0, 100), ...(openOnly && { AND: [inRegister] }) },
    select: {
      id: true,
      caseId: true,
      number: true,
      year: true,
      bodyId: true,
      body: { select: { name: true, shortName: true } },
      case: { select: { closed: true, parent: { select: { closed: true } } } },
    },
    take: 300,
  });
}

/** Where decisions may be read by everybody: the minutes have been sent round, or approved. */
const told: Prisma.AgendaItemWhereInput = { minutes: { state: { in: ["remarks", "approved"] } } };

const shown = {
  id: true,
  caseId: true,
  number: true,
  year: true,
  outcome: true,
  decision: true,
  typedNumber: true,
  body: { select: { id: true, name: true } },
  minutes: { select: { id: true, day: true, state: true, electronic: true } },
  case: { select: { title: true, kind: true } },
  passOnTo: { select: { name: true } },
} satisfies Prisma.AgendaItemSelect;

export type RegisterAsked = {
  words: string[];
  number: { number: number; year: number } | null;
  bodyId: string | null;
  year: number | null;
  after: { day: string; number: number; id: string } | null;
};

/** The treatments of the public register that are asked for, the newest meeting first; fifty, and one more where there are more. */
export async function registered(db: RegionDb, { words, number, bodyId, year, after }: RegisterAsked) {
  const has = (word: string): Prisma.AgendaItemWhereInput => {
    const contains = { contains: word, mode: "insensitive" as const };
    const text = [{ title: contains }, { presentation: contains }, { proposal: contains }];
    const open = { parts: { some: { closed: false, OR: text } } };
    return {
      OR: [{ case: { OR: [...text, open, { parts: { some: open } }] } }, { AND: [told, { decision: contains }] }],
    };
  };
  const later = after && {
    OR: [
      { minutes: { day: { lt: new Date(after.day) } } },
      {
        minutes: { day: new Date(after.day) },
        OR: [{ number: { gt: after.number } }, { number: after.number, id: { gt: after.id } }],
      },
    ],
  };
  return db.agendaItem.findMany({
    where: {
      AND: [
        inRegister,
        ...words.map(has),
        ...(number ? [number] : []),
        ...(bodyId ? [{ bodyId }] : []),
        ...(year ? [{ year }] : []),
        ...(later ? [later] : []),
      ],
    },
    select: shown,
    orderBy: [{ minutes: { day: "desc" } }, { number: "asc" }, { id: "asc" }],
    take: 51,
  });
}

/** The bodies and years there are cases of in the register. */
export async function registerChoices(db: RegionDb) {
  const found = await db.agendaItem.groupBy({ by: ["bodyId", "year"], where: inRegister, orderBy: { year: "desc" } });
  const bodies = await db.governingBody.findMany({
    where: { id: { in: found.map(({ bodyId }) => bodyId) } },
    select: { id: true, name: true },
    orderBy: { position: "asc" },
  });
  return { bodies, years: [...new Set(found.flatMap(({ year }) => year ?? []))] };
}

/** A treatment of the register with its case; null for one that is not in it. */
export async function findRegistered(db: RegionDb, id: string) {
  return db.agendaItem.findFirst({
    where: { AND: [{ id }, inRegister] },
    select: { ...shown, bodyId: true, minutesId: true },
  });
}

/** Whether a paper's case, or the case it is a part of, is in the register under this item. */
export async function isPublicCase(db: RegionDb, itemId: string, caseId: string): Promise<boolean> {
  const found = await findRegistered(db, itemId);
  if (!found) return false;
  if (found.caseId === caseId) return true;
  const part = await db.agendaItem.findFirst({
    where: {
      minutesId: found.minutesId,
      caseId,
      case: { closed: false, OR: [{ parentId: found.caseId }, { parent: { parentId: found.caseId, closed: false } }] },
    },
    select: { id: true },
  });
  return part !== null;
}
