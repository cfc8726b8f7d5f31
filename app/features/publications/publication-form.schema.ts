import { z } from "zod";
import { publicationKinds } from "~/domain/publications/kinds";
import { isWebAddress } from "~/domain/shared/web-address";
import { m } from "~/i18n/messages/messages";
import { dayField, linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

/** The most characters the text of a publication may have. */
export const longestText = 20_000;

/** Something said elsewhere, as its form has it. */
export function publicationSchema() {
  const line = (max: number) => z.string().trim().max(max, m.common_too_long({ max })).prefault("");
  return z.object({
    version: versionField().prefault(0),
    kind: z.enum(publicationKinds, m.common_required()),
    title: textField(300),
    day: dayField(m.publications_day_missing()),
    place: line(300),
    author: line(300),
    link: line(2000).refine((link) => link === "" || isWebAddress(link), m.publications_link_invalid()),
    text: linesField(longestText),
    planRowId: orNull(z.uuid(), m.publications_row_gone()),
    actorId: orNull(z.uuid(), m.publications_actor_gone()),
    open: z
      .literal("on")
      .optional()
      .transform((ticked) => ticked === "on"),
  });
}

export type PublicationForm = z.output<ReturnType<typeof publicationSchema>>;
