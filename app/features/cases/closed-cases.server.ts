import { can, type HeldRole } from "~/domain/auth/permissions";
import { seatsOf } from "~/features/cases/cases.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Whose closed cases somebody may see: all, for a secretary; else those of the bodies she has a seat in that day. */
export async function closedSeenBy(
  db: RegionDb,
  { roles, personId, today }: { roles: readonly HeldRole[]; personId: string | null; today: string },
): Promise<(bodyId: string) => boolean> {
  if (can(roles, "cases.see-closed")) return () => true;
  if (personId === null || !can(roles, "cases.see-closed", { isMember: true })) return () => false;
  const seats = await seatsOf(db, personId, new Date(today));
  return (bodyId) => seats.has(bodyId);
}
