import { z } from "zod";
import { daysProblem, longestHolidayName, mostHolidayDays } from "~/domain/regions/holidays";
import { readWrittenDay } from "~/domain/shared/written-day";
import { m } from "~/i18n/messages/messages";

const day = (text: string, context: z.RefinementCtx) => {
  const read = readWrittenDay(text);
  if (!read.ok) context.addIssue({ code: "custom", message: m.regions_holiday_day_invalid() });
  return read.ok ? read.day : "";
};

/** A holiday; an empty last day is the first one. Days come out as ISO days. */
export const holidaySchema = () =>
  z
    .object({
      kind: z.enum(["school", "closed"], m.regions_choose()),
      name: z
        .string(m.common_required())
        .trim()
        .min(1, m.common_required())
        .max(longestHolidayName, m.common_too_long({ max: longestHolidayName })),
      from: z.string(m.common_required()).trim().min(1, m.common_required()).transform(day),
      to: z
        .string()
        .trim()
        .default("")
        .transform((text, context) => (text === "" ? null : day(text, context))),
    })
    .transform(({ to, ...holiday }) => ({ ...holiday, to: to ?? holiday.from }))
    .superRefine((holiday, context) => {
      const problem = holiday.from !== "" && holiday.to !== "" ? daysProblem(holiday) : null;
      if (problem === "reversed")
        context.addIssue({ code: "custom", path: ["to"], message: m.regions_holiday_reversed() });
      if (problem === "too-long")
        context.addIssue({ code: "custom", path: ["to"], message: m.regions_holiday_too_long({ n: mostHolidayDays }) });
    });
