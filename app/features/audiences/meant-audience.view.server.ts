import { resolveAudience } from "~/domain/audiences/resolve";
import { audiencesIn } from "~/domain/audiences/words";
import { audienceFacts } from "~/features/audiences/audience-facts.db.server";
import { audienceWordsFor } from "~/features/audiences/audience-words.view.server";
import { allAudiences, plainPartsOf } from "~/features/audiences/audiences.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Part of a cell of "målgruppe": what it has been said to mean; `said` without an audience: it stays words. */
export type MeantWords = { words: string; audience: { id: string; name: string } | null; said: boolean };

export type MeantAudience = {
  /** Whether somebody has chosen the audience; else the words are looked up. */
  chosen: boolean;
  /** Those it is, each with how many it reaches on the day. */
  audiences: { id: string; name: string; people: number }[];
  words: MeantWords[];
  /** Everybody in them, those whom no mail is sent to included. */
  personIds: string[];
};

/**
 * Whom something is for on a day (midnight UTC): the audience somebody has chosen for it (`audienceId`), else those that
 * its words (`cell`) have been bound to. A number of queries that does not depend on how many that is.
 */
export async function meantAudience(
  db: RegionDb,
  { audienceId, cell }: { audienceId: string | null; cell: string },
  day: Date,
): Promise<MeantAudience> {
  const bound = await audienceWordsFor(db);
  const words = audiencesIn(cell).map(({ key, words: shown }): MeantWords => {
    const meaning = bound.get(key);
    const audience = meaning?.audienceId ? { id: meaning.audienceId, name: meaning.name ?? "" } : null;
    return { words: shown, audience, said: meaning !== undefined };
  });
  const chosen = audienceId === null ? null : ((await allAudiences(db)).find(({ id }) => id === audienceId) ?? null);
  const named = chosen ? [chosen] : words.flatMap(({ audience }) => audience ?? []);
  const unique = [...new Map(named.map((audience) => [audience.id, audience])).values()];
  if (unique.length === 0) return { chosen: false, audiences: [], words, personIds: [] };
  const parts = await plainPartsOf(
    db,
    unique.map(({ id }) => id),
  );
  const { facts } = await audienceFacts(db, parts, day);
  const people = new Set<string>();
  const audiences = unique.map(({ id, name }) => {
    const own = resolveAudience(
      parts.filter((part) => part.audienceId === id),
      facts,
    );
    for (const { personId } of [...own.people, ...own.held, ...own.optedOut]) if (personId) people.add(personId);
    return { id, name, people: own.people.length };
  });
  return { chosen: chosen !== null, audiences, words, personIds: [...people] };
}
