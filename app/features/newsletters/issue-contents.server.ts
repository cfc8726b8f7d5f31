import { plainAsMarkdown } from "~/domain/newsletters/excerpt";
import { sizeOfName } from "~/domain/newsletters/image";
import type { ContentItem, IssueContent, IssueImage } from "~/domain/newsletters/issue-content";
import { languagesOf } from "~/domain/newsletters/languages";
import { type Language, wordsIn } from "~/domain/newsletters/words";
import { instantToLocal } from "~/domain/shared/local-time";
import { reachedActivities } from "~/features/action-plan/reached.view.server";
import { announcedDecisions } from "~/features/cases/announced.view.server";
import { type Frozen, findIssue, frozenOf, type StoredIssue } from "~/features/newsletters/issues.db.server";
import { itemsOfIssue, type StoredItem } from "~/features/newsletters/items.db.server";
import { eventsByIds, type SourceEvent } from "~/features/newsletters/sources.db.server";
import { senderOf } from "~/features/regions/organizer.server";
import { type OwnRegion, ownRegion } from "~/features/regions/own-region.server";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";
import { readEnv } from "~/platform/env.server";
import { passFor } from "~/platform/tokens.server";

/**
 * Where the images of what is not yet frozen are shown: to those who write it, to everybody once it is sent, or in a test
 * until a time.
 */
type Images = "desk" | "public" | { until: Date };

/**
 * An issue as it reads, in each of its languages: what was frozen when it was approved, else what stands now. Nothing
 * for an issue that is none. An event that was cancelled, or taken back to a draft, is not in it, nor a decision that is no
 * longer for the public, nor an activity that is no longer done.
 */
export async function issueContents(db: RegionDb, issueId: string, images: Images = "desk"): Promise<Frozen> {
  const issue = await findIssue(db, issueId);
  if (!issue) return {};
  return (await frozenOf(db, issueId)) ?? standingContents(db, issue, images);
}

async function standingContents(db: RegionDb, issue: StoredIssue, images: Images): Promise<Frozen> {
  const region = await ownRegion(db);
  const items = (await itemsOfIssue(db, issue.id)).filter(({ included }) => included);
  const idsOf = (asked: StoredItem["kind"]) =>
    items.flatMap(({ kind, sourceId }) => (kind === asked ? (sourceId ?? []) : []));
  const eventIds = idsOf("event");
  const events = new Map((await eventsByIds(db, eventIds)).map((event) => [event.id, event]));
  const decisionIds = idsOf("decision");
  const told = decisionIds.length === 0 ? [] : await announcedDecisions(db, { ids: decisionIds });
  const decisions = new Set(told.map(({ id }) => id));
  const reachedIds = idsOf("progress");
  const stand = reachedIds.length === 0 ? [] : await reachedActivities(db, { ids: reachedIds });
  const reached = new Set(stand.map(({ id }) => id));
  const shown = items.filter(({ kind, sourceId }) => {
    if (kind === "decision" && sourceId !== null) return decisions.has(sourceId);
    if (kind === "progress" && sourceId !== null) return reached.has(sourceId);
    return kind !== "event" || ["published", "held"].includes(events.get(sourceId ?? "")?.state ?? "");
  });
  const all = languagesOf(issue.newsletter.language, region.languages);
  const facts = { region, issue, images, events };
  return Object.fromEntries(all.map((language) => [language, contentIn(language, shown, facts)]));
}

type Facts = { region: OwnRegion; issue: StoredIssue; images: Images; events: ReadonlyMap<string, SourceEvent> };

function contentIn(language: Language, items: readonly StoredItem[], facts: Facts): IssueContent {
  const { region, issue } = facts;
  const { newsletter } = issue;
  const number = `${issue.number}/${issue.year}`;
  const heading = wordsIn(issue.subject, language) || `${newsletter.name} ${number}`;
  const logo = newsletter.logo && imageOf(newsletter.logo, region.programme || region.name, facts);
  return {
    language,
    region: {
      name: region.name,
      programme: region.programme,
      initials: region.initials,
      accent: newsletter.accent ?? region.accent,
    },
    logo,
    sender: senderOf(region).name,
    newsletter: newsletter.name,
    number,
    subject: `${region.name}: ${heading}`,
    heading,
    items: items
      .map((item) => itemIn(language, item, facts))
      .filter(({ heading, body, image, link }) => heading !== "" || body !== "" || image !== null || link !== null),
    webUrl: newsletter.open ? address(paths.publicIssue(region.slug, issue.id)) : null,
  };
}

const address = (path: string) => readEnv().SAMVIRK_URL + path;

function imageOf(file: { id: string; name: string }, alt: string, { region, issue, images }: Facts): IssueImage {
  const path = images === "desk" ? paths.issueImage : paths.publicIssueImage;
  const pass = typeof images === "object" ? `?pass=${passFor(file.id, images.until)}` : "";
  return {
    url: address(path(region.slug, issue.id, file.id)) + pass,
    alt,
    ...sizeOfName(file.name),
  };
}

function itemIn(language: Language, item: StoredItem, facts: Facts): ContentItem {
  const event = item.kind === "event" ? facts.events.get(item.sourceId ?? "") : undefined;
  const body = wordsIn(item.body, language);
  const alt = wordsIn(item.imageAlt, language);
  const url = item.link || sourceLink(item, event, facts.region.slug);
  const label = wordsIn(item.linkLabel, language) || wordsIn(item.heading, language);
  return {
    kind: item.kind,
    heading: item.kind === "introduction" ? "" : wordsIn(item.heading, language),
    body: event ? [whenWords(event, language), body].filter(Boolean).join("\n\n") : body,
    link: url ? { label: label || url, url } : null,
    image: item.image && imageOf(item.image, alt, facts),
    from: ["note", "news"].includes(item.kind) ? (item.actor?.name ?? null) : null,
    day: event ? instantToLocal(event.startsAt.toISOString(), event.zone).date : null,
  };
}

/** When and where, as the event says now: "Onsdag 26. mai 2021, kl. 09.00–14.30. Førde". */
function whenWords({ startsAt, endsAt, zone, place }: SourceEvent, language: Language): string {
  const when = asSentence(formatDateTimeRange(startsAt.toISOString(), endsAt.toISOString(), zone, language));
  return place ? `${when}. ${plainAsMarkdown(place)}` : when;
}

/** Where more of it is, where nobody has said so: those who are invited to what is not open answer on their own page. */
function sourceLink({ kind, sourceId }: StoredItem, event: SourceEvent | undefined, slug: string): string | null {
  if (event) return address(event.open ? paths.publicEvent(slug, event.id) : paths.ownInvitations(slug));
  if (kind === "network" && sourceId) return address(paths.publicNetwork(slug, sourceId));
  if (kind === "decision" && sourceId) return address(paths.publicCase(slug, sourceId));
  if (kind === "publication") return address(paths.publicPublications(slug));
  return null;
}
