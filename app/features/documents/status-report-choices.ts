import { z } from "zod";
import { isDay } from "~/domain/shared/days";
import { conflictField, joinField } from "~/features/documents/import-fields";
import { rowField } from "~/features/documents/status-report-fields";

const words = z.record(z.string(), z.string());

/**
 * How a person settled what a status report leaves open: what a page's end cut, what the round says otherwise, which
 * activity a row is about, and the name, kind and days of the round where they are not to be as the report says. Days
 * are ISO days; empty is as the report says.
 */
const choicesSchema = z.object({
  joins: z.record(z.string(), z.enum(["space", "none", "new-row"])).catch({}),
  conflicts: z.record(z.string(), z.enum(["keep", "take"])).catch({}),
  rows: words.catch({}),
  name: z.string().max(200).catch(""),
  kind: z.enum(["four_monthly", "half_yearly", "yearly", ""]).catch(""),
  from: z.string().refine(isDay).catch(""),
  to: z.string().refine(isDay).catch(""),
});

export type StatusReportChoices = z.output<typeof choicesSchema>;

export const noStatusChoices: StatusReportChoices = {
  ...{ joins: {}, conflicts: {}, rows: {} },
  ...{ name: "", kind: "", from: "", to: "" },
};

/** Choices as the database keeps them; what is missing or unreadable counts as not chosen. */
export function readStatusChoices(kept: unknown): StatusReportChoices {
  return choicesSchema.catch(noStatusChoices).parse(kept);
}

/** The choices of a submitted preview, on top of those made before. */
export function statusChoicesOf(form: FormData, before: StatusReportChoices): StatusReportChoices {
  const under = (prefix: string) =>
    Object.fromEntries(
      [...form].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
    );
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const made = readStatusChoices({
    ...{ joins: under(joinField("")), conflicts: under(conflictField("")), rows: under(rowField("")) },
    ...{ name: said("name").slice(0, 200), kind: said("kind"), from: said("from"), to: said("to") },
  });
  return {
    joins: { ...before.joins, ...made.joins },
    conflicts: { ...before.conflicts, ...made.conflicts },
    rows: { ...before.rows, ...made.rows },
    name: made.name || before.name,
    kind: made.kind || before.kind,
    from: made.from || before.from,
    to: made.to || before.to,
  };
}
