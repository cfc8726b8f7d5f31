import { z } from "zod";
import { isWebAddress } from "~/domain/shared/web-address";
import { longestNote } from "~/features/newsletters/note-limits";
import { m } from "~/i18n/messages/messages";
import { linesField, versionField } from "~/platform/http/form-fields";

const languages = ["nb", "nn", "en"] as const;
const line = (max: number) => z.string().trim().max(max, m.common_too_long({ max })).prefault("");

/** What an actor wants said in a newsletter, as its form has it: heading and text in any of the languages. */
export function noteSchema() {
  const written = Object.fromEntries(
    languages.flatMap((language) => [
      [`heading_${language}`, line(longestNote.heading)],
      [`body_${language}`, linesField(longestNote.body)],
    ]),
  ) as Record<string, z.ZodType<string>>;
  return z
    .object({
      version: versionField().prefault(0),
      kind: z.enum(["note", "news"], m.common_required()),
      newsletterId: z.uuid(m.newsletters_notes_newsletter_choose()),
      actorId: z.uuid(m.newsletters_notes_actor_choose()),
      link: line(2000).refine((link) => link === "" || isWebAddress(link), m.newsletters_link_wrong()),
      ...written,
    })
    .transform(({ version, kind, newsletterId, actorId, link, ...rest }) => {
      const words = (part: string) =>
        Object.fromEntries(
          languages.flatMap((language) => {
            const text = (rest as Record<string, string>)[`${part}_${language}`] ?? "";
            return text === "" ? [] : [[language, text]];
          }),
        );
      return { version, kind, newsletterId, actorId, link, heading: words("heading"), body: words("body") };
    })
    .superRefine(({ kind, heading, link }, context) => {
      if (Object.keys(heading).length === 0)
        context.addIssue({ code: "custom", path: ["heading_nn"], message: m.newsletters_notes_heading_missing() });
      if (kind === "news" && link === "")
        context.addIssue({ code: "custom", path: ["link"], message: m.newsletters_notes_link_missing() });
    });
}

export type NoteForm = z.output<ReturnType<typeof noteSchema>>;
