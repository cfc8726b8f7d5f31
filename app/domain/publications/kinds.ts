/** What something said elsewhere can be. */
export const publicationKinds = [
  "talk",
  "web_story",
  "op_ed",
  "podcast",
  "interview",
  "social_media",
  "other",
] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/** Parts of the words of a channel that say what it is, lower case; "lesarinnlegg" before "innlegg". */
const words: [PublicationKind, RegExp][] = [
  ["op_ed", /kronikk|lesarinnlegg|leserinnlegg|debattinnlegg|avis/],
  ["interview", /intervju/],
  ["social_media", /facebook|linkedin|instagram|sosiale? medi/],
  ["podcast", /podkast|podcast/],
  ["talk", /innlegg|foredrag|orientering|konferanse/],
  ["web_story", /nettsak|nettsid|nettstad|nettsted|heimesid|hjemmesid|artik/],
];

/** What the kinds of channel become when their words do not say more. */
const ofChannel: Record<string, PublicationKind> = {
  talk: "talk",
  conference: "talk",
  meeting: "talk",
  web: "web_story",
  podcast: "podcast",
};

/**
 * What a plan row becomes when it is said elsewhere: by the first of these words in its channel, else by the channel's
 * kind, else something other.
 */
export function kindOfRow({ channel, kind }: { channel: string; kind: string | null }): PublicationKind {
  const text = channel.toLowerCase();
  const found = words
    .map(([is, pattern]) => ({ is, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  if (found) return found.is;
  return kind !== null && Object.hasOwn(ofChannel, kind) ? (ofChannel[kind] ?? "other") : "other";
}

/** What has not been said yet: its day is to come. */
export function isPlanned({ day }: { day: string }, today: string): boolean {
  return day > today;
}
