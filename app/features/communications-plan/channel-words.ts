import type { Channel, ChannelKind } from "~/domain/communications-plan/channels";
import { m } from "~/i18n/messages/messages";

const names: Record<ChannelKind, () => string> = {
  letter: () => m.plan_channel_letter(),
  dialogue: () => m.plan_channel_dialogue(),
  talk: () => m.plan_channel_talk(),
  conference: () => m.plan_channel_conference(),
  meeting: () => m.plan_channel_meeting(),
  web: () => m.plan_channel_web(),
  podcast: () => m.plan_channel_podcast(),
  webinar: () => m.plan_channel_webinar(),
  other: () => m.plan_channel_other(),
};

/** A channel as pages show it. */
export type ShownChannel = Pick<Channel, "key" | "icon"> & { name: string };

/** A channel of the list with the name the region has given it, else the one every region's has. */
export function shownChannel({ key, icon, kind, name }: Channel): ShownChannel {
  return { key, icon, name: name || names[kind ?? "other"]() };
}
