import { randomBytes } from "node:crypto";
import { type Message, messageSchema } from "#emails/message";
import { refuseToken, render } from "#emails/render";
import { cut, escapeHtml, fillCut, type Template } from "~/domain/delivery/fill";
import { calendarFor } from "~/domain/events/calendar";
import type { ClaimedDelivery } from "~/features/delivery/outbox.db.server";
import { senderOf } from "~/features/regions/organizer.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { readEnv } from "~/platform/env.server";
import type { BatchMail } from "~/platform/mail/batches.server";
import {
  type ComposedMail,
  fillMail,
  frameMail,
  type MailFrame,
  type MailToFill,
} from "~/platform/mail/compose.server";

type Locale = "nb" | "nn" | "en";
type Region = Parameters<typeof senderOf>[0] & { slug: string };
/** The delivery's own part of a mail, and what it has in common with others. */
type Part = { frame: Frame; values: Record<string, string>; headers?: Record<string, string> };
type Frame = { mail: MailFrame; calendar: ReturnType<typeof calendarFor> | null; method: "REQUEST" | "CANCEL" | null };
export type ToWrite = {
  region: Region;
  delivery: ClaimedDelivery;
  template: (Template & { id: string }) | null;
  /** Where it goes in place of its recipient, while the region's mail goes to one address (M10). */
  meAddress: string | null;
};

/**
 * The mail of a delivery, as bytes. What it has in common with others is rendered and encoded once, and what is the
 * recipient's own filled in.
 *
 * @throws UnfilledError when a template has a token that nothing was given for
 */
export async function writeMail({ region, delivery, template, meAddress }: ToWrite): Promise<ComposedMail> {
  const message = messageSchema.parse(delivery.message);
  const locale = delivery.locale === "nn" || delivery.locale === "en" ? delivery.locale : "nb";
  const { secret } = delivery;
  const toMe = meAddress !== null;
  const { frame, values, headers } =
    message.kind === "newsletter"
      ? await newsletterPart(message.fill, { region, template, secret, locale, toMe })
      : await letterPart(message, { region, locale, secret, toMe });
  const to = { name: delivery.toName, address: delivery.toAddress };
  const from = senderOf(region);
  const attendee = "calendar" in message && message.calendar ? message.calendar.attendee : null;
  return fillMail(frame.mail, {
    deliveryId: delivery.id,
    from,
    to: toMe ? { name: to.name, address: meAddress } : to,
    replyTo: region.replyAddress ? { name: from.name, address: region.replyAddress } : null,
    values: toMe ? { ...values, banner: m.mail_to_me(to, { locale }) } : values,
    calendar:
      attendee && frame.calendar && frame.method ? { method: frame.method, content: frame.calendar(attendee) } : null,
    headers: toMe ? { "X-Samvirk-Recipient": to.address } : headers,
    date: delivery.createdAt,
  } satisfies MailToFill);
}

/** Frames that were made lately, the latest last. They hold no recipient's address and no link of hers. */
const kept = new Map<string, Promise<Frame>>();
const mostKept = 100;

/** The frame under a key, made when it is not there; the one that has been there longest goes. */
function frameUnder(key: string, make: () => Promise<Frame>): Promise<Frame> {
  const found = kept.get(key);
  if (found) return found;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return made;
}

const bodyTag = /<body[^>]*>/i;

/** With a place for the words that say whose mail this is. */
function withBanner({ subject, html, text }: Template, mark: string): Template {
  const banner = `<p style="margin:0 0 16px;padding:12px 14px;background-color:#fdf6e3;color:#1e2327;font-family:sans-serif">${mark}</p>`;
  const place = bodyTag.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return { subject, html: html.slice(0, at) + banner + html.slice(at), text: `${mark}\n\n${text}` };
}

type IssueInput = {
  region: Region;
  template: ToWrite["template"];
  secret: string | null;
  locale: Locale;
  toMe: boolean;
};

/**
 * An issue's template filled in for one recipient, with what a mail program needs to unsubscribe her in one step (M1,
 * RFC 2369, RFC 8058). By mail the subject says it: `unsubscribe` and the token. What goes to another address instead
 * carries no such header: one press there would unsubscribe the recipient.
 */
async function newsletterPart(
  fill: { why: string },
  { region, template, secret, locale, toMe }: IssueInput,
): Promise<Part> {
  if (!template) throw new Error("a newsletter has no template");
  const frame = await frameUnder(`${template.id} ${toMe}`, async () => {
    const { subject, html, text } = toMe ? withBanner(template, "{{banner}}") : template;
    return { mail: frameMail({ subject: [subject], html: cut(html), text: cut(text) }), calendar: null, method: null };
  });
  return { frame, ...ownOf(fill, { region, secret, locale }) };
}

/** What of a newsletter is its recipient's own, and the headers she unsubscribes by. */
function ownOf(fill: { why: string }, { region, secret, locale }: Pick<IssueInput, "region" | "secret" | "locale">) {
  const { SAMVIRK_URL } = readEnv();
  const unsubscribe = secret ? SAMVIRK_URL + paths.unsubscribe(region.slug, secret) : "";
  const preferences = secret ? SAMVIRK_URL + paths.mailPreferences(region.slug, secret) : "";
  const mailto = `mailto:${region.replyAddress ?? senderOf(region).address}?subject=unsubscribe%20${secret}`;
  return {
    values: { ...fill, unsubscribe, preferences },
    headers: {
      "List-Unsubscribe": `<${unsubscribe}>, <${mailto}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Content-Language": locale,
    },
  };
}

/**
 * A newsletter as a provider with an interface of its own takes it.
 *
 * @throws UnfilledError when the template has a token that nothing was given for
 */
export function writeBatchMail({ region, delivery, template, meAddress }: ToWrite): BatchMail {
  const message = messageSchema.parse(delivery.message);
  if (message.kind !== "newsletter" || !template) throw new Error("no newsletter with a template");
  const locale = delivery.locale === "nn" || delivery.locale === "en" ? delivery.locale : "nb";
  const toMe = meAddress !== null;
  const { values, headers } = ownOf(message.fill, { region, secret: delivery.secret, locale });
  const to = { name: delivery.toName, address: delivery.toAddress };
  const filled = toMe ? { ...values, banner: m.mail_to_me(to, { locale }) } : values;
  const { subject, html, text } = toMe ? withBanner(template, "{{banner}}") : template;
  const from = senderOf(region);
  return {
    id: delivery.id,
    from,
    to: toMe ? { name: to.name, address: meAddress } : to,
    replyTo: region.replyAddress ? { name: from.name, address: region.replyAddress } : null,
    subject,
    html: fillCut(cut(html), filled, escapeHtml),
    text: fillCut(cut(text), filled),
    headers: toMe ? { "X-Samvirk-Recipient": to.address } : headers,
    region: region.slug,
  };
}

/** Stands in a rendered text where something of the recipient's is put; nobody who writes a text can know it. */
const nonce = `zq${randomBytes(12).toString("hex")}`;
const mark = (name: string) => `${nonce}${name}zq`;
const marked = new RegExp(`${nonce}([a-z]+)zq`);

/** Messages that many get alike. Others are rendered one by one, and nothing of them is kept. */
const alike = /^(event|registration|feedback|answer)-/;

async function letterPart(
  message: Exclude<Message, { kind: "newsletter" }>,
  { region, locale, secret, toMe }: { region: Region; locale: Locale; secret: string | null; toMe: boolean },
): Promise<Part> {
  const { link, links } = linksOf(message, region.slug, secret);
  const attendee = "calendar" in message ? message.calendar?.attendee : null;
  if (attendee && link && "calendar" in message && message.calendar) refuseToken(message.calendar, link);
  if (!alike.test(message.kind) || links)
    return { frame: await rendered(message, { locale, link, links, toMe }), values: {} };
  const municipality = "municipality" in message ? (message.municipality ?? null) : null;
  const common = {
    ...message,
    ...(municipality && { municipality: mark("municipality") }),
    ...(attendee && {
      calendar: { ...("calendar" in message && message.calendar), attendee: { ...attendee, name: "x", address: "x" } },
    }),
  } as typeof message;
  const key = JSON.stringify([common, locale, link !== null, toMe]);
  const frame = await frameUnder(key, () => rendered(common, { locale, link: link && mark("link"), toMe }));
  return { frame, values: { ...(link && { link }), ...(municipality && { municipality }) } };
}

async function rendered(
  message: Exclude<Message, { kind: "newsletter" }>,
  to: { locale: Locale; link: string | null; links?: string[]; toMe: boolean },
): Promise<Frame> {
  const mail = await render(message, to);
  const { subject, html, text } = to.toMe ? withBanner(mail, mark("banner")) : mail;
  const entry = "calendar" in message ? message.calendar : null;
  const parts = { subject: subject.split(marked), html: html.split(marked), text: text.split(marked) };
  for (const piece of Object.values(parts).flat())
    if (piece.includes(nonce.slice(0, 16))) throw new Error("a text was cut where something is to be filled in");
  return { mail: frameMail(parts), calendar: entry ? calendarFor(entry) : null, method: entry?.method ?? null };
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
  if (message.kind === "member-cases") return { link: SAMVIRK_URL + paths.memberCases(slug, secret) };
  if (message.kind === "report-rows") return { link: SAMVIRK_URL + paths.ownReportRows(slug, secret) };
  if (message.kind === "handover-request") return { link: SAMVIRK_URL + paths.handover(slug, secret) };
  if (message.kind === "feedback-request") return { link: SAMVIRK_URL + paths.feedback(slug, secret) };
  if (message.kind === "minutes-remarks") return { link: SAMVIRK_URL + paths.remarks(slug, secret) };
  if (message.kind.startsWith("registration-")) return { link: SAMVIRK_URL + paths.registration(slug, secret) };
  return { link: answers[0] ?? null };
}
