import { z } from "zod";

/** What somebody chooses on the page of her mail: boxes that are ticked, and a language. */
export function preferencesSchema() {
  const ticked = z
    .literal("on")
    .optional()
    .transform((value) => value === "on");
  return z
    .object({
      newsletter: z.array(z.uuid()).max(200).prefault([]),
      invitations: ticked,
      reminders: ticked,
      locale: z.union([z.literal("").transform(() => null), z.enum(["nb", "nn", "en"])]),
    })
    .transform(({ newsletter, ...rest }) => ({ newsletterIds: newsletter, ...rest }));
}
