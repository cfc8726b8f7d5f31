import { type PublicationKind, publicationKinds } from "~/domain/publications/kinds";
import { isDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { readMarkdown } from "~/domain/shared/markdown";
import { actorChoices } from "~/features/actors/actor-choices.view.server";
import {
  type After,
  countOpenPublications,
  countPublications,
  openPageSize,
  openPublicationPage,
  pageSize,
  publicationFacets,
  publicationPage,
} from "~/features/publications/publications.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the list is asked for; what is no filter of it counts for nothing. */
export type PublicationsAsked = {
  search: string;
  kinds: PublicationKind[];
  years: number[];
  actors: string[];
  after: After | null;
};

export function readAsked(query: URLSearchParams): PublicationsAsked {
  const year = (text: string) => (/^(19|20|21)\d\d$/.test(text) ? [Number(text)] : []);
  return {
    search: (query.get("q") ?? "").trim().slice(0, 200),
    kinds: publicationKinds.filter((kind) => query.getAll("kind").includes(kind)),
    years: [...new Set(query.getAll("year").flatMap(year))].slice(0, 50),
    actors: query.getAll("actor").filter(isUuid).slice(0, 200),
    after: readAfter(query.get("after")),
  };
}

/** Where a page begins, as the link to it says: "2021-05-26~<id>". */
export function readAfter(text: string | null): After | null {
  const [day = "", id = ""] = text?.split("~") ?? [];
  return isDay(day) && isUuid(id) ? { day, id } : null;
}

const mark = (last: After | undefined) => (last ? `${last.day}~${last.id}` : null);

/** A page of what has been said elsewhere, the newest first. An actor's are those of its units too. */
export async function publicationsView(db: RegionDb, asked: PublicationsAsked) {
  const { after, actors, ...rest } = asked;
  const choices = await actorChoices(db);
  const own = choices.filter(({ actorIds }) => actorIds.some((id) => actors.includes(id))).map(({ id }) => id);
  const filters = { ...rest, actorIds: actors.length > 0 && own.length === 0 ? actors : own };
  const none = { search: "", kinds: [], years: [], actorIds: [] };
  const [found, facets] = [await publicationPage(db, filters, after), await publicationFacets(db)];
  const shown = found.slice(0, pageSize);
  const from = new Set(choices.filter(({ id }) => facets.actorIds.includes(id)).flatMap(({ actorIds }) => actorIds));
  return {
    publications: shown,
    next: found.length > pageSize ? mark(shown.at(-1)) : null,
    found: await countPublications(db, filters),
    total: await countPublications(db, none),
    asked: rest,
    actors,
    options: {
      kinds: publicationKinds.filter((kind) => facets.kinds.includes(kind)),
      years: facets.years,
      actors: choices.filter(({ id }) => from.has(id)).map(({ id, name }) => ({ id, name })),
    },
  };
}

export type PublicationsView = Awaited<ReturnType<typeof publicationsView>>;
export type ListedPublication = PublicationsView["publications"][number];

/** What everybody may see of it: marked so, and said already. `newest`: how many at the most, without their texts. */
export async function newestOpenPublications(db: RegionDb, { today, newest }: { today: string; newest: number }) {
  const found = await openPublicationPage(db, { today, after: null, take: newest });
  return found.slice(0, newest).map(({ text: _, ...publication }) => publication);
}

export type NewestOpen = Awaited<ReturnType<typeof newestOpenPublications>>;

/** A page of all of them, with their texts. */
export async function openPublicationsView(db: RegionDb, { today, after }: { today: string; after: After | null }) {
  const found = await openPublicationPage(db, { today, after, take: openPageSize });
  const shown = found.slice(0, openPageSize);
  return {
    publications: shown.map(({ text, ...publication }) => ({ ...publication, blocks: readMarkdown(text) })),
    next: found.length > openPageSize ? mark(shown.at(-1)) : null,
    total: await countOpenPublications(db, today),
  };
}

export type OpenPublications = Awaited<ReturnType<typeof openPublicationsView>>;
