import { z } from "zod";
import { activityStates } from "~/domain/action-plan/activity";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { m } from "~/i18n/messages/messages";
import { dayField, linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

const line = (max: number) => z.string().trim().max(max, m.common_too_long({ max })).prefault("");
const chosen = (message: string) => orNull(z.uuid(message), message);
const yearField = () =>
  z
    .string()
    .trim()
    .regex(/^20\d\d$/, m.action_plan_year_wrong())
    .transform(Number);

/** What is said of an activity: where it stands, why, and what shows it. */
export function statusSchema() {
  return z.object({
    version: versionField(),
    state: z.enum(activityStates, m.action_plan_state_choose()),
    reason: linesField(2000),
    evidence: line(500),
    eventId: chosen(m.action_plan_event_gone()),
    itemId: chosen(m.action_plan_item_gone()),
  });
}

/** An activity with its measure: one of the list, or a new one under a focus area. */
export function activitySchema() {
  return z
    .object({
      version: versionField().prefault(0),
      name: textField(1000),
      timing: line(500),
      ownerId: chosen(m.action_plan_owner_gone()),
      owner: line(200),
      measure: line(80),
      newMeasure: line(500),
    })
    .transform(({ measure, ...rest }) => {
      const [kind, id = ""] = measure.split(":");
      const known = /^[0-9a-f-]{36}$/.test(id);
      return {
        ...rest,
        measureId: kind === "measure" && known ? id : null,
        focusAreaId: kind === "focus-area" && known ? id : null,
      };
    })
    .superRefine(({ measureId, focusAreaId, newMeasure }, context) => {
      if (measureId === null && focusAreaId === null)
        context.addIssue({ code: "custom", path: ["measure"], message: m.action_plan_measure_choose() });
      if (focusAreaId !== null && newMeasure === "")
        context.addIssue({ code: "custom", path: ["newMeasure"], message: m.action_plan_new_measure_missing() });
    })
    .transform((form) => ({ ...form, newMeasure: form.focusAreaId === null ? "" : form.newMeasure }));
}

/** Kroner as people write them, as øre: "350 000", "1 200,50". */
const kroner = () =>
  z
    .string()
    .trim()
    .prefault("")
    .refine(
      (text) => text === "" || /^\d{1,3}(?:[ .\u00a0\u202f]?\d{3}){0,3}(?:,\d{2})?$/.test(text),
      m.action_plan_amount_wrong(),
    )
    .transform((text) => {
      if (text === "") return null;
      const [whole = "0", part = "00"] = text.split(",");
      return BigInt(whole.replace(/\D/g, "")) * 100n + BigInt(part);
    });

export function focusAreaSchema() {
  return z.object({
    version: versionField().prefault(0),
    priorityAreaId: z.uuid(m.action_plan_area_choose()),
    name: textField(200),
    body: linesField(markdownLimit),
    organisation: linesField(5000),
    resources: linesField(5000),
    amount: kroner(),
    positions: orNull(
      z
        .string()
        .regex(/^\d{1,4}$/, m.action_plan_positions_wrong())
        .transform(Number),
      m.action_plan_positions_wrong(),
    ),
    reporting: linesField(5000),
  });
}

export function newPlanSchema() {
  return z.object({ year: yearField(), name: line(200) });
}

export function editPlanSchema() {
  return z.object({ version: versionField(), name: line(200), introduction: linesField(markdownLimit) });
}

/** When and by whom a plan was adopted: in words, or by one of our decisions. */
export function adoptPlanSchema(today: string) {
  return z
    .object({
      version: versionField(),
      adoptedOn: dayField(m.action_plan_adopted_on_wrong(), "2000-01-01", today),
      adoptedBy: line(200),
      itemId: chosen(m.action_plan_item_gone()),
    })
    .superRefine(({ adoptedBy, itemId }, context) => {
      if (adoptedBy === "" && itemId === null)
        context.addIssue({ code: "custom", path: ["adoptedBy"], message: m.action_plan_adopted_by_missing() });
    });
}

export function carryOverSchema() {
  return z.object({
    to: yearField(),
    ids: z.array(z.uuid()).prefault([]),
    texts: z.literal("yes").optional(),
  });
}
