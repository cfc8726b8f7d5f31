/** The channels every region begins with. What a row calls its channel is kept in its own words. */
export const channelKinds = [
  "letter",
  "dialogue",
  "talk",
  "conference",
  "meeting",
  "web",
  "podcast",
  "webinar",
  "other",
] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** The icons a channel can have; names of the product's own. */
export const channelIcons = [
  "newsletter",
  "chat",
  "presentation",
  "megaphone",
  "person-group",
  "globe",
  "microphone",
  "video",
  "file",
  "mail",
  "calendar",
  "network",
  "buildings",
  "inbox",
  "bell",
  "link",
] as const;
export type ChannelIcon = (typeof channelIcons)[number];

/**
 * A channel of a region's list. `key` names it in addresses: its kind, or its id when it is the region's own; `id` is
 * null as long as the region has not made the list its own. `words` are parts of words that name it, lower case.
 */
export type Channel = {
  id: string | null;
  key: string;
  kind: ChannelKind | null;
  name: string;
  icon: ChannelIcon;
  words: readonly string[];
};

const begins: Record<ChannelKind, { icon: ChannelIcon; words: string[] }> = {
  letter: { icon: "newsletter", words: ["brev", "kronikk", "artikkel", "artiklar"] },
  dialogue: { icon: "chat", words: ["dialog"] },
  talk: { icon: "presentation", words: ["innlegg", "foredrag", "orientering"] },
  conference: { icon: "megaphone", words: ["konferanse"] },
  meeting: { icon: "person-group", words: ["møte", "nettverk", "samling", "besøk"] },
  web: {
    icon: "globe",
    words: ["nettsid", "nettstad", "nettsted", "heimesid", "hjemmesid", "facebook", "sosiale medi"],
  },
  podcast: { icon: "microphone", words: ["podkast", "podcast"] },
  webinar: { icon: "video", words: ["webinar", "fagdag"] },
  other: { icon: "file", words: [] },
};

/** The list a region begins with, in its order. An empty name is the one every region's has. */
export const defaultChannels: readonly Channel[] = channelKinds.map((kind) => ({
  id: null,
  key: kind,
  kind,
  name: "",
  ...begins[kind],
}));

/**
 * The channel of a row: the one chosen for it, else the one that the first word of its channel cell names, else the
 * one for all others. Of two whose words begin at the same place the first in the list is meant.
 */
export function channelOf(
  row: { channel: string; channelId?: string | null },
  list: readonly Channel[] = defaultChannels,
): Channel {
  const chosen = row.channelId ? list.find(({ id }) => id === row.channelId) : undefined;
  if (chosen) return chosen;
  const text = row.channel.toLowerCase();
  let found: { channel: Channel | undefined; at: number } = { channel: undefined, at: Number.POSITIVE_INFINITY };
  for (const channel of list)
    for (const word of channel.words) {
      const at = word === "" ? -1 : text.indexOf(word);
      if (at >= 0 && at < found.at) found = { channel, at };
    }
  const other = list.find(({ kind }) => kind === "other") ?? (defaultChannels.at(-1) as Channel);
  return found.channel ?? other;
}
