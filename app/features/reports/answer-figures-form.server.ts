import { data } from "@remix-run/node";
import { countFigures } from "~/features/reports/count-figures.server";
import { figureVersionField, sourceField, valueField } from "~/features/reports/figure-fields";
import { saveFigures } from "~/features/reports/save-figures.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
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
    keys.flatMap((key) => {
      const [value, source, version] = [valueField, sourceField, figureVersionField].map((field) => values[field(key)]);
      return value === undefined ? [] : [[key, { value, source: source ?? "", version: version ?? "" }] as const];
    }),
  );
  const saved = await withRegion(access, (db) => saveFigures(db, { roundId, typed }));
  if (saved.ok) return { ok: true, said: m.reports_figures_saved() } as const;
  if (saved.reason === "not-found") notFound();
  if (saved.reason === "frozen") return refusal(form, { form: m.reports_frozen() }, 409);
  if (saved.reason === "unread") {
    const errors = {
      ...on(saved.numbers, valueField, m.reports_own_not_number()),
      ...on(saved.sources, sourceField, m.reports_own_no_source()),
    };
    return refusal(form, errors, 400);
  }
  for (const key of saved.keys) form.delete(figureVersionField(key));
  return refusal(form, on(saved.keys, valueField, m.reports_written_meanwhile()), 409);
}

const on = (keys: string[], field: (key: string) => string, words: string): FormErrors =>
  Object.fromEntries(keys.map((key) => [field(key), words]));

const refusal = (form: FormData, errors: FormErrors, status: number) =>
  ({ ok: false, refusal: data(refuse(form, errors), { status }) }) as const;
