import { type Channel, channelOf } from "~/domain/communications-plan/channels";
import { shownChannel, standardName } from "~/features/communications-plan/channel-words";
import { channelCells, listChannels } from "~/features/communications-plan/channels.db.server";
import { versionOf } from "~/features/regions/region-version.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The region's list of channels, in its order. */
export function channelList(db: RegionDb): Promise<Channel[]> {
  return listChannels(db);
}

/** What the form of a channel was filled from. */
export function channelVersion({ name, icon, words }: Pick<Channel, "name" | "icon" | "words">): string {
  return versionOf({ name, icon, words });
}

/** The list as its page shows it: how many rows belong to each, and which of its words another channel has too. */
export async function channelsView(db: RegionDb) {
  const [channels, cells] = [await listChannels(db), await channelCells(db)];
  const rows = new Map<string, number>();
  for (const cell of cells) {
    const { key } = channelOf(cell, channels);
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  const withWord = Map.groupBy(
    channels.flatMap((channel) => channel.words.map((word) => ({ word, channel }))),
    ({ word }) => word,
  );
  return channels.map((channel) => {
    const { id, key, kind, icon, words, name } = channel;
    return {
      ...{ key, kind, icon, words },
      name: shownChannel(channel).name,
      givenName: name,
      standardName: kind && standardName(kind),
      version: channelVersion(channel),
      rows: rows.get(key) ?? 0,
      chosen: id === null ? 0 : cells.filter(({ channelId }) => channelId === id).length,
      shared: words.flatMap((word) => {
        const others = (withWord.get(word) ?? []).filter((one) => one.channel.key !== key);
        return others.length === 0 ? [] : [{ word, with: others.map((one) => shownChannel(one.channel).name) }];
      }),
    };
  });
}

export type ListedChannel = Awaited<ReturnType<typeof channelsView>>[number];
