import { audit } from "~/features/audit/audit.server";
import { orderChannels } from "~/features/communications-plan/channels.db.server";
import { ensureChannels } from "~/features/communications-plan/ensure-channels.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Moves a channel one place up or down in the region's list; at the end of the list it stays. */
export async function moveChannel(
  db: RegionDb,
  { key, by }: { key: string; by: "up" | "down" },
): Promise<{ ok: true; moved: boolean } | { ok: false; reason: "no-such-channel" }> {
  const channels = await ensureChannels(db);
  const at = channels.findIndex((channel) => channel.key === key);
  const to = by === "up" ? at - 1 : at + 1;
  const [channel, other] = [channels[at], channels[to]];
  if (!channel) return { ok: false, reason: "no-such-channel" };
  if (!other) return { ok: true, moved: false };
  const ids = channels.map(({ id }) => id);
  ids[at] = other.id;
  ids[to] = channel.id;
  await orderChannels(db, ids);
  await audit(db, {
    action: "updated",
    subject: "channel",
    id: channel.id,
    before: { position: at + 1 },
    after: { position: to + 1 },
  });
  return { ok: true, moved: true };
}
