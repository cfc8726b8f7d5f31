import { fillTokens, tokensIn } from "~/domain/newsletters/fill-tokens";
import { judgeStep, type StepRefusal } from "~/domain/newsletters/issue-step";
import { languageFor } from "~/domain/newsletters/languages";
import type { Language } from "~/domain/newsletters/words";
import { audit } from "~/features/audit/audit.server";
import type { IssueMail } from "~/features/delivery/issue-mail.server";
import { type QueuedMessage, queueMessages } from "~/features/delivery/queue-message.server";
import { saveTemplate } from "~/features/delivery/save-template.server";
import { issueMails, type TooLarge } from "~/features/newsletters/issue-mails.server";
import { type Frozen, frozenOf, holdIssue, type StoredIssue, saveIssue } from "~/features/newsletters/issues.db.server";
import { itemsOfIssue } from "~/features/newsletters/items.db.server";
import { markNotesUsed } from "~/features/newsletters/sources.db.server";
import { type OwnRegion, ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { mailLinks, makeMailLinks } from "~/features/subscriptions/mail-links.server";
import { type NewsletterRecipient, recipientsToSend } from "~/features/subscriptions/recipients.view.server";
import { whyWords } from "~/features/subscriptions/why-words";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SentIssue =
  | { ok: true; recipients: number }
  | { ok: false; reason: StepRefusal | "not-found" | "changed" }
  /** Nobody gets it: those it is for have left, or the audience has become empty. */
  | { ok: false; reason: "nobody" }
  /** What was to be filled in for one recipient has no value. */
  | { ok: false; reason: "unfilled"; recipient: string; token: string }
  | TooLarge;

/** How many messages are written in one statement. */
const atOnce = 2000;

/**
 * Sends an issue that is approved: to those who get the newsletter at this moment, each in her language, as what was
 * frozen. The templates are written once per language and the worker fills them in. All go or none: where one recipient
 * lacks what is to be filled in, nothing is queued, and it is said whose and what. `rule`: the rule that sends it, absent
 * for what a person does; `version`: what she saw when she sent it, absent where nobody looked.
 */
export async function sendIssue(
  db: RegionDb,
  { issueId, now, rule, version }: { issueId: string; now: Date; rule?: string; version?: number },
): Promise<SentIssue> {
  const issue = await holdIssue(db, issueId);
  if (!issue) return { ok: false, reason: "not-found" };
  const verdict = judgeStep(issue, "send");
  if (!verdict.ok) return verdict;
  if (version !== undefined && issue.version !== version) return { ok: false, reason: "changed" };
  const region = await ownRegion(db);
  const { people } = await recipientsToSend(db, issue.newsletterId, new Date(todayIn(region.zone, now)));
  if (people.length === 0) return { ok: false, reason: "nobody" };
  const frozen = (await frozenOf(db, issueId)) ?? {};
  const written = await issueMails(frozen);
  if (!written.ok) return written;
  const filled = fillAll({ people, mails: written.mails, frozen, issue, region });
  if (!filled.ok) return filled;
  const templates = await keepTemplates(db, issueId, written.mails);
  await queueAll(db, filled.copies, { issue, templates, now, rule });
  await saveIssue(db, issueId, { state: "sent", sentAt: now });
  const items = await itemsOfIssue(db, issueId);
  const notes = items.filter(({ kind, included }) => included && (kind === "note" || kind === "news"));
  await markNotesUsed(
    db,
    notes.flatMap(({ sourceId }) => sourceId ?? []),
    now,
  );
  const after = { recipients: people.length, ...(rule && { rule }) };
  await audit(db, { action: "sent", subject: "newsletter-issue", id: issueId, after });
  return { ok: true, recipients: people.length };
}

type Copy = { person: NewsletterRecipient; language: Language; why: string };

/** Who gets it in which language, and why; a token of the language's mail that has no value for somebody is named. */
function fillAll({
  people,
  mails,
  frozen,
  issue,
  region,
}: {
  people: readonly NewsletterRecipient[];
  mails: ReadonlyMap<Language, IssueMail>;
  frozen: Frozen;
  issue: StoredIssue;
  region: OwnRegion;
}): { ok: true; copies: Copy[] } | { ok: false; reason: "unfilled"; recipient: string; token: string } {
  const links = mailLinks(region.slug, "…");
  const asked = new Map(
    [...mails].map(([language, { html, text }]) => [language, [...tokensIn(html), ...tokensIn(text)]]),
  );
  const copies: Copy[] = [];
  for (const person of people) {
    const language = languageFor(person.locale, [...mails.keys()]);
    const newsletter = frozen[language]?.newsletter ?? issue.newsletter.name;
    const why = whyWords({ ...person, locale: language }, { newsletter, region: region.name });
    const tokens = asked.get(language) ?? [];
    const tried = fillTokens(tokens.map((token) => `{{${token}}}`).join(" "), { ...links, why: why.trim() });
    if (!tried.ok) return { ok: false, reason: "unfilled", recipient: person.name, token: tried.token };
    copies.push({ person, language, why });
  }
  return { ok: true, copies };
}

async function keepTemplates(db: RegionDb, issueId: string, mails: ReadonlyMap<Language, IssueMail>) {
  const templates = new Map<Language, string>();
  for (const [locale, template] of mails)
    templates.set(locale, await saveTemplate(db, { key: `issue:${issueId}:${locale}`, locale, template }));
  return templates;
}

async function queueAll(
  db: RegionDb,
  copies: readonly Copy[],
  {
    issue,
    templates,
    now,
    rule,
  }: {
    issue: StoredIssue;
    templates: ReadonlyMap<Language, string>;
    now: Date;
    rule: string | undefined;
  },
): Promise<void> {
  for (let at = 0; at < copies.length; at += atOnce) {
    const some = copies.slice(at, at + atOnce);
    const personIds = some.map(({ person }) => person.personId);
    const tokens = await makeMailLinks(db, { newsletterId: issue.newsletterId, personIds, now });
    const messages = some.map(({ person, language, why }): QueuedMessage => {
      const secret = tokens.get(person.personId);
      const templateId = templates.get(language);
      return {
        key: `issue:${issue.id}:${person.personId}`,
        message: { kind: "newsletter", fill: { why } },
        to: { personId: person.personId, name: person.name, address: person.email },
        locale: language,
        ...(secret !== undefined && { secret }),
        ...(templateId !== undefined && { templateId }),
        dueAt: now,
        issueId: issue.id,
        municipalityId: person.municipalityId,
        ...(rule !== undefined && { rule }),
      };
    });
    await queueMessages(db, messages);
  }
}
