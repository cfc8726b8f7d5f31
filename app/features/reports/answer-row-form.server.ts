import { data } from "@remix-run/node";
import { isUuid } from "~/domain/shared/ids";
import { chooseActivity, handOverRow } from "~/features/reports/hand-over-row.server";
import { answerField, longAnswers, readAnswersOf } from "~/features/reports/row-answers";
import { removeRow } from "~/features/reports/rows-by-hand.server";
import { saveRow, takeBackRow } from "~/features/reports/save-row.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

export type RefusedRow = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** The version the row has now, when somebody else was first. */
  version?: number;
  /** Whether it asks if a row that says something is to be removed. */
  asks?: boolean;
};

type Of = { access: Access; id: string; version: number; today: string; now: Date; mayFill: boolean; mayEdit: boolean };

/**
 * Does what a form of a row asks: save, deliver, take back, hand over, choose its activity, remove it. A refusal keeps
 * what was typed.
 */
export async function answerRowForm(form: FormData, of: Of) {
  const { access, id, today, now } = of;
  const values = valuesOf(form);
  const intent = values.intent ?? "";
  const version = readVersion(values.version);
  const refuse = (errors: Record<string, string>, status: number) =>
    ({
      ok: false,
      refusal: data<RefusedRow>({ errors, values, ...(status === 409 && { version: of.version }) }, { status }),
    }) as const;
  if (version < 0) return refuse({ form: m.common_changed_meanwhile() }, 409);
  if (intent === "remove") {
    if (!of.mayEdit) return refuse({ form: m.reports_frozen() }, 409);
    const removed = await withRegion(access, (db) => removeRow(db, { id, version, sure: values.sure === "yes" }));
    if (removed.ok) return { ok: true, said: m.reports_row_removed(), removed: true } as const;
    if (removed.reason === "not-found") notFound();
    if (removed.reason === "said")
      return { ok: false, refusal: data<RefusedRow>({ errors: {}, values, asks: true }) } as const;
    return refuse({ form: removed.reason === "frozen" ? m.reports_frozen() : m.common_changed_meanwhile() }, 409);
  }
  if (intent === "owner" || intent === "activity") {
    if (!of.mayEdit) return refuse({ form: m.reports_frozen() }, 409);
    const chosen = values[intent === "owner" ? "ownerId" : "activityId"] ?? "";
    const isNone = chosen === "" || chosen === "none";
    if (!isNone && !isUuid(chosen))
      return refuse({ [intent === "owner" ? "ownerId" : "activityId"]: gone(intent) }, 400);
    if (intent === "activity" && chosen === "") return refuse({ activityId: m.reports_activity_choose() }, 400);
    const wanted = isNone ? null : chosen;
    const besides = form.getAll("besides").map(String);
    if (!besides.every(isUuid)) return refuse({ besides: gone(intent) }, 400);
    const done = await withRegion(access, (db) =>
      intent === "owner"
        ? handOverRow(db, { id, version, ownerId: wanted, today })
        : chooseActivity(db, { id, version, activityId: wanted, besides: chosen === "none" ? [] : besides }),
    );
    if (done.ok) return { ok: true, said: said[intent](), removed: false } as const;
    if (done.reason === "not-found") notFound();
    if (done.reason === "frozen") return refuse({ form: m.reports_frozen() }, 409);
    if (done.reason === "changed-meanwhile") return refuse({ form: m.common_changed_meanwhile() }, 409);
    return refuse({ [intent === "owner" ? "ownerId" : "activityId"]: gone(intent) }, 400);
  }
  if (!of.mayFill) return refuse({ form: m.reports_frozen() }, 409);
  const answers = readAnswersOf(values);
  const long = longAnswers(answers);
  if (Object.keys(long).length > 0) return refuse(long, 400);
  const deliver = intent === "deliver";
  const saved = await withRegion(access, (db) =>
    intent === "take-back" ? takeBackRow(db, { id, version }) : saveRow(db, { id, version, answers, deliver }, now),
  );
  if (saved.ok) {
    const said = intent === "take-back" ? m.reports_taken_back() : deliver ? m.reports_delivered() : m.reports_saved();
    return { ok: true, said, removed: false } as const;
  }
  if (saved.reason === "missing")
    return refuse(Object.fromEntries(saved.keys.map((key) => [answerField(key), m.common_required()])), 400);
  if (saved.reason === "not-found") notFound();
  const words = {
    frozen: m.reports_frozen(),
    delivered: m.reports_is_delivered(),
    "changed-meanwhile": m.common_changed_meanwhile(),
  };
  return refuse({ form: words[saved.reason] }, 409);
}

const said = { owner: () => m.reports_handed_over(), activity: () => m.reports_activity_chosen() };

const gone = (what: "owner" | "activity") =>
  what === "owner" ? m.action_plan_owner_gone() : m.reports_activity_gone();
