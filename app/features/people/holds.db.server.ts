import type { RegionDb } from "~/platform/db/region-db.server";
import type { HoldReason, MailScope } from "../../../prisma/generated/enums";

export async function mailOf(db: RegionDb, id: string) {
  return db.person.findFirst({
    where: { id },
    select: { id: true, email: true, heldSince: true, heldReason: true, optedOut: true },
  });
}

export async function saveHold(
  db: RegionDb,
  id: string,
  hold: { heldSince: Date; heldReason: HoldReason } | null,
): Promise<void> {
  await db.person.updateMany({ where: { id }, data: hold ?? { heldSince: null, heldReason: null } });
}

export async function saveOptedOut(db: RegionDb, id: string, optedOut: MailScope[]): Promise<void> {
  await db.person.updateMany({ where: { id }, data: { optedOut } });
}
