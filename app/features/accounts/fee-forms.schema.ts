import { z } from "zod";
import { readPopulation, readRate } from "~/domain/accounts/fees";
import { m } from "~/i18n/messages/messages";
import { orNull, textField, versionField } from "~/platform/http/form-fields";

const yearField = () =>
  z
    .string()
    .trim()
    .regex(/^20\d\d$/, m.accounts_fee_year_wrong())
    .transform(Number);

const rateField = () =>
  z
    .string()
    .refine((text) => readRate(text) !== null, m.accounts_fee_rate_wrong())
    .transform((text) => readRate(text) ?? 0);

const scheme = () => ({
  name: textField(200),
  areaId: orNull(z.uuid(m.accounts_fee_area_gone()), m.accounts_fee_area_gone()),
  guests: z
    .string()
    .optional()
    .transform((text) => text === "yes"),
});

export function newSchemeSchema() {
  return z.object({ ...scheme(), year: yearField(), rate: rateField() });
}

export function schemeSchema() {
  return z.object({ ...scheme(), version: versionField() });
}

export function newYearSchema() {
  return z.object({ year: yearField(), rate: rateField() });
}

export function rateSchema() {
  return z.object({ version: versionField(), rate: rateField() });
}

/** What was seen when the fee was confirmed: its version and its sum in øre. */
export function fixSchema() {
  return z.object({ version: versionField(), sum: z.string().regex(/^\d{1,18}$/) });
}

/** The year the inhabitants were counted, and what was typed for each municipality: empty is not said. */
export function populationsSchema(year: number) {
  return z.object({
    version: versionField(),
    counted: z
      .string()
      .trim()
      .refine((text) => /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= year, {
        message: m.accounts_fee_counted_wrong({ year }),
      })
      .transform(Number),
  });
}

/** The populations of a form, by municipality, from the fields "population.<id>"; a sentence for each that is no number. */
export function readPopulations(form: FormData, ids: readonly string[]) {
  const errors: Record<string, string> = {};
  const said = new Map<string, number | null>();
  for (const id of ids) {
    const typed = form.get(`population.${id}`);
    if (typeof typed !== "string") continue;
    const population = typed.trim() === "" ? null : readPopulation(typed);
    if (typed.trim() !== "" && population === null) errors[`population.${id}`] = m.accounts_fee_population_wrong();
    else said.set(id, population);
  }
  return { errors, said };
}
