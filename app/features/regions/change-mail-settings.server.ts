import { audit } from "~/features/audit/audit.server";
import { difference, versionOf } from "~/features/regions/region-version.server";
import { findOwnRegion, type RegionRow, saveRegion } from "~/features/regions/regions.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Who the region's mail is from, who reads the answers (C9), whether and where it leaves (M10), and how much at most. */
export type MailSettings = Pick<
  RegionRow,
  "senderName" | "senderAddress" | "replyAddress" | "mailMode" | "meAddress" | "capHour" | "capWeek" | "mailTransport"
>;

export function mailSettings(region: RegionRow): MailSettings {
  const { senderName, senderAddress, replyAddress, mailMode, meAddress, capHour, capWeek, mailTransport } = region;
  return { senderName, senderAddress, replyAddress, mailMode, meAddress, capHour, capWeek, mailTransport };
}

/** Saves the mail settings. `seen` is the version the form was filled from. */
export async function changeMailSettings(
  db: RegionDb,
  { settings, seen }: { settings: MailSettings; seen: string },
): Promise<{ ok: true } | { ok: false; reason: "changed-meanwhile" }> {
  await lockRegion(db, "settings");
  const region = await findOwnRegion(db);
  const before = mailSettings(region);
  if (versionOf(before) !== seen) return { ok: false, reason: "changed-meanwhile" };
  const changed = difference(before, settings);
  if (!changed) return { ok: true };
  await saveRegion(db, region.id, settings);
  await audit(db, {
    action: "updated",
    subject: "region",
    id: region.id,
    before: withoutAddresses(changed.before),
    after: withoutAddresses(changed.after),
  });
  return { ok: true };
}

/** An address in the log is its domain only: an office's address may be a person's. */
function withoutAddresses(settings: Partial<MailSettings>): Partial<MailSettings> {
  const domain = (address: string) => address.replace(/^.*@/, "@");
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      key.endsWith("Address") && typeof value === "string" ? domain(value) : value,
    ]),
  );
}
