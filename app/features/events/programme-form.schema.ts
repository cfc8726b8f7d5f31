import { z } from "zod";
import { oneLine, plainLines } from "~/domain/shared/plain-text";
import { m } from "~/i18n/messages/messages";
import { versionField } from "~/platform/http/form-fields";

/** The form of one item of a programme. Its time is judged apart, since it needs when the event starts. */
export function programmeItemSchema() {
  const line = (max: number) =>
    z
      .string()
      .transform(oneLine)
      .pipe(z.string().max(max, m.common_too_long({ max })))
      .default("");
  return z.object({
    title: line(200).pipe(z.string().min(1, m.events_item_title_missing())),
    speaker: line(200),
    description: z
      .string()
      .transform(plainLines)
      .pipe(z.string().max(2000, m.common_too_long({ max: 2000 })))
      .default(""),
    date: z.union([z.literal(""), z.iso.date(m.events_date_missing())]).default(""),
    time: z.union([z.literal(""), z.iso.time({ precision: -1, error: m.events_time_missing() })]).default(""),
    version: versionField().default(0),
  });
}

export type ProgrammeItemForm = z.output<ReturnType<typeof programmeItemSchema>>;

/** The longest programme that can be pasted. Characters. */
export const pasteAtMost = 20_000;
