import { defaultChannels } from "~/domain/communications-plan/channels";
import { createChannels, listOwnChannels, type OwnChannel } from "~/features/communications-plan/channels.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/**
 * The region's own list of channels, made from the one every region begins with where it has none; held until the
 * transaction ends, so that two who change it go one after the other. Making it is no change anybody sees.
 */
export async function ensureChannels(db: RegionDb): Promise<OwnChannel[]> {
  await lockRegion(db, "channels");
  const own = await listOwnChannels(db);
  if (own.length > 0) return own;
  await createChannels(db, defaultChannels);
  return listOwnChannels(db);
}
