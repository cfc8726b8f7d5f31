import { firstOfMarkdown, firstParagraph, plainAsMarkdown } from "~/domain/newsletters/excerpt";
import { isOpenForEdit } from "~/domain/newsletters/issue-step";
import type { Language, Words } from "~/domain/newsletters/words";
import { languageOf } from "~/domain/regions/written-standard";
import { reachedActivities } from "~/features/action-plan/reached.view.server";
import { audit } from "~/features/audit/audit.server";
import { announcedDecisions } from "~/features/cases/announced.view.server";
import { publishedRecordings } from "~/features/events/recordings.view.server";
import { holdIssue, type StoredIssue } from "~/features/newsletters/issues.db.server";
import { createItems, itemsOfIssue, type NewItem } from "~/features/newsletters/items.db.server";
import { findNewsletter, type StoredNewsletter } from "~/features/newsletters/newsletters.db.server";
import {
  comingEvents,
  networksSince,
  publicationsBetween,
  type SourceEvent,
  toldSources,
  unusedNotes,
} from "~/features/newsletters/sources.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How far ahead an issue tells of events. Milliseconds. */
const ahead = 120 * 24 * 3_600_000;

/** How long before the last issue a meeting may be whose minutes have come out since. Milliseconds. */
const sentOutWithin = 120 * 24 * 3_600_000;

const languages = ["nb", "nn", "en"] as const;
const inAll = (words: (locale: Language) => string): Words =>
  Object.fromEntries(languages.map((language) => [language, words(language)]));
const empty = { link: "", linkLabel: {}, heading: {}, body: {}, actorId: null, sourceId: null, included: true };

type Told = { ok: true; added: number } | { ok: false; reason: "not-found" | "state" };

/**
 * Puts into an issue what has happened since the last one and what will happen, after the pieces it has. What is there
 * is not touched, be it changed, moved or left out by somebody; what is new comes in. What the public may not have seen, as an event for some
 * or how far the action plan has come, is left out of an open newsletter until somebody takes it in.
 */
export async function assembleIssue(db: RegionDb, { issueId, now }: { issueId: string; now: Date }): Promise<Told> {
  const issue = await holdIssue(db, issueId);
  const newsletter = issue && (await findNewsletter(db, issue.newsletterId));
  if (!issue || !newsletter) return { ok: false, reason: "not-found" };
  if (!isOpenForEdit(issue.state)) return { ok: false, reason: "state" };
  const standing = await itemsOfIssue(db, issueId);
  const told = await toldSources(db, newsletter.id, issueId);
  const known = new Set(standing.map(({ kind, sourceId }) => `${kind}:${sourceId}`));
  const found = await candidates(db, { issue, newsletter, now });
  const fresh = found.filter(
    ({ kind, sourceId }) => !known.has(`${kind}:${sourceId}`) && (kind === "event" || !told.has(sourceId ?? "")),
  );
  if (fresh.length === 0) return { ok: true, added: 0 };
  const last = standing.at(-1)?.position ?? -1;
  const added = await createItems(db, issueId, last + 1, fresh);
  const after = { assembled: fresh.map(({ kind, sourceId }) => ({ kind, sourceId })) };
  await audit(db, { action: "updated", subject: "newsletter-issue", id: issueId, after });
  return { ok: true, added };
}

/** All that an issue may have, in the order it is read. */
async function candidates(
  db: RegionDb,
  { issue, newsletter, now }: { issue: StoredIssue; newsletter: StoredNewsletter; now: Date },
): Promise<NewItem[]> {
  const region = await ownRegion(db);
  const own = languageOf[region.defaultStandard];
  const [since, from] = [issue.since, issue.sendAt && issue.sendAt > now ? issue.sendAt : now];
  const to = new Date(from.getTime() + ahead);
  const events = await comingEvents(db, { from, to, whom: newsletter });
  const recordings = await publishedRecordings(db, since);
  const networks = await networksSince(db, since, now);
  const publications = await publicationsBetween(db, todayIn(region.zone, since), todayIn(region.zone, now));
  const decisions = await announcedDecisions(db, { from: new Date(since.getTime() - sentOutWithin) });
  const reached = await reachedActivities(db, { from: since, to: now });
  const notes = await unusedNotes(db, newsletter.id);
  return [
    { ...empty, kind: "introduction" },
    ...events.map((event) => ofEvent(event, own, newsletter.open)),
    ...recordings
      .filter(({ recording }) => new Date(recording.at) <= now)
      .map(
        ({ id, title, recording }): NewItem => ({
          ...empty,
          kind: "recording",
          sourceId: id,
          heading: { [own]: title },
          link: recording.link,
          linkLabel: inAll((locale) => m.newsletters_see_recording({}, { locale })),
        }),
      ),
    ...publications.map(
      ({ id, title, text, link, actorId }): NewItem => ({
        ...{ ...empty, kind: "publication", sourceId: id, heading: { [own]: title }, link, actorId },
        body: { [own]: plainAsMarkdown(firstOfMarkdown(text)) },
        linkLabel: inAll((locale) => m.newsletters_read_more({}, { locale })),
      }),
    ),
    ...networks.map(
      ({ id, name, theme, benefit }): NewItem => ({
        ...{ ...empty, kind: "network", sourceId: id, heading: { [own]: name } },
        body: { [own]: plainAsMarkdown(firstParagraph(benefit || theme)) },
        linkLabel: inAll((locale) => m.newsletters_about_network({}, { locale })),
      }),
    ),
    ...decisions.map(
      ({ id, title, decision }): NewItem => ({
        ...{ ...empty, kind: "decision", sourceId: id, heading: { [own]: title }, body: { [own]: decision } },
        linkLabel: inAll((locale) => m.newsletters_about_case({}, { locale })),
      }),
    ),
    ...reached.map(
      ({ id, name, measure }): NewItem => ({
        ...{ ...empty, kind: "progress", sourceId: id, included: !newsletter.open },
        heading: { [own]: name },
        body: inAll((locale) => m.newsletters_reached({ measure: plainAsMarkdown(measure) }, { locale })),
      }),
    ),
    ...notes.map(
      ({ id, kind, heading, body, link, actorId }): NewItem => ({
        ...{ ...empty, kind, sourceId: id, heading: heading as Words, body: body as Words, link, actorId },
        linkLabel: link === "" ? {} : inAll((locale) => m.newsletters_read_more({}, { locale })),
      }),
    ),
  ];
}

function ofEvent(event: SourceEvent, own: Language, open: boolean): NewItem {
  const language = languages.find((each) => each === event.language) ?? own;
  const label = !event.open
    ? m.newsletters_answer_invitation
    : event.registration === "none"
      ? m.newsletters_read_more
      : m.newsletters_sign_up;
  return {
    ...{ ...empty, kind: "event", sourceId: event.id, actorId: event.actorId },
    included: event.open || !open,
    heading: { [language]: event.title },
    body: { [language]: plainAsMarkdown(firstParagraph(event.description)) },
    linkLabel: inAll((locale) => label({}, { locale })),
  };
}
