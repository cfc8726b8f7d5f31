import { audit } from "~/features/audit/audit.server";
import { deleteChannel, freeRows } from "~/features/communications-plan/channels.db.server";
import { ensureChannels } from "~/features/communications-plan/ensure-channels.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type DropChannelResult =
  | { ok: true; name: string; rows: number }
  | { ok: false; reason: "no-such-channel" | "built-in" };

/**
 * Removes a channel of the region's own. The rows that chose it (`rows`) belong to the channel their words name from
 * then on. Those every region has stay, so that there is always one for what no other fits.
 */
export async function dropChannel(db: RegionDb, key: string): Promise<DropChannelResult> {
  const channel = (await ensureChannels(db)).find((each) => each.key === key);
  if (!channel) return { ok: false, reason: "no-such-channel" };
  if (channel.kind !== null) return { ok: false, reason: "built-in" };
  const { id, name, icon, words } = channel;
  const rows = await freeRows(db, id);
  await deleteChannel(db, id);
  await audit(
    db,
    { action: "removed", subject: "channel", id, before: { name, icon, words } },
    ...rows.map((row) => ({
      action: "updated" as const,
      subject: "plan-row" as const,
      id: row,
      before: { channelId: name },
      after: { channelId: null },
    })),
  );
  return { ok: true, name, rows: rows.length };
}
