import { z } from "zod";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { oneLine } from "~/domain/shared/plain-text";
import { m } from "~/i18n/messages/messages";
import { dayField, linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

const kinds = ["decision", "information", "minutes", "other", "opening"] as const;
const line = (max: number) => z.string().trim().max(max, m.common_too_long({ max })).transform(oneLine).prefault("");

const words = () => ({
  title: textField(300).transform(oneLine),
  presentation: linesField(markdownLimit),
  proposal: linesField(markdownLimit),
  version: versionField().prefault(0),
});

/** A case as its form has it. One that is closed says by which law. */
export function caseSchema() {
  return z
    .object({
      ...words(),
      bodyId: z.uuid(m.cases_body_missing()),
      kind: z.enum(kinds, m.common_required()).prefault("decision"),
      proposer: line(200),
      wantedBy: orNull(dayField(m.cases_day_wrong()), m.cases_day_wrong()),
      closed: z
        .literal("on")
        .optional()
        .transform((ticked) => ticked === "on"),
      legalBasis: line(200),
    })
    .superRefine(({ closed, legalBasis }, context) => {
      if (closed && legalBasis === "")
        context.addIssue({ code: "custom", path: ["legalBasis"], message: m.cases_basis_missing() });
    });
}

/** A lettered item or a bullet. */
export function partSchema() {
  return z.object(words());
}
