import { z } from "zod";
import { isUnclear, readMoney } from "~/domain/accounts/money";
import { accountGroups } from "~/domain/shared/account-sums";
import { m } from "~/i18n/messages/messages";
import { orNull, textField, versionField } from "~/platform/http/form-fields";

/** A project: its number in the accounting system, its name, and the focus area it belongs to. */
export function projectSchema() {
  return z.object({
    version: versionField().prefault(0),
    number: textField(40),
    name: textField(200),
    focusAreaId: orNull(z.uuid(m.accounts_focus_area_gone()), m.accounts_focus_area_gone()),
  });
}

/** Kroner as people write them, as øre; nothing is nil. */
const kroner = () =>
  z
    .string()
    .trim()
    .prefault("")
    .transform((text, context) => {
      const ore = text === "" ? 0n : readMoney(text);
      if (isUnclear(text)) context.addIssue({ code: "custom", message: m.accounts_amount_unclear({ text }) });
      if (ore === null) context.addIssue({ code: "custom", message: m.accounts_amount_wrong() });
      return ore ?? 0n;
    });

/** A line of accounts as a person enters it. `seen`: what the form was filled from. */
export function lineSchema() {
  return z.object({
    seen: z.string().prefault(""),
    projectId: z.uuid(m.accounts_project_choose()),
    account: textField(40),
    name: z
      .string()
      .trim()
      .max(200, m.common_too_long({ max: 200 }))
      .prefault(""),
    group: z.enum(accountGroups, m.accounts_group_choose()),
    ...{ actual: kroner(), budget: kroner(), yearBudget: kroner() },
  });
}
