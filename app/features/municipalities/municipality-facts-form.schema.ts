import { z } from "zod";
import { isDay } from "~/domain/shared/days";
import { writtenStandardSchema } from "~/features/municipalities/municipality-form.schema";
import { m } from "~/i18n/messages/messages";

/** A day of a form's own kind; empty is null. */
const day = () =>
  z
    .string()
    .optional()
    .transform((text) => text?.trim() || null)
    .refine((text) => text === null || isDay(text), m.municipalities_day_invalid());

/** A whole number in a span, with or without spaces; empty is null. */
const whole = (least: number, most: number, message: string) =>
  z
    .string()
    .optional()
    .transform((text) => text?.replace(/[\s.]/gu, "") ?? "")
    .refine((text) => text === "" || (/^\d{1,8}$/.test(text) && Number(text) >= least && Number(text) <= most), message)
    .transform((text) => (text === "" ? null : Number(text)));

/**
 * The facts of a municipality. A population needs its year, and the year a population.
 *
 * @param thisYear the last year a population can be of
 */
export function municipalityFactsSchema(thisYear: number) {
  return z
    .object({
      seen: z.string().max(40).default(""),
      population: whole(0, 5_000_000, m.municipalities_population_invalid()),
      populationYear: whole(1900, thisYear, m.municipalities_population_year_invalid({ year: thisYear })),
      standard: writtenStandardSchema().shape.standard,
      from: day(),
      last: day(),
    })
    .refine(({ population, populationYear }) => population === null || populationYear !== null, {
      path: ["populationYear"],
      message: m.municipalities_population_year_missing(),
    })
    .refine(({ population, populationYear }) => populationYear === null || population !== null, {
      path: ["population"],
      message: m.municipalities_population_missing(),
    })
    .refine(({ from, last }) => from === null || last === null || last >= from, {
      path: ["last"],
      message: m.municipalities_last_before_first(),
    });
}

export type MunicipalityFactsInput = z.output<ReturnType<typeof municipalityFactsSchema>>;
