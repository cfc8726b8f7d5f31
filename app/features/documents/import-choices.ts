import { z } from "zod";
import type { Period } from "~/domain/documents/types";
import { conflictField, joinField } from "~/features/documents/import-fields";

const day = z.iso.date();

/**
 * How a person settled what the document leaves open: doubtful joins by the doubt's id, rows edited meanwhile by the
 * row's id in the product ("keep" unless told), and the period of a plan that states none.
 */
const choicesSchema = z.object({
  joins: z.record(z.string(), z.enum(["space", "none", "new-row"])).catch({}),
  conflicts: z.record(z.string(), z.enum(["keep", "take"])).catch({}),
  period: z.object({ from: day, to: day }).nullable().catch(null),
});

export type ImportChoices = z.output<typeof choicesSchema>;

export const noChoices: ImportChoices = { joins: {}, conflicts: {}, period: null };

/** Choices as the database keeps them; what is missing or unreadable counts as not chosen. */
export function readChoices(kept: unknown): ImportChoices {
  return choicesSchema.catch(noChoices).parse(kept);
}

/** The choices of a submitted preview, on top of those made before. */
export function choicesOf(form: FormData, before: ImportChoices, period: Period | null): ImportChoices {
  const under = (prefix: string) =>
    Object.fromEntries(
      [...form].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
    );
  const made = readChoices({ joins: under(joinField("")), conflicts: under(conflictField("")) });
  return {
    joins: { ...before.joins, ...made.joins },
    conflicts: { ...before.conflicts, ...made.conflicts },
    period: period ?? before.period,
  };
}

/** The years of a period, as `yearsPeriod` takes them: "2021" or "2021-2023". Null for anything else. */
export function readYears(text: string): Period | null {
  const years = /^\s*(20\d\d)(?:\s*[-–]\s*(20\d\d))?\s*$/.exec(text);
  return years?.[1] ? yearsPeriod(years[1], years[2] ?? years[1]) : null;
}

/** Whole years, first to last; null when they are no years of this century or stand in the wrong order. */
export function yearsPeriod(from: string, to: string): Period | null {
  if (!/^20\d\d$/.test(from) || !/^20\d\d$/.test(to) || from > to) return null;
  return { from: `${from}-01-01`, to: `${to}-12-31` };
}
