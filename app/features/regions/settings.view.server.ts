import { nextNumber } from "~/domain/regions/priority-areas";
import { mailSettings } from "~/features/regions/change-mail-settings.server";
import { regionSettings } from "~/features/regions/change-region.server";
import { senderOf } from "~/features/regions/organizer.server";
import { versionOf } from "~/features/regions/region-version.server";
import { countHeld, findOwnRegion, priorityAreas } from "~/features/regions/regions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { waysFor } from "~/platform/mail/choose-transport.server";

export async function regionSettingsView(db: RegionDb) {
  const settings = regionSettings(await findOwnRegion(db));
  const areas = await priorityAreas(db);
  return { settings, version: versionOf(settings), areas, nextNumber: nextNumber(areas) };
}

/** The mail settings, what stands in for those left empty, and how much a region on hold keeps back. */
export async function mailSettingsView(db: RegionDb) {
  const region = await findOwnRegion(db);
  const settings = mailSettings(region);
  const fallback = senderOf({ ...region, senderName: "", senderAddress: null });
  const ways = [...new Set([...waysFor(region.slug), ...(settings.mailTransport ? [settings.mailTransport] : [])])];
  return { settings, version: versionOf(settings), fallback, held: await countHeld(db), ways };
}
