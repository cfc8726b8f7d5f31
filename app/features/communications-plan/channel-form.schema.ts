import { z } from "zod";
import { channelIcons } from "~/domain/communications-plan/channels";
import { m } from "~/i18n/messages/messages";

const wordLength = { min: 2, max: 60 };
const wordsAtMost = 40;

/** The form of a channel: its words come out one by one, in lower case. */
export function channelSchema() {
  return z.object({
    name: z
      .string()
      .trim()
      .max(60, m.common_too_long({ max: 60 }))
      .default(""),
    icon: z.enum(channelIcons, m.plan_channels_icon_missing()),
    words: z
      .string()
      .default("")
      .transform((typed) =>
        typed
          .split(/[,;\n]/)
          .map((word) => word.trim().replace(/\s+/g, " ").toLowerCase())
          .filter((word) => word !== ""),
      )
      .refine((words) => words.length <= wordsAtMost, m.plan_channels_words_many({ max: wordsAtMost }))
      .refine(
        (words) => words.every(({ length }) => length >= wordLength.min && length <= wordLength.max),
        m.plan_channels_words_length(wordLength),
      ),
    seen: z.string().max(40).default(""),
  });
}
