import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

const ticked = () =>
  z
    .literal("on")
    .optional()
    .transform((value) => value === "on");

/** The settings of a newsletter, as their form has them. */
export function newsletterSchema() {
  return z.object({
    version: versionField().prefault(0),
    name: textField(120),
    description: linesField(1000),
    toContactPersons: ticked(),
    toNetworkMembers: ticked(),
    audienceId: orNull(z.uuid(), m.newsletters_settings_audience_gone()),
    open: ticked(),
    language: z.enum(["recipient", "nb", "nn", "en"], m.common_required()),
    accent: orNull(z.enum(["fjord", "skifer", "lyng"]), m.common_required()),
    fourEyes: ticked(),
    editors: z.array(z.uuid(m.newsletters_settings_editor_gone())).max(100).prefault([]),
  });
}

export type NewsletterForm = z.output<ReturnType<typeof newsletterSchema>>;
