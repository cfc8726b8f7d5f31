import type { z } from "zod";
import { mostSections, type PlanFields, type SectionFields } from "~/features/communications-plan/plan-fields";
import { planTextSchema } from "~/features/communications-plan/plan-form.schema";
import type { FormErrors } from "~/platform/http/forms.server";

/** What stands in the form of a plan's text. Sections are fields `sections.0.heading`, in the order they are shown. */
export function planFieldsOf(form: FormData): PlanFields {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const sections: SectionFields[] = [];
  // One more than there may be, so that the schema says so.
  for (let at = 0; at <= mostSections && form.has(`sections.${at}.heading`); at++) {
    const field = (name: string) => text(`sections.${at}.${name}`);
    sections.push({
      id: field("id"),
      heading: field("heading"),
      body: field("body"),
      drop: form.has(`sections.${at}.drop`),
    });
  }
  const [version, from, to] = [text("version"), text("from"), text("to")];
  return { version, from, to, preparedBy: text("preparedBy"), introduction: text("introduction"), sections };
}

/** The fields as their schema takes them; a refusal has one sentence per field, by the field's name. */
export function parsePlanFields(
  fields: PlanFields,
): { ok: true; value: z.output<ReturnType<typeof planTextSchema>> } | { ok: false; errors: FormErrors } {
  const parsed = planTextSchema().safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { ok: false, errors };
}

/**
 * The sections after a button that only rearranges the form: "add", "up.2" (the third one up) or "down.2". Null for any
 * other. Nothing is saved.
 */
export function rearranged(sections: readonly SectionFields[], intent: string): SectionFields[] | null {
  if (intent === "add") return [...sections, { id: "", heading: "", body: "", drop: false }];
  const [, way, number] = /^(up|down)\.(\d{1,3})$/.exec(intent) ?? [];
  if (way === undefined) return null;
  const from = Number(number);
  const to = way === "up" ? from - 1 : from + 1;
  const [one, other] = [sections[from], sections[to]];
  return one && other
    ? sections.map((section, at) => (at === from ? other : at === to ? one : section))
    : [...sections];
}
