import { composeFeed } from "~/domain/events/feed";
import { firstOfMonth } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { openLink } from "~/features/auth/links.server";
import {
  eventsOfPersonSince,
  feedMadeAt,
  findOpenNetwork,
  openEventsSince,
  type ToldEvent,
} from "~/features/feeds/feeds.db.server";
import type { RegionFacts } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";
import { readEnv } from "~/platform/env.server";

/** A calendar to subscribe to, and when something in it last changed. */
export type Feed = { calendar: string; changedAt: Date | null };

/** A year of what has been stands in a feed, in whole months, so that it is the same from day to day. */
const monthsBack = 12;

function composed(region: RegionFacts, name: string, events: (ToldEvent & { comes?: boolean })[]): Feed {
  const language = localeOf(region);
  const entries = events.map((event) => ({
    uid: `${event.id}@samvirk`,
    sequence: event.version,
    changedAt: event.changedAt.toISOString(),
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    title: event.title,
    description: event.description,
    location: event.place || null,
    url: event.open ? readEnv().SAMVIRK_URL + paths.publicEvent(region.slug, event.id) : event.link || null,
    busy: event.comes ?? false,
    language,
  }));
  const changed = Math.max(...events.map(({ changedAt }) => changedAt.getTime()));
  return { calendar: composeFeed({ name, entries }), changedAt: events.length > 0 ? new Date(changed) : null };
}

const localeOf = (region: RegionFacts) => (region.defaultStandard === "nynorsk" ? ("nn" as const) : ("nb" as const));

const sinceOf = (region: RegionFacts, now: Date) => new Date(firstOfMonth(todayIn(region.zone, now), -monthsBack));

/** The events a region shows everybody. */
export async function regionFeed(db: RegionDb, { region, now }: { region: RegionFacts; now: Date }): Promise<Feed> {
  const events = await openEventsSince(db, { since: sinceOf(region, now) });
  return composed(region, region.programme ? `${region.programme}, ${region.name}` : region.name, events);
}

/** Those of one network; null when it is closed, none, or another region's, alike. */
export async function networkFeed(
  db: RegionDb,
  { region, networkId, now }: { region: RegionFacts; networkId: string; now: Date },
): Promise<Feed | null> {
  const network = isUuid(networkId) ? await findOpenNetwork(db, networkId) : null;
  if (!network) return null;
  return composed(region, network.name, await openEventsSince(db, { since: sinceOf(region, now), networkId }));
}

/** What the person of a secret address is invited or registered to; null when the address is wrong or revoked. */
export async function personFeed(
  db: RegionDb,
  { region, token, now }: { region: RegionFacts; token: string; now: Date },
): Promise<Feed | null> {
  const link = await openLink(db, token, "feed", now);
  if (!link) return null;
  const events = await eventsOfPersonSince(db, { personId: link.personId, since: sinceOf(region, now), now });
  return composed(region, m.feeds_own_name({ region: region.name }, { locale: localeOf(region) }), events);
}

/** Whether somebody has a feed of her own, and since when. */
export async function ownFeedView(db: RegionDb, { personId, now }: { personId: string; now: Date }) {
  const madeAt = await feedMadeAt(db, personId, now);
  return { madeAt: madeAt?.toISOString() ?? null };
}
