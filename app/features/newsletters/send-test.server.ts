import type { Language } from "~/domain/newsletters/words";
import { audit } from "~/features/audit/audit.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { saveTemplate } from "~/features/delivery/save-template.server";
import { issueContents } from "~/features/newsletters/issue-contents.server";
import { readerOf } from "~/features/newsletters/issue-items.db.server";
import { issueMails, type StrangeToken, strangeToken, type TooLarge } from "~/features/newsletters/issue-mails.server";
import { findIssue } from "~/features/newsletters/issues.db.server";
import { makeMailLinks } from "~/features/subscriptions/mail-links.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** How long the images of a test are shown to whoever has the mail: no session goes with a mail program. Milliseconds. */
const shown = 7 * 86_400_000;

type TestSent = { ok: true; address: string } | { ok: false; reason: "gone" } | TooLarge | StrangeToken;

/** Sends an issue in one language, as it stands now, to her who writes it; its subject says that it is a test. */
export async function sendTest(
  db: RegionDb,
  { issueId, personId, language, now }: { issueId: string; personId: string; language: Language; now: Date },
): Promise<TestSent> {
  const issue = await findIssue(db, issueId);
  const person = await readerOf(db, personId);
  const content = (await issueContents(db, issueId, { until: new Date(now.getTime() + shown) }))[language];
  if (!issue || !person || !content) return { ok: false, reason: "gone" };
  // What has not been sent stands nowhere on the web.
  const written = await issueMails({ [language]: { ...content, webUrl: null } });
  if (!written.ok) return written;
  const strange = strangeToken(written.mails);
  if (strange) return strange;
  const mail = written.mails.get(language);
  if (!mail) return { ok: false, reason: "gone" };
  const to = { locale: language };
  const subject = m.newsletters_test_subject({ subject: mail.subject }, to);
  const key = `issue-test:${newId()}`;
  const template = { ...mail, subject };
  const templateId = await saveTemplate(db, { key, locale: language, template });
  const { newsletterId } = issue;
  const secret = (await makeMailLinks(db, { newsletterId, personIds: [personId], now })).get(personId);
  await queueMessages(db, [
    {
      key,
      message: { kind: "newsletter", fill: { why: m.newsletters_test_why({}, to) } },
      to: { personId, name: person.name, address: person.email },
      locale: language,
      ...(secret !== undefined && { secret }),
      dueAt: now,
      templateId,
    },
  ]);
  await audit(db, { action: "sent", subject: "newsletter-issue", id: issueId, after: { test: language } });
  return { ok: true, address: person.email };
}
