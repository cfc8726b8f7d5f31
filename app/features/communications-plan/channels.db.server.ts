import { type Channel, type ChannelIcon, defaultChannels } from "~/domain/communications-plan/channels";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The region's list of channels, in its order; the one every region begins with until it has one of its own. */
export async function listChannels(db: RegionDb): Promise<Channel[]> {
  const stored = await db.channel.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
  if (stored.length === 0) return [...defaultChannels];
  return stored.map(({ id, kind, name, icon, words }) => ({
    ...{ id, kind, name, words },
    key: kind ?? id,
    icon: icon as ChannelIcon,
  }));
}
