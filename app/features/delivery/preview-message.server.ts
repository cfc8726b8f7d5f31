import type { Message } from "#emails/message";
import { type RenderedMail, render } from "#emails/render";
import { paths } from "~/paths";
import { readEnv } from "~/platform/env.server";

/**
 * A message as its recipient would get it, from the same renderer that sends it, with a dot in the place of the
 * personal link.
 */
export async function previewMessage(
  message: Message,
  { locale, slug }: { locale: "nb" | "nn" | "en"; slug: string },
): Promise<RenderedMail> {
  return render(message, { locale, link: readEnv().SAMVIRK_URL + paths.answer(slug, "…") });
}
