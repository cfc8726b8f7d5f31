import { z } from "zod";
import { daySchema } from "~/features/responsibility/cell-form.schema";
import { m } from "~/i18n/messages/messages";

const longest = 500;

const dayOrNone = () => z.union([z.literal("").transform(() => null), daySchema()]).default(null);

/** A task: its words, whose it is, its priority areas, and its first and last day, both included. */
export const taskSchema = () =>
  z.object({
    version: z.string().max(100).default(""),
    name: z
      .string(m.common_required())
      .max(10 * longest, m.common_too_long({ max: longest }))
      .transform((typed) => typed.replace(/\s+/g, " ").trim())
      .pipe(
        z
          .string()
          .min(1, m.common_required())
          .max(longest, m.common_too_long({ max: longest })),
      ),
    actor: z.uuid(m.responsibility_task_actor_missing()),
    areas: z.array(z.uuid()).max(100).default([]),
    first: dayOrNone(),
    last: dayOrNone(),
  });

export type TaskFields = z.output<ReturnType<typeof taskSchema>>;
