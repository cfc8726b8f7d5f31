import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { versionField } from "~/platform/http/form-fields";

/** How long the words of "when" may be: no plan says a time in more. */
export const timingMax = 500;

/**
 * The form of a plan row: its six cells, of which only the channel must be there, what is chosen of the region's lists,
 * and notes. What a form does not have is left as it is.
 */
export function planRowSchema() {
  const cell = (max: number) =>
    z
      .string()
      .trim()
      .max(max, m.common_too_long({ max }))
      .transform((text) => text.replace(/\r\n?/g, "\n"));
  const choice = () =>
    z
      .union([z.literal("").transform(() => null), z.uuid(m.networks_choice_gone())], m.networks_choice_gone())
      .optional();
  return z.object({
    version: versionField(),
    channel: cell(500).pipe(z.string().min(1, m.common_required())),
    theme: cell(5000),
    goal: cell(5000),
    timing: cell(timingMax),
    responsible: cell(2000),
    audience: cell(2000),
    channelId: choice(),
    audienceId: choice(),
    notes: cell(10_000).optional(),
    areaIds: z.array(z.uuid(m.networks_choice_gone())).max(60).optional(),
  });
}
