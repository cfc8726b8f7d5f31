import { z } from "zod";
import { gatheringsAtMost, type SeriesRule } from "~/domain/events/series";
import { oneLine } from "~/domain/shared/plain-text";
import { m } from "~/i18n/messages/messages";
import { dayField } from "~/platform/http/form-fields";

/** The form of an event that is made once more. */
export function duplicateSchema() {
  return z.object({
    title: z
      .string()
      .transform(oneLine)
      .pipe(
        z
          .string()
          .min(1, m.events_title_missing())
          .max(200, m.common_too_long({ max: 200 })),
      ),
    date: dayField(m.events_date_missing(), "2000-01-01"),
  });
}

/** When the gatherings of a series are, as the form says. */
export function seriesSchema() {
  const number = (max: number) =>
    z.coerce
      .number(m.events_series_number({ max }))
      .int(m.events_series_number({ max }))
      .min(1, m.events_series_number({ max }))
      .max(max, m.events_series_number({ max }));
  return z
    .object({
      way: z.enum(["weeks", "months", "days"], m.common_required()),
      every: number(52).default(1),
      count: number(gatheringsAtMost).default(1),
      written: z
        .string()
        .max(2000, m.common_too_long({ max: 2000 }))
        .default(""),
    })
    .refine((form) => form.way !== "days" || form.written.trim() !== "", {
      path: ["written"],
      message: m.events_series_days_missing(),
    })
    .transform(
      ({ way, every, count, written }): SeriesRule => (way === "days" ? { way, written } : { way, every, count }),
    );
}
