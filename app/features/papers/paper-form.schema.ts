import { z } from "zod";
import { longestName } from "~/domain/papers/paper-name";
import { isWebAddress } from "~/domain/shared/web-address";
import { m } from "~/i18n/messages/messages";
import { orNull, textField } from "~/platform/http/form-fields";

/** What of a paper can be changed once it is there. */
export function paperSchema() {
  return z.object({
    /** What the form was filled from. */
    stamp: z.string().max(5000).prefault(""),
    name: textField(longestName),
    link: z
      .string()
      .trim()
      .max(2000)
      .refine((link) => link === "" || isWebAddress(link), m.papers_link_wrong())
      .prefault(""),
    itemId: orNull(z.uuid(), m.common_required()),
    open: z
      .literal("on")
      .optional()
      .transform((ticked) => ticked === "on"),
  });
}

export type PaperForm = z.output<ReturnType<typeof paperSchema>>;
