import { z } from "zod";
import { daysBetween } from "~/domain/shared/days";
import { oneLine, plainLines } from "~/domain/shared/plain-text";
import { isWebAddress } from "~/domain/shared/web-address";
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

export const eventLanguages = ["nb", "nn", "en"] as const;

/** Whom an event is for, as its form names it, where it is no audience of the region. */
export const audienceKinds = ["contact_persons", "network_members", "body_members"] as const;

/** An event lasts this many days at most. */
const longest = 31;

/** The form of an event. Times are judged apart, since they need the region's zone and the clock. */
export function eventFormSchema() {
  const line = (max: number) =>
    z
      .string()
      .transform(oneLine)
      .pipe(z.string().max(max, m.common_too_long({ max })));
  const link = () =>
    z
      .string()
      .trim()
      .max(2000, m.common_too_long({ max: 2000 }))
      .refine((typed) => typed === "" || isWebAddress(typed), m.events_link_invalid())
      .default("");
  const idOrNone = (message: string) =>
    z
      .union([z.literal("").transform(() => null), z.uuid(message)])
      .nullable()
      .default(null);
  const ids = () => z.array(z.uuid(m.events_choice_gone())).max(60, m.events_choice_gone()).default([]);
  const days = (message: string) => z.union([z.literal(""), z.iso.date(message)]).default("");
  return z
    .object({
      title: line(200).pipe(z.string().min(1, m.events_title_missing())),
      kind: z.enum(eventKinds, m.common_required()),
      date: z.iso.date(m.events_date_missing()),
      endDate: days(m.events_date_missing()),
      start: z.iso.time({ precision: -1, error: m.events_time_missing() }),
      end: z.iso.time({ precision: -1, error: m.events_time_missing() }),
      place: line(200).default(""),
      link: link(),
      description: z
        .string()
        .transform(plainLines)
        .pipe(z.string().max(5000, m.common_too_long({ max: 5000 })))
        .default(""),
      replyBy: days(m.events_date_missing()),
      actorId: idOrNone(m.events_organiser_gone()),
      networkId: idOrNone(m.events_network_gone()),
      organiserIds: ids(),
      responsibleId: idOrNone(m.events_responsible_gone()),
      language: z
        .enum(["", ...eventLanguages], m.events_choice_gone())
        .nullable()
        .default(null)
        .transform((language) => language || null),
      audience: z.union([z.enum(["", ...audienceKinds]), z.uuid()], m.events_audience_gone()).default(""),
      areaIds: ids(),
      joinLink: link(),
      open: z
        .union([z.literal("on"), z.boolean()])
        .optional()
        .transform((ticked) => ticked === "on" || ticked === true),
      callsDeputies: z
        .union([z.literal("on"), z.boolean()])
        .optional()
        .transform((ticked) => ticked === "on" || ticked === true),
      /** The row of a plan it belongs to; left out, what stands stands. */
      row: z
        .union([z.literal("").transform(() => null), z.uuid(m.events_row_gone())])
        .nullable()
        .optional(),
      /** The slugs of the regions it is held together with. */
      partners: z.array(z.string().max(100)).max(60).default([]),
      version: versionField().default(0),
      when: z.enum(["later", "now"]).default("later"),
    })
    .refine((form) => form.replyBy === "" || form.replyBy <= form.date, {
      path: ["replyBy"],
      message: m.events_reply_by_after(),
    })
    .refine((form) => form.endDate === "" || form.endDate >= form.date, {
      path: ["endDate"],
      message: m.events_end_date_before(),
    })
    .refine((form) => form.endDate === "" || daysBetween(form.date, form.endDate) < longest, {
      path: ["endDate"],
      message: m.events_end_date_far({ max: longest }),
    });
}

export type EventForm = z.output<ReturnType<typeof eventFormSchema>>;
