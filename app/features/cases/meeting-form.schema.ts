import { z } from "zod";
import { oneLine } from "~/domain/shared/plain-text";
import { m } from "~/i18n/messages/messages";
import { dayField, orNull } from "~/platform/http/form-fields";

const time = () => orNull(z.iso.time({ precision: -1, error: m.events_time_missing() }), m.events_time_missing());

/** A meeting of a body: when and where, or electronic with the moment the members answer by. */
export function meetingSchema() {
  return z
    .object({
      day: dayField(m.events_date_missing()),
      from: time(),
      to: time(),
      place: z
        .string()
        .trim()
        .max(200, m.common_too_long({ max: 200 }))
        .transform(oneLine)
        .prefault(""),
      electronic: z
        .literal("on")
        .optional()
        .transform((ticked) => ticked === "on"),
      answerDay: orNull(dayField(m.events_date_missing()), m.events_date_missing()),
      answerTime: time(),
    })
    .superRefine(({ electronic, from, to, answerDay }, context) => {
      const miss = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (electronic && !answerDay) miss("answerDay", m.cases_answer_by_missing());
      if (!electronic && !from) miss("from", m.events_time_missing());
      if (!electronic && !to) miss("to", m.events_time_missing());
    })
    .transform(({ from, to, ...rest }) => ({ ...rest, from: minutesOf(from), to: minutesOf(to) }));
}

const minutesOf = (time: string | null) =>
  time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
