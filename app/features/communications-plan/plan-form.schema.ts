import { z } from "zod";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { mostSections } from "~/features/communications-plan/plan-fields";
import { m } from "~/i18n/messages/messages";
import { dayField, linesField, versionField } from "~/platform/http/form-fields";

const preparedBy = () =>
  z
    .string()
    .trim()
    .max(500, m.common_too_long({ max: 500 }))
    .prefault("");
const period = () => ({ from: dayField(m.plan_about_day_wrong()), to: dayField(m.plan_about_day_wrong()) });

/** The form of a new plan. */
export function newPlanSchema() {
  return z.object({ ...period(), preparedBy: preparedBy() });
}

/** The form that adopts a plan; it cannot have been adopted after `today`. */
export function adoptPlanSchema(today: string) {
  return z.object({
    version: versionField(),
    adoptedOn: dayField(m.plan_about_adopted_on_wrong(), "1900-01-01", today),
    adoptedBy: z
      .string(m.common_required())
      .trim()
      .min(1, m.common_required())
      .max(500, m.common_too_long({ max: 500 })),
  });
}

/** The form of a plan's text. Sections without a word are left out, and so are those to be removed. */
export function planTextSchema() {
  const section = z
    .object({
      id: z.string().transform((id) => id || null),
      heading: z
        .string()
        .trim()
        .max(200, m.common_too_long({ max: 200 })),
      body: linesField(markdownLimit),
      drop: z.boolean(),
    })
    .refine(({ heading, body, drop }) => drop || heading !== "" || body === "", {
      message: m.plan_about_heading_missing(),
      path: ["heading"],
    });
  return z.object({
    version: versionField(),
    ...period(),
    preparedBy: preparedBy(),
    introduction: linesField(markdownLimit),
    sections: z
      .array(section)
      .max(mostSections, m.plan_about_too_many({ n: mostSections }))
      .transform((all) => all.filter(({ heading, drop }) => !drop && heading !== "")),
  });
}
