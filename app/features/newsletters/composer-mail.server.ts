import { createHash } from "node:crypto";
import { UnfilledError } from "~/domain/delivery/fill";
import type { Language } from "~/domain/newsletters/words";
import { inKilobytes } from "~/features/newsletters/answer-issue-form.server";
import { issueContents } from "~/features/newsletters/issue-contents.server";
import { previewIssue } from "~/features/newsletters/issue-preview.server";
import type { StoredIssue } from "~/features/newsletters/issues.db.server";
import { senderOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { newsletterRecipients } from "~/features/subscriptions/recipients.view.server";
import { whyWords } from "~/features/subscriptions/why-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";
import { log } from "~/platform/log.server";

/** Who gets an issue if it goes out on this day: how many by which reason and in which language, and who does not. */
export async function issueRecipients(db: RegionDb, issue: StoredIssue, now: Date) {
  const region = await ownRegion(db);
  const { people, held, optedOut, left, unnamed } = await newsletterRecipients(
    db,
    issue.newsletterId,
    new Date(todayIn(region.zone, now)),
  );
  const by = (because: string) => people.filter((person) => person.because === because).length;
  const first = (language: Language) => people.find(({ locale }) => locale === language) ?? people[0];
  return {
    count: people.length,
    contacts: by("contact"),
    members: by("member"),
    audience: by("audience") + unnamed.length,
    subscribers: by("subscriber"),
    languages: (["nn", "nb", "en"] as const).flatMap((language) => {
      const count = people.filter(({ locale }) => locale === language).length;
      return count > 0 ? [{ language, count }] : [];
    }),
    held: held.length,
    heldNames: held.slice(0, 3).map(({ name }) => name),
    left: left.length + optedOut.length,
    first,
  };
}

type Recipients = Awaited<ReturnType<typeof issueRecipients>>;
export type RecipientCounts = Omit<Recipients, "first">;

/** An issue in one language as the first of its recipients who reads it would get it, or why it cannot be shown. */
export async function mailOf(
  db: RegionDb,
  issue: StoredIssue,
  { language, recipients }: { language: Language; recipients: Recipients },
) {
  const region = await ownRegion(db);
  const content = (await issueContents(db, issue.id))[language];
  const reader = recipients.first(language);
  const facts = { from: senderOf(region).name, to: reader?.name ?? null };
  if (!content) return { ...facts, mail: null, problem: m.newsletters_preview_broken() };
  const why = whyWords(
    { because: reader?.because ?? "audience", municipalityName: reader?.municipalityName ?? null, locale: language },
    { newsletter: content.newsletter, region: region.name },
  );
  // What an addressee sees in the archive is shown here by those who write it.
  const html = (mail: string) =>
    mail.replaceAll(
      `${paths.publicIssue(region.slug, issue.id)}/images/`,
      `${paths.issue(region.slug, issue.id)}/images/`,
    );
  const made = await previewIssue(content, why).catch((error: unknown) => {
    if (error instanceof UnfilledError) return { ok: false as const, reason: "token" as const, token: error.token };
    if (!(error instanceof RangeError)) throw error;
    log.info({ error, issue: issue.id }, "an issue cannot be shown");
    return null;
  });
  if (made === null) return { ...facts, mail: null, problem: m.newsletters_preview_broken() };
  if (!made.ok && made.reason === "token")
    return { ...facts, mail: null, problem: m.newsletters_refused_token({ token: `{{${made.token}}}` }) };
  if (!made.ok) return { ...facts, mail: null, problem: m.newsletters_preview_too_large(inKilobytes(made)) };
  const { subject, text } = made.mail;
  return {
    ...facts,
    problem: null,
    mail: { subject, text, html: html(made.mail.html), empty: content.items.length === 0 },
  };
}

type IssueMailShown = Awaited<ReturnType<typeof mailOf>>;

/** The same for the page that frames it: without the HTML, but with what tells that it has changed. */
export function framed({ mail, ...rest }: IssueMailShown) {
  if (!mail) return { ...rest, mail: null };
  const { html, ...shown } = mail;
  return { ...rest, mail: { ...shown, stamp: createHash("sha256").update(html).digest("hex").slice(0, 16) } };
}

export type ComposerPreview = ReturnType<typeof framed>;
