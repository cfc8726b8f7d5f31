import { feeView } from "~/features/accounts/fee.view.server";
import {
  fixSchema,
  newSchemeSchema,
  newYearSchema,
  populationsSchema,
  rateSchema,
  readPopulations,
  schemeSchema,
} from "~/features/accounts/fee-forms.schema";
import {
  changeRate,
  changeScheme,
  fixFee,
  makeScheme,
  makeYear,
  removeScheme,
  removeYear,
  sayPopulations,
} from "~/features/accounts/keep-fees.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

type Done = { ok: true; to: string; done: string };
type Refusal<A extends string> = { ok: false; about: A; scheme: string; errors: FormErrors; values: FormValues };

const words = {
  taken: () => m.accounts_fee_name_taken(),
  "area-gone": () => m.accounts_fee_area_gone(),
  "changed-meanwhile": () => m.common_changed_meanwhile(),
  fixed: () => m.accounts_fee_is_fixed(),
  unknown: () => m.accounts_fee_unknown_left(),
  empty: () => m.accounts_fee_nobody(),
};

/** A form of the page of schemes; null where it is none of them, or about one that is not there. */
export async function answerSchemesForm(
  db: RegionDb,
  form: FormData,
  slug: string,
): Promise<Done | Refusal<"new" | "scheme" | "year"> | null> {
  const intent = form.get("intent");
  const scheme = String(form.get("scheme") ?? "");
  const no = <A extends "new" | "scheme" | "year">(about: A, refusal: { errors: FormErrors; values: FormValues }) => ({
    ...{ ok: false as const, about, scheme, errors: refusal.errors, values: refusal.values },
  });
  const fees = paths.fees(slug);
  if (intent === "new") {
    const parsed = parseForm(form, newSchemeSchema());
    if (!parsed.ok) return no("new", parsed);
    const made = await makeScheme(db, parsed.value);
    if (made.ok) return { ok: true, to: paths.fee(slug, made.id, parsed.value.year), done: m.accounts_fee_made() };
    return no("new", refuse(form, { [made.reason === "taken" ? "name" : "areaId"]: words[made.reason]() }));
  }
  if (intent === "scheme") {
    const parsed = parseForm(form, schemeSchema());
    if (!parsed.ok) return no("scheme", parsed);
    const saved = await changeScheme(db, { id: scheme, ...parsed.value });
    if (saved.ok) return { ok: true, to: fees, done: m.accounts_fee_saved() };
    if (saved.reason === "not-found") return null;
    const field = { taken: "name", "area-gone": "areaId", "changed-meanwhile": "form" }[saved.reason];
    return no("scheme", refuse(form, { [field]: words[saved.reason]() }));
  }
  if (intent === "remove") {
    const removed = await removeScheme(db, scheme);
    if (removed.ok) return { ok: true, to: fees, done: m.accounts_fee_removed({ name: removed.name }) };
    return removed.reason === "fixed" ? no("scheme", refuse(form, { form: words.fixed() })) : null;
  }
  if (intent !== "year") return null;
  const parsed = parseForm(form, newYearSchema());
  if (!parsed.ok) return no("year", parsed);
  const { year } = parsed.value;
  const made = await makeYear(db, { schemeId: scheme, ...parsed.value });
  if (made.ok) return { ok: true, to: paths.fee(slug, scheme, year), done: m.accounts_fee_year_made({ year }) };
  if (made.reason === "not-found") return null;
  return no("year", refuse(form, { year: m.accounts_fee_year_taken({ year }) }));
}

type Place = { schemeId: string; year: number; slug: string; now: Date };

/** A form of the page of one year; null where it is none of them, or the year is not there. */
export async function answerFeeForm(
  db: RegionDb,
  form: FormData,
  { schemeId, year, slug, now }: Place,
): Promise<Done | Refusal<"rate" | "populations" | "fix"> | null> {
  const intent = form.get("intent");
  const to = paths.fee(slug, schemeId, year);
  const no = <A extends "rate" | "populations" | "fix">(
    about: A,
    { errors, values }: { errors: FormErrors; values: FormValues },
  ) => ({ ok: false as const, about, scheme: schemeId, errors, values });
  if (intent === "rate") {
    const parsed = parseForm(form, rateSchema());
    if (!parsed.ok) return no("rate", parsed);
    const saved = await changeRate(db, { schemeId, year, ...parsed.value });
    if (saved.ok) return { ok: true, to, done: m.accounts_fee_saved() };
    return saved.reason === "not-found" ? null : no("rate", refuse(form, { form: words[saved.reason]() }));
  }
  if (intent === "populations") {
    const parsed = parseForm(form, populationsSchema(year));
    const ids = (await feeView(db, schemeId, year))?.rows.map(({ id }) => id) ?? [];
    const { errors, said } = readPopulations(form, ids);
    if (!parsed.ok) return no("populations", refuse(form, { ...parsed.errors, ...errors }));
    if (Object.keys(errors).length > 0) return no("populations", refuse(form, errors));
    const saved = await sayPopulations(db, { schemeId, year, said, ...parsed.value });
    if (saved.ok) return { ok: true, to, done: m.accounts_fee_populations_saved() };
    return saved.reason === "not-found" ? null : no("populations", refuse(form, { form: words[saved.reason]() }));
  }
  if (intent !== "fix" && intent !== "remove") return null;
  const parsed = parseForm(form, intent === "fix" ? fixSchema() : fixSchema().partial({ sum: true }));
  if (!parsed.ok) return no("fix", refuse(form, { form: m.common_changed_meanwhile() }));
  const { version, sum = "" } = parsed.value;
  if (intent === "remove") {
    const removed = await removeYear(db, { schemeId, year, version });
    if (removed.ok) return { ok: true, to: paths.fees(slug), done: m.accounts_fee_year_removed({ year }) };
    return removed.reason === "not-found" ? null : no("fix", refuse(form, { form: words[removed.reason]() }));
  }
  const fixed = await fixFee(db, { schemeId, year, version, sum, now });
  if (fixed.ok) return { ok: true, to, done: m.accounts_fee_fixed_done() };
  return fixed.reason === "not-found" ? null : no("fix", refuse(form, { form: words[fixed.reason]() }));
}
