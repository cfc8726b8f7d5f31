import { contentChanges } from "~/domain/reports/content-changes";
import type { RoundContent } from "~/domain/reports/round-content";
import { tallyRows } from "~/domain/reports/row-tally";
import { instantToLocal } from "~/domain/shared/local-time";
import { amountText } from "~/features/accounts/amounts";
import { figureText } from "~/features/reports/figure-text";
import { findSubmission, listSubmissions, regionFacts } from "~/features/reports/report-content.db.server";
import { readRoundContent } from "~/features/reports/round-content.schema";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the pictures over a report draw. */
export const chartsOf = (content: RoundContent) => ({
  ...{ tallies: tallyRows(content), projects: content.projects, isFirst: content.previous === "" },
});

/** A version as the list of versions shows it. `day` is the ISO day where the region is. */
export type SubmittedVersion = { number: number; reason: string; day: string; by: string };

/** The versions of a report that were submitted, the newest first. */
export async function submittedVersions(db: RegionDb, roundId: string): Promise<SubmittedVersion[]> {
  const { zone } = await regionFacts(db);
  return (await listSubmissions(db, roundId)).map(({ number, reason, submittedAt, person }) => ({
    ...{ number, reason, day: instantToLocal(submittedAt.toISOString(), zone).date, by: person?.name ?? "" },
  }));
}

export type ShownChange = ReturnType<typeof contentChanges>[number] & { key: string };

/**
 * A report as it was submitted, with what it says otherwise than the version before, in the reader's way of writing
 * numbers. Null for no such version.
 */
export async function submittedReport(db: RegionDb, { roundId, number }: { roundId: string; number: number }) {
  const found = await findSubmission(db, { roundId, number });
  if (!found) return null;
  const before = number > 1 ? await findSubmission(db, { roundId, number: number - 1 }) : null;
  const content = readRoundContent(found.content);
  const { zone } = await regionFacts(db);
  const { reason, submittedAt, person } = found;
  return {
    content,
    version: {
      number,
      reason,
      day: instantToLocal(submittedAt.toISOString(), zone).date,
      by: person?.name ?? "",
    } satisfies SubmittedVersion,
    changes: before && contentChanges(readRoundContent(before.content), content).map(shown),
  };
}

function shown(change: ReturnType<typeof contentChanges>[number], at: number): ShownChange {
  const write = (words: string) => {
    if (words === "") return "";
    if (change.of === "figure") return figureText(words);
    const isMoney = ["income", "wages", "other", "result"].includes(change.of);
    return isMoney ? amountText(BigInt(words)) : words;
  };
  return { ...change, key: `${at} ${change.of}`, before: write(change.before), after: write(change.after) };
}
