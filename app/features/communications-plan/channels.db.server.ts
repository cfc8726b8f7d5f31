import { type Channel, type ChannelIcon, defaultChannels } from "~/domain/communications-plan/channels";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The region's list of channels, in its order; the one every region begins with until it has one of its own. */
export async function listChannels(db: RegionDb): Promise<Channel[]> {
  const stored = await listOwnChannels(db);
  return stored.length === 0 ? [...defaultChannels] : stored;
}

/** A channel that is kept in the region. */
export type OwnChannel = Channel & { id: string };

/** The channels kept in the region, in their order; none as long as it has not made the list its own. */
export async function listOwnChannels(db: RegionDb): Promise<OwnChannel[]> {
  const stored = await db.channel.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
  return stored.map(({ id, kind, name, icon, words }) => ({
    ...{ id, kind, name, words },
    key: kind ?? id,
    icon: icon as ChannelIcon,
  }));
}

/** Puts channels last in the list, in this order. Gives the id of the last. */
export async function createChannels(
  db: RegionDb,
  channels: readonly Pick<Channel, "kind" | "name" | "icon" | "words">[],
): Promise<string> {
  const last = await db.channel.aggregate({ _max: { position: true } });
  const first = (last._max.position ?? 0) + 1;
  const made = await db.channel.createManyAndReturn({
    data: channels.map(({ kind, name, icon, words }, at) => ({
      ...{ kind, name, icon, words: [...words] },
      position: first + at,
    })),
    select: { id: true },
  });
  return made.at(-1)?.id ?? "";
}

export async function saveChannel(
  db: RegionDb,
  id: string,
  { name, icon, words }: { name: string; icon: ChannelIcon; words: readonly string[] },
): Promise<void> {
  await db.channel.updateMany({ where: { id }, data: { name, icon, words: [...words] } });
}

/** Gives the channels their places, the first first. */
export async function orderChannels(db: RegionDb, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) await db.channel.updateMany({ where: { id }, data: { position: at + 1 } });
}

export async function deleteChannel(db: RegionDb, id: string): Promise<void> {
  await db.channel.deleteMany({ where: { id } });
}

/** What decides the channel of every row of every plan. */
export async function channelCells(db: RegionDb) {
  return db.planRow.findMany({ select: { channel: true, channelId: true } });
}

/** Lets the rows that chose a channel be read by their words again. Gives their ids. */
export async function freeRows(db: RegionDb, channelId: string): Promise<string[]> {
  const freed = await db.planRow.updateManyAndReturn({
    where: { channelId },
    data: { channelId: null, version: { increment: 1 } },
    select: { id: true },
  });
  return freed.map(({ id }) => id);
}
