import { caseOfPaper } from "~/features/cases/case-papers.db.server";
import { isPublicCase } from "~/features/cases/register.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The case of a paper that everybody may read under this item of the register; null for one that is not. */
export async function publicPaperCase(
  db: RegionDb,
  { itemId, paperId }: { itemId: string; paperId: string },
): Promise<string | null> {
  const caseId = await caseOfPaper(db, paperId);
  return caseId !== null && (await isPublicCase(db, itemId, caseId)) ? caseId : null;
}
