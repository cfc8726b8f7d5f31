import type { Message } from "#emails/message";
import { render } from "#emails/render";
import { paths } from "~/paths";
import { readEnv } from "~/platform/env.server";

/** A message as its recipient would read it, with a dot in the place of the personal link. */
export async function previewMessage(
  message: Message,
  { locale, slug }: { locale: "nb" | "nn" | "en"; slug: string },
): Promise<{ subject: string; text: string }> {
  const link = readEnv().SAMVIRK_URL + paths.answer(slug, "…");
  const { subject, text } = await render(message, { locale, link });
  return { subject, text };
}
