import { isClosed } from "~/domain/cases/closed";
import { linkReferences, type Reference, referencesIn, resolveReference } from "~/domain/cases/references";
import { type Block, readMarkdown } from "~/domain/shared/markdown";
import { treatmentsNumbered } from "~/features/cases/register.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Reads a text of a case, with the cases it names as links. */
export type ReadText = (text: string) => Block[];

/**
 * What reads the texts of a case of this body: the cases they name are looked up once, and those that may be seen are
 * links to where `hrefOf` says; `letter` is that of the part that is meant, or empty.
 */
export async function caseReader(
  db: RegionDb,
  {
    texts,
    bodyId,
    maySee,
    hrefOf,
    openOnly = false,
  }: {
    texts: readonly string[];
    bodyId: string;
    maySee: (bodyId: string) => boolean;
    hrefOf: (target: { itemId: string; caseId: string }, letter: string) => string;
    /** Those of the public register alone. */
    openOnly?: boolean;
  },
): Promise<ReadText> {
  const wanted = referencesIn(texts);
  const found = wanted.length === 0 ? [] : await treatmentsNumbered(db, wanted, { openOnly });
  const candidates = found
    .filter((item) => !isClosed(item.case) || (!openOnly && maySee(item.bodyId)))
    .map(({ id, caseId, number, year, body, bodyId: of }) => ({
      itemId: id,
      caseId,
      number: number ?? 0,
      year: year ?? 0,
      bodyId: of,
      names: [body.name, body.shortName].filter((name) => name !== ""),
    }));
  const leads = (text: string, reference: Reference) => {
    const target = resolveReference(text, reference, candidates, bodyId);
    return target && hrefOf(target, reference.letter);
  };
  return (text) => linkReferences(readMarkdown(text), leads);
}
