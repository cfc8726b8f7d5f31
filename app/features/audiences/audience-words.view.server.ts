import { audiencesIn, type BoundAudience } from "~/domain/audiences/words";
import { periodKey } from "~/domain/communications-plan/period";
import { isoDay } from "~/domain/shared/days";
import { audienceCells, boundWords } from "~/features/audiences/audience-words.db.server";
import { allAudiences } from "~/features/audiences/audiences.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Where words stand: a row of a plan, by the period's key, or a network. */
export type WordsAt =
  | { kind: "plan-row"; id: string; period: string; name: string }
  | { kind: "network"; id: string; name: string };

const pageSize = 50;

/**
 * What the words of "målgruppe" have been said to mean, by `audienceKey`; an audience of null: they stay words. What
 * is not in it nobody has said anything about. Cells are read with `readAudiences` of domain/audiences/words.
 */
export async function audienceWordsFor(db: RegionDb): Promise<Map<string, BoundAudience>> {
  const bound = await boundWords(db);
  return new Map(
    bound.map(({ words, audience }) => [words, { audienceId: audience?.id ?? null, name: audience?.name ?? null }]),
  );
}

/** The words of plans and networks nobody has bound yet, most used first, fifty a page; and those that are bound. */
export async function audienceWordsView(db: RegionDb, { after }: { after: string | null }) {
  const [{ rows, networks }, bound, audiences] = [
    await audienceCells(db),
    await boundWords(db),
    await allAudiences(db),
  ];
  const found = new Map<string, { key: string; words: string; at: WordsAt[] }>();
  const see = (cell: string, at: WordsAt) => {
    for (const { key, words } of audiencesIn(cell)) {
      const known = found.get(key);
      if (known) known.at.push(at);
      else found.set(key, { key, words, at: [at] });
    }
  };
  for (const { id, channel, audience, plan } of rows) {
    const period = periodKey({ from: isoDay(plan.from), to: isoDay(plan.to) });
    see(audience, { kind: "plan-row", id, period, name: channel });
  }
  for (const { id, name, audience } of networks) see(audience, { kind: "network", id, name });
  const said = new Set(bound.map(({ words }) => words));
  const open = [...found.values()]
    .filter(({ key }) => !said.has(key))
    .sort((a, b) => b.at.length - a.at.length || a.words.localeCompare(b.words, "nb"));
  const start = after === null ? 0 : open.findIndex(({ key }) => key === after) + 1;
  const unbound = open.slice(start, start + pageSize);
  return {
    unbound,
    total: open.length,
    next: start + pageSize < open.length ? (unbound.at(-1)?.key ?? null) : null,
    bound: bound.map(({ words, shown, audience }) => ({
      key: words,
      words: shown,
      audience,
      at: found.get(words)?.at ?? [],
    })),
    audiences,
  };
}

export type AudienceWordsView = Awaited<ReturnType<typeof audienceWordsView>>;
