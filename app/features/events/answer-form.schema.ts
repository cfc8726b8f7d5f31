import { z } from "zod";
import { m } from "~/i18n/messages/messages";

/** How much may be written with an answer. Characters. */
const most = 1000;

/**
 * The form of an answer. A field that the page does not show is absent, and leaves what stood. A page that anybody with
 * the link may see does not show the needs that stand: `newNeeds` replaces them and `forgetNeeds` takes them away.
 */
export function answerFormSchema() {
  const text = z
    .string()
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most, m.common_too_long({ max: most })))
    .optional();
  return z
    .object({
      answer: z.enum(["accepted", "tentative", "declined"], m.events_answer_choose()),
      comment: text,
      needs: text,
      newNeeds: text,
      forgetNeeds: z.string().optional(),
    })
    .transform(({ answer, comment, needs, newNeeds, forgetNeeds }) => ({
      answer,
      comment,
      needs: needs ?? (forgetNeeds ? "" : newNeeds || undefined),
    }));
}
