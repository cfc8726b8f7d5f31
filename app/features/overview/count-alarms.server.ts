import { can } from "~/domain/auth/permissions";
import { contactAlarms } from "~/features/municipalities/contact-alarms.view.server";
import type { Membership } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many municipalities need a person to look, for somebody who can do something about it; 0 for others. */
export async function countAlarms(db: RegionDb, { region, roles }: Membership): Promise<number> {
  if (!can(roles, "contact-person.assign")) return 0;
  const today = new Date(todayIn(region.zone, new Date()));
  return (await contactAlarms(db, today)).length;
}
