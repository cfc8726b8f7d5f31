import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { versionField } from "~/platform/http/form-fields";

/** The form of a plan row: its six cells, of which only the channel must be there. */
export function planRowSchema() {
  const cell = (max: number) =>
    z
      .string()
      .trim()
      .max(max, m.common_too_long({ max }))
      .transform((text) => text.replace(/\r\n?/g, "\n"));
  return z.object({
    version: versionField(),
    channel: cell(500).pipe(z.string().min(1, m.common_required())),
    theme: cell(5000),
    goal: cell(5000),
    timing: cell(500),
    responsible: cell(2000),
    audience: cell(2000),
    areaIds: z.array(z.uuid(m.networks_choice_gone())).max(60).optional(),
  });
}
