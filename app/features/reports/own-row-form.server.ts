import { isUuid } from "~/domain/shared/ids";
import type { OwnRowInput, SavedOwnRow } from "~/features/reports/own-rows.view.server";
import type { RefusedOwnRow } from "~/features/reports/own-rows-page";
import { answerField, longAnswers, readAnswersOf } from "~/features/reports/row-answers";
import { m } from "~/i18n/messages/messages";
import { valuesOf } from "~/platform/http/forms.server";

type Read = { ok: true; value: OwnRowInput } | { ok: false; refused: RefusedOwnRow };

/** What the holder of a link sent of one row. */
export function readOwnRowForm(form: FormData, today: string): Read {
  const values = valuesOf(form);
  const { row = "", version = "", ownerId = "", intent = "" } = values;
  const what = (["save", "deliver", "take-back", "hand-over"] as const).find((one) => one === intent);
  if (!isUuid(row) || !what || !/^\d{1,9}$/.test(version))
    return { ok: false, refused: refusedOwnRow(form, { reason: "failed" }) };
  const answers = readAnswersOf(values);
  const errors = longAnswers(answers);
  if (Object.keys(errors).length > 0) return { ok: false, refused: { row, values, errors } };
  const owner = isUuid(ownerId) ? ownerId : "";
  return { ok: true, value: { id: row, version: Number(version), answers, intent: what, ownerId: owner, today } };
}

type Refused = Extract<SavedOwnRow, { ok: false }> | { reason: "failed" };

/** A refusal in words, with all that was typed. */
export function refusedOwnRow(form: FormData, refused: Refused): RefusedOwnRow {
  const values = valuesOf(form);
  const say = (errors: Record<string, string>) => ({ row: values.row ?? "", values, errors });
  if (refused.reason === "missing")
    return say(Object.fromEntries(refused.keys.map((key) => [answerField(key), m.common_required()])));
  if (refused.reason === "owner-gone") return say({ ownerId: m.reports_own_choose_whom() });
  const words = {
    failed: m.reports_own_failed(),
    gone: m.reports_own_gone_why(),
    "not-found": m.reports_own_not_yours(),
    frozen: m.reports_frozen(),
    delivered: m.reports_is_delivered(),
    "changed-meanwhile": m.common_changed_meanwhile(),
  };
  return say({ form: words[refused.reason] });
}
