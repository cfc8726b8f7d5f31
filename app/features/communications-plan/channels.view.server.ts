import type { Channel } from "~/domain/communications-plan/channels";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The region's list of channels, in its order. */
export function channelList(db: RegionDb): Promise<Channel[]> {
  return listChannels(db);
}
