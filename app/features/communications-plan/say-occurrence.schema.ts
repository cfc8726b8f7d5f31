import { z } from "zod";
import { occurrenceStates } from "~/domain/communications-plan/row-state";
import { m } from "~/i18n/messages/messages";

/** What is said of one time of a row; an empty state takes it back. */
export function sayOccurrenceSchema() {
  return z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    state: z.union([z.enum(occurrenceStates), z.literal("").transform(() => null)]),
    reason: z
      .string()
      .trim()
      .max(500, m.common_too_long({ max: 500 }))
      .default(""),
    seen: z.string().max(40).default(""),
  });
}
