import type { ChannelKind } from "~/domain/communications-plan/channels";
import { m } from "~/i18n/messages/messages";
import type { IconName } from "~/ui/icon";

/** The name and the icon of a family of channels. */
export const channels: Record<ChannelKind, { name: () => string; icon: IconName }> = {
  letter: { name: () => m.plan_channel_letter(), icon: "newsletter" },
  dialogue: { name: () => m.plan_channel_dialogue(), icon: "chat" },
  talk: { name: () => m.plan_channel_talk(), icon: "presentation" },
  conference: { name: () => m.plan_channel_conference(), icon: "megaphone" },
  meeting: { name: () => m.plan_channel_meeting(), icon: "person-group" },
  web: { name: () => m.plan_channel_web(), icon: "globe" },
  podcast: { name: () => m.plan_channel_podcast(), icon: "microphone" },
  webinar: { name: () => m.plan_channel_webinar(), icon: "video" },
  other: { name: () => m.plan_channel_other(), icon: "file" },
};
