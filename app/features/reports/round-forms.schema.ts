import { z } from "zod";
import { roundKinds } from "~/domain/reports/period";
import { m } from "~/i18n/messages/messages";
import { dayField, linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

const earliest = "2000-01-01";
const day = () => dayField(m.reports_day_wrong(), earliest);
const perhapsDay = () => orNull(day(), m.reports_day_wrong());
const chosen = (message: string) => orNull(z.uuid(message), message);

/** A round: what it is called, its period, and when rows and report are due. */
const dates = () => ({ name: textField(200), rowsBy: perhapsDay(), submitBy: perhapsDay() });

type Dates = { rowsBy: string | null; submitBy: string | null };

function inOrder({ rowsBy, submitBy }: Dates, context: z.RefinementCtx) {
  if (rowsBy && submitBy && rowsBy > submitBy)
    context.addIssue({ code: "custom", path: ["rowsBy"], message: m.reports_rows_after_submit() });
}

export function newRoundSchema() {
  return z
    .object({
      ...dates(),
      kind: z.enum(roundKinds, m.reports_kind_choose()),
      from: day(),
      to: day(),
      planId: chosen(m.reports_plan_gone()),
      previousId: chosen(m.reports_previous_gone()),
    })
    .superRefine((round, context) => {
      if (round.from > round.to)
        context.addIssue({ code: "custom", path: ["to"], message: m.reports_period_backwards() });
      inOrder(round, context);
    });
}

/** A row that is added by hand. */
export function newRowSchema() {
  return z.object({
    ...{ area: linesField(300), focusArea: linesField(300), strategy: linesField(500), measure: linesField(500) },
    ...{ activity: linesField(2000), timing: linesField(200) },
    ownerId: chosen(m.action_plan_owner_gone()),
    activityId: chosen(m.reports_activity_gone()),
  });
}

export function roundFactsSchema() {
  return z.object({ version: versionField(), ...dates() }).superRefine(inOrder);
}
