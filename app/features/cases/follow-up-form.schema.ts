import { z } from "zod";
import { oneLine } from "~/domain/shared/plain-text";
import { m } from "~/i18n/messages/messages";
import { dayField, linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

/** What is to be done, by whom and when. */
export function followUpSchema() {
  return z.object({
    words: textField(1000).transform(oneLine),
    responsible: z
      .string()
      .trim()
      .max(200, m.common_too_long({ max: 200 }))
      .transform(oneLine)
      .prefault(""),
    dueOn: orNull(dayField(m.cases_day_wrong()), m.cases_day_wrong()),
    version: versionField(),
  });
}

/** Something new to be done, after a decision. */
export function newFollowUpSchema() {
  return followUpSchema()
    .omit({ version: true })
    .extend({ item: z.uuid(m.cases_follow_choose()) });
}

/** That it is done, with a note. */
export function doneSchema() {
  return z.object({ note: linesField(2000), version: versionField() });
}
