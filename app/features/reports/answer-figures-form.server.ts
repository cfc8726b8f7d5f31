import { data } from "@remix-run/node";
import { countFigures } from "~/features/reports/count-figures.server";
import { sourceField, valueField } from "~/features/reports/figure-fields";
import { saveFigures } from "~/features/reports/save-figures.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { type FormErrors, refuse, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

const longest = 500;

/** Counts the figures of a round, or saves those that are typed. A refusal keeps what was typed. */
export async function answerFiguresForm(
  form: FormData,
  { access, roundId, keys, now }: { access: Access; roundId: string; keys: string[]; now: Date },
) {
  const values = valuesOf(form);
  if (values.intent === "count") {
    const counted = await withRegion(access, (db) => countFigures(db, roundId, now));
    if (counted.ok) return { ok: true, said: m.reports_counted_done({ n: counted.counted }) } as const;
    return refusal(form, { form: m.reports_frozen() }, 409);
  }
  const long = keys.filter((key) => (values[sourceField(key)] ?? "").length > longest);
  if (long.length > 0) return refusal(form, on(long, sourceField, m.common_too_long({ max: longest })), 400);
  const typed = new Map(
    keys.map((key) => [key, { value: values[valueField(key)] ?? "", source: values[sourceField(key)] ?? "" }]),
  );
  const version = readVersion(values.version);
  const saved = await withRegion(access, (db) => saveFigures(db, { roundId, version, typed }));
  if (saved.ok) return { ok: true, said: m.reports_figures_saved() } as const;
  if (saved.reason === "not-found") notFound();
  if (saved.reason === "unread") {
    const errors = {
      ...on(saved.numbers, valueField, m.reports_own_not_number()),
      ...on(saved.sources, sourceField, m.reports_own_no_source()),
    };
    return refusal(form, errors, 400);
  }
  const why = saved.reason === "frozen" ? m.reports_frozen() : m.common_changed_meanwhile();
  return refusal(form, { form: why }, 409);
}

const on = (keys: string[], field: (key: string) => string, words: string): FormErrors =>
  Object.fromEntries(keys.map((key) => [field(key), words]));

const refusal = (form: FormData, errors: FormErrors, status: number) =>
  ({ ok: false, refusal: data(refuse(form, errors), { status }) }) as const;
