import { z } from "zod";
import type { Words } from "~/domain/newsletters/words";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { isWebAddress } from "~/domain/shared/web-address";
import { m } from "~/i18n/messages/messages";
import { linesField, versionField } from "~/platform/http/form-fields";

/** How long each written part may be. Characters. */
export const longest = { subject: 150, heading: 150, body: markdownLimit, linkLabel: 80, imageAlt: 300 };

const written = ["subject", "heading", "body", "linkLabel", "imageAlt"] as const;
const languages = ["nb", "nn", "en"] as const;

/** The words of one item as its form sends them: "body_nn" and so on. A language the form does not have is not there. */
export function itemSchema() {
  const line = (max: number) => linesField(max).transform((text) => text.replaceAll("\n", " "));
  const fields = Object.fromEntries(
    written.flatMap((part) =>
      languages.map((language) => [
        `${part}_${language}`,
        (part === "body" ? linesField(longest.body) : line(longest[part])).optional(),
      ]),
    ),
  ) as Record<string, z.ZodOptional<z.ZodType<string>>>;
  return z
    .object({
      version: versionField(),
      /** Which window of a browser it is written in; empty without script. */
      writer: z
        .string()
        .regex(/^[\w-]{0,40}$/)
        .prefault(""),
      link: z
        .string()
        .trim()
        .max(2000)
        .refine((link) => link === "" || isWebAddress(link), m.newsletters_link_wrong())
        .optional(),
      ...fields,
    })
    .transform(({ version, writer, link, ...rest }) => {
      const words = (part: string): Words =>
        Object.fromEntries(
          languages.flatMap((language) => {
            const text = (rest as Record<string, string | undefined>)[`${part}_${language}`];
            return text === undefined ? [] : [[language, text]];
          }),
        );
      return {
        version,
        writer,
        link,
        words: {
          subject: words("subject"),
          heading: words("heading"),
          body: words("body"),
          linkLabel: words("linkLabel"),
          imageAlt: words("imageAlt"),
        },
      };
    });
}

export type ItemForm = z.output<ReturnType<typeof itemSchema>>;
