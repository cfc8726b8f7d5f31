import type { Channel, ChannelKind } from "~/domain/communications-plan/channels";
import { m } from "~/i18n/messages/messages";

type In = { locale?: "nb" | "nn" | "en" };

const names: Record<ChannelKind, (inLanguage: In) => string> = {
  letter: (inLanguage) => m.plan_channel_letter({}, inLanguage),
  dialogue: (inLanguage) => m.plan_channel_dialogue({}, inLanguage),
  talk: (inLanguage) => m.plan_channel_talk({}, inLanguage),
  conference: (inLanguage) => m.plan_channel_conference({}, inLanguage),
  meeting: (inLanguage) => m.plan_channel_meeting({}, inLanguage),
  web: (inLanguage) => m.plan_channel_web({}, inLanguage),
  podcast: (inLanguage) => m.plan_channel_podcast({}, inLanguage),
  webinar: (inLanguage) => m.plan_channel_webinar({}, inLanguage),
  other: (inLanguage) => m.plan_channel_other({}, inLanguage),
};

/** A channel as pages show it. */
export type ShownChannel = Pick<Channel, "key" | "icon"> & { name: string };

/** A channel of the list with the name the region has given it, else the one every region's has. */
export function shownChannel({ key, icon, kind, name }: Channel): ShownChannel {
  return { key, icon, name: name || standardName(kind ?? "other") };
}

/** The name every region's channel of this kind has, in the reader's language. */
export function standardName(kind: ChannelKind): string {
  return names[kind]({});
}

/** The same in every language there is. */
export function standardNames(kind: ChannelKind): string[] {
  return (["nb", "nn", "en"] as const).map((locale) => names[kind]({ locale }));
}

/** What a channel is called: by the region, else in each language. */
export function namesOf({ kind, name }: Pick<Channel, "kind" | "name">): string[] {
  return name === "" && kind ? standardNames(kind) : [name];
}
