import type { Message, MessageOf } from "#emails/message";
import { type RenderedMail, render } from "#emails/render";
import { cut, escapeHtml, fillCut, type Template } from "~/domain/delivery/fill";
import { senderOf } from "~/features/regions/organizer.server";
import { paths } from "~/paths";
import { readEnv } from "~/platform/env.server";

type Region = Parameters<typeof senderOf>[0] & { slug: string };
export type WrittenMail = RenderedMail & { headers: Record<string, string> };

/** What a message says to its recipient, with the headers that are its own. */
export async function writeMail(
  message: Message,
  { region, locale, secret, template }: WriteInput & { template: Template | null },
): Promise<WrittenMail> {
  if (message.kind === "newsletter") return fillNewsletter(message, { region, locale, secret }, template);
  return { ...(await render(message, { locale, ...linksOf(message, region.slug, secret) })), headers: {} };
}

type WriteInput = { region: Region; locale: "nb" | "nn" | "en"; secret: string | null };

/**
 * An issue's template filled in for one recipient, with what a mail program needs to unsubscribe her in one step (M1,
 * RFC 2369, RFC 8058). By mail the subject says it: `unsubscribe` and the token.
 */
function fillNewsletter(message: MessageOf<"newsletter">, input: WriteInput, template: Template | null): WrittenMail {
  const { region, secret, locale } = input;
  if (!template) throw new Error("a newsletter has no template");
  const { SAMVIRK_URL } = readEnv();
  const unsubscribe = secret ? SAMVIRK_URL + paths.unsubscribe(region.slug, secret) : "";
  const preferences = secret ? SAMVIRK_URL + paths.mailPreferences(region.slug, secret) : "";
  const values = { ...message.fill, unsubscribe, preferences };
  const mailto = `mailto:${region.replyAddress ?? senderOf(region).address}?subject=unsubscribe%20${secret}`;
  return {
    subject: template.subject,
    html: fillCut(cut(template.html), values, escapeHtml),
    text: fillCut(cut(template.text), values),
    calendar: null,
    headers: {
      "List-Unsubscribe": `<${unsubscribe}>, <${mailto}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Content-Language": locale,
    },
  };
}

/** The addresses a message's links open: the one of its button, null when it asks for nothing, and those it lists. */
function linksOf(message: Message, slug: string, secret: string | null): { link: string | null; links?: string[] } {
  const { SAMVIRK_URL } = readEnv();
  const answers = (secret?.split(" ") ?? []).map((token) => SAMVIRK_URL + paths.answer(slug, token));
  if (message.kind === "handover-welcome")
    return { link: SAMVIRK_URL + paths.municipality(slug, message.municipalityNumber), links: answers };
  if ("path" in message) return { link: SAMVIRK_URL + message.path };
  if (!secret) return { link: null };
  if (message.kind === "sign-in") return { link: SAMVIRK_URL + paths.signInLink(secret) };
  if (message.kind === "role-invitation") return { link: SAMVIRK_URL + paths.takeRole(slug, secret) };
  if (message.kind === "subscription-confirmation") return { link: SAMVIRK_URL + paths.subscription(slug, secret) };
  if (message.kind === "handover-request") return { link: SAMVIRK_URL + paths.handover(slug, secret) };
  if (message.kind === "feedback-request") return { link: SAMVIRK_URL + paths.feedback(slug, secret) };
  if (message.kind.startsWith("registration-")) return { link: SAMVIRK_URL + paths.registration(slug, secret) };
  return { link: answers[0] ?? null };
}
