import { instantToLocal } from "~/domain/shared/local-time";
import { gatheringsOfMany } from "~/features/networks/gatherings.view.server";
import { readNetworks } from "~/features/networks/networks.view.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * The networks that these actors run, or units of theirs: the next gathering and its answers, and who has been silent
 * the last three times. Those that gather soonest first, then in the region's order; at most twenty.
 */
export async function ownNetworks(db: RegionDb, { actorIds, now }: { actorIds: readonly string[]; now: Date }) {
  if (actorIds.length === 0) return { networks: [], total: 0 };
  const { zone } = await ownRegion(db);
  const { rows } = await readNetworks(db, { now, today: instantToLocal(now.toISOString(), zone).date });
  const own = rows.filter((row) => row.actorIds.some((id) => actorIds.includes(id)));
  const soonest = [...own]
    .sort((a, b) => (a.next?.startsAt ?? "9").localeCompare(b.next?.startsAt ?? "9", "en"))
    .slice(0, 20);
  const facts = await gatheringsOfMany(
    db,
    soonest.map(({ id }) => id),
    now,
  );
  return {
    total: own.length,
    networks: soonest.map(({ id, name, stage, frequency }) => ({
      id,
      name,
      stage,
      frequency,
      next: facts.get(id)?.next ?? null,
      silentWords: facts.get(id)?.silentWords ?? "",
    })),
  };
}

export type OwnNetworks = Awaited<ReturnType<typeof ownNetworks>>;
