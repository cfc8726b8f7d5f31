import { hasOrganizer } from "~/features/events/replies.db.server";
import { organizerOf } from "~/features/regions/organizer.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";

/**
 * The regions that read answers at an address: those it is the organiser's address of now, and those with events whose
 * entries went out with it. An installation may have one address for several regions; the event tells them apart.
 */
export async function regionsReadingAt(address: string): Promise<string[]> {
  const at = address.trim().toLowerCase();
  const regions = await systemDb().region.findMany({
    select: { id: true, name: true, senderName: true, senderAddress: true, replyAddress: true },
  });
  const reading: string[] = [];
  for (const region of regions) {
    const access = { regionId: region.id, personId: null, via: "mail" } as const;
    const now = organizerOf(region).organizerAddress.toLowerCase() === at;
    if (now || (await withRegion(access, (db) => hasOrganizer(db, at)))) reading.push(region.id);
  }
  return reading;
}
