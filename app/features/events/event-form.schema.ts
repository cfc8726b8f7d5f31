import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { versionField } from "~/platform/http/form-fields";

export const eventKinds = [
  "meeting",
  "dialogue_meeting",
  "network_gathering",
  "webinar",
  "professional_day",
  "conference",
  "podcast_recording",
] as const;

/** The form of an event. Times are judged apart, since they need the region's zone and the clock. */
export function eventFormSchema() {
  const text = (max: number) => z.string().trim().max(max, m.common_too_long({ max }));
  return z
    .object({
      title: text(200).min(1, m.events_title_missing()),
      kind: z.enum(eventKinds, m.common_required()),
      date: z.iso.date(m.events_date_missing()),
      start: z.iso.time({ precision: -1, error: m.events_time_missing() }),
      end: z.iso.time({ precision: -1, error: m.events_time_missing() }),
      place: text(200).default(""),
      link: z.union([z.literal(""), z.url({ protocol: /^https?$/, error: m.events_link_invalid() })]).default(""),
      description: text(5000).default(""),
      replyBy: z.union([z.literal(""), z.iso.date(m.events_date_missing())]).default(""),
      actorId: z
        .union([z.literal("").transform(() => null), z.uuid(m.events_organiser_gone())])
        .nullable()
        .default(null),
      networkId: z
        .union([z.literal("").transform(() => null), z.uuid(m.events_network_gone())])
        .nullable()
        .default(null),
      version: versionField().default(0),
      when: z.enum(["later", "now"]).default("later"),
    })
    .refine((form) => form.replyBy === "" || form.replyBy <= form.date, {
      path: ["replyBy"],
      message: m.events_reply_by_after(),
    });
}

export type EventForm = z.output<ReturnType<typeof eventFormSchema>>;
