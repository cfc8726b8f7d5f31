import { z } from "zod";
import type { RoundForm } from "~/domain/reports/round-form";

const key = z.string().min(1).max(60);

const form = z.object({
  columns: z.array(
    z.object({ key, label: z.string(), help: z.string().default(""), required: z.boolean().default(false) }),
  ),
  texts: z.array(z.object({ key, heading: z.string(), help: z.string().default("") })),
  figures: z.array(z.object({ key, definition: z.string(), label: z.string().default("") })),
});

/** What a round asks for, as it is kept; anything else than a form is a fault. */
export function readRoundForm(stored: unknown): RoundForm {
  return form.parse(stored);
}

const answers = z.record(z.string(), z.string());

/** The answers of a row, or the texts of a round, by key, as they are kept. */
export function readAnswers(stored: unknown): Record<string, string> {
  return answers.parse(stored);
}
