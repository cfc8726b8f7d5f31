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
