import { makeRegion } from "#tests/features/regions/make-region";
import type { TestDatabase } from "#tests/support/database";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

export const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

export const cells = {
  channel: "Webinar",
  goal: "Informasjon",
  theme: "Mat og måltid",
  timing: "Mai/juni + november",
  responsible: "KS, Kontoret",
  audience: "Kommunane",
};

/** A region with an empty plan of one year, and ways to put rows and events in it. */
export async function planScene(database: TestDatabase, year = 2021) {
  const region = await makeRegion(database.adminUrl);
  const access = { regionId: region.id, personId: null, via: "session" as const };
  const inside = <T>(work: (db: RegionDb) => Promise<T>) => withRegion(access, work);
  const plan = await inside((db) =>
    db.communicationsPlan.create({ data: { from: day(`${year}-01-01`), to: day(`${year}-12-31`) } }),
  );
  let position = 0;
  const addRow = (data: Partial<typeof cells> & { audienceId?: string; channelId?: string } = {}) =>
    inside((db) => db.planRow.create({ data: { ...cells, ...data, planId: plan.id, position: position++ } }));
  const addEvent = (
    on: string,
    data: { planRowId?: string; networkId?: string; state?: "draft" | "published" | "cancelled"; title?: string } = {},
  ) =>
    inside((db) =>
      db.event.create({
        data: {
          ...{ state: "published", title: "Fagdag", zone: "Europe/Oslo", ...data },
          startsAt: new Date(`${on}T07:00:00Z`),
          endsAt: new Date(`${on}T08:30:00Z`),
        },
      }),
    );
  const close = () =>
    inside((db) => db.communicationsPlan.updateMany({ where: { id: plan.id }, data: { state: "closed" } }));
  return { region, access, inside, plan, addRow, addEvent, close };
}
