import type { ChannelIcon } from "~/domain/communications-plan/channels";
import { audit } from "~/features/audit/audit.server";
import { namesOf, standardNames } from "~/features/communications-plan/channel-words";
import { createChannels, saveChannel } from "~/features/communications-plan/channels.db.server";
import { channelVersion } from "~/features/communications-plan/channels.view.server";
import { ensureChannels } from "~/features/communications-plan/ensure-channels.server";
import { difference } from "~/features/regions/region-version.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type KeepChannelResult =
  | { ok: true; key: string }
  | { ok: false; reason: "no-such-channel" | "name-missing" | "name-taken" | "changed-meanwhile" };

/**
 * Adds a channel of the region's own (`key` null), or gives one another name, icon or words. A channel every region has
 * keeps its standard name while its own is empty; a name that another channel has, in any language, is refused. `seen`
 * is the `version` the form was filled from.
 */
export async function keepChannel(
  db: RegionDb,
  input: { key: string | null; seen: string; name: string; icon: ChannelIcon; words: readonly string[] },
): Promise<KeepChannelResult> {
  const channels = await ensureChannels(db);
  const channel = input.key === null ? null : channels.find(({ key }) => key === input.key);
  if (channel === undefined) return { ok: false, reason: "no-such-channel" };
  if (channel && channelVersion(channel) !== input.seen) return { ok: false, reason: "changed-meanwhile" };
  const typed = input.name.trim().replace(/\s+/g, " ");
  const isStandard = channel?.kind ? standardNames(channel.kind).some((name) => same(name, typed)) : false;
  const name = isStandard ? "" : typed;
  if (name === "" && !channel?.kind) return { ok: false, reason: "name-missing" };
  const others = channels.filter(({ key }) => key !== channel?.key);
  if (name !== "" && others.some((other) => namesOf(other).some((taken) => same(taken, name))))
    return { ok: false, reason: "name-taken" };
  const after = { name, icon: input.icon, words: [...new Set(input.words)] };
  if (!channel) {
    const id = await createChannels(db, [{ kind: null, ...after }]);
    await audit(db, { action: "created", subject: "channel", id, after });
    return { ok: true, key: id };
  }
  const changed = difference({ name: channel.name, icon: channel.icon, words: [...channel.words] }, after);
  if (changed) {
    await saveChannel(db, channel.id, after);
    await audit(db, { action: "updated", subject: "channel", id: channel.id, ...changed });
  }
  return { ok: true, key: channel.key };
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
