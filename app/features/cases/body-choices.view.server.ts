import { isoDay } from "~/domain/shared/days";
import { bodiesOfRegion } from "~/features/cases/cases.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The bodies that stand on a day, to choose among. */
export async function bodyChoices(db: RegionDb, today: string) {
  const bodies = await bodiesOfRegion(db);
  return bodies
    .filter(
      ({ validFrom, validTo }) => (!validFrom || isoDay(validFrom) <= today) && (!validTo || isoDay(validTo) > today),
    )
    .map(({ id, name }) => ({ value: id, label: name }));
}
