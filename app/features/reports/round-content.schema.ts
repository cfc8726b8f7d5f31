import { z } from "zod";
import type { RoundContent } from "~/domain/reports/round-content";
import { readRoundForm } from "~/features/reports/round-form.schema";

const text = z.string();
const words = z.record(text, text);
const ore = z.string().regex(/^-?\d{1,18}$/);
const line = z.object({
  ...{ account: text, name: text, group: z.enum(["income", "wages", "other"]) },
  ...{ actual: ore, budget: ore, yearBudget: ore },
});

const content = z.object({
  ...{ region: text, name: text, kind: z.enum(["four_monthly", "half_yearly", "yearly"]), from: text, to: text },
  ...{ previous: text, form: z.unknown().transform(readRoundForm), texts: words },
  rows: z.array(
    z.object({
      ...{ area: text, focusArea: text, strategy: text, measure: text, activity: text, timing: text, owner: text },
      ...{ answers: words, before: words.nullable() },
    }),
  ),
  figures: z.array(
    z.object({
      ...{ key: text, definition: text, label: text, value: ore.nullable(), source: text },
      countedAt: text.nullable(),
    }),
  ),
  projects: z.array(z.object({ number: text, name: text, lines: z.array(line) })),
});

/** A report as it was submitted; anything else is a fault. */
export function readRoundContent(stored: unknown): RoundContent {
  return content.parse(stored);
}
