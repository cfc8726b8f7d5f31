/** The families of channels a plan is grouped by. What a row calls its channel is kept in its own words. */
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

const words: [ChannelKind, RegExp][] = [
  ["letter", /brev|kronikk|nyhe(?:it|t)s?brev|artikkel|artiklar/],
  ["dialogue", /dialog/],
  ["talk", /innlegg|foredrag|orientering/],
  ["conference", /konferanse/],
  ["web", /nettsid|nettstad|nettsted|heimesid|hjemmesid|facebook|sosiale medi/],
  ["podcast", /pod[ck]ast/],
  ["webinar", /webinar|fagdag/],
  ["meeting", /møte|nettverk|samling|besøk/],
];

/** The family of a channel by the first word of it that names one. */
export function channelKind(channel: string): ChannelKind {
  const text = channel.toLowerCase();
  let found: { kind: ChannelKind; at: number } = { kind: "other", at: Number.POSITIVE_INFINITY };
  for (const [kind, word] of words) {
    const at = text.search(word);
    if (at >= 0 && at < found.at) found = { kind, at };
  }
  return found.kind;
}
