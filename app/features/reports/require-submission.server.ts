import { submittedReport } from "~/features/reports/report-page.view.server";
import { requireRound } from "~/features/reports/require-round.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

type Params = { region?: string | undefined; round?: string | undefined; version?: string | undefined };

/** The submitted version of the address, for somebody who may see reports; 404 where there is none. */
export async function requireSubmission(request: Request, params: Params) {
  const found = await requireRound(request, params, "reports.see");
  const number = /^\d{1,4}$/.test(params.version ?? "") ? Number(params.version) : 0;
  const report = await withRegion(found.access, (db) => submittedReport(db, { roundId: found.round.id, number }));
  if (!report) notFound();
  return { ...found, ...report };
}
