import { z } from "zod";
import { minutesOf } from "~/domain/regions/clock-minutes";
import { m } from "~/i18n/messages/messages";
import { dayField, versionField } from "~/platform/http/form-fields";

const time = () =>
  z
    .string(m.bodies_time_invalid())
    .trim()
    .transform((typed, context) => {
      const minutes = minutesOf(typed.replace(".", ":"));
      if (minutes === null) context.addIssue({ code: "custom", message: m.bodies_time_invalid() });
      return minutes ?? 0;
    });

const line = (max: number) => z.string().trim().max(max, m.common_too_long({ max })).prefault("");

/** A meeting of the plan: which body, when and where. */
export function meetingSchema() {
  return z.object({
    version: versionField().prefault(0),
    bodyId: z.uuid(m.bodies_plan_body_choose()),
    day: dayField(m.bodies_day_invalid()),
    from: time(),
    to: time(),
    place: line(200),
    note: line(500),
  });
}
