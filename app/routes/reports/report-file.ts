import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "~/domain/auth/permissions";
import { reportFile } from "~/features/documents/report-file.server";
import { requireRound } from "~/features/reports/require-round.server";
import { roundContent } from "~/features/reports/round-content.view.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** A report as it stands now, as a Word file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, roles, round } = await requireRound(request, params, "reports.see");
  const whole = await withRegion(access, (db) => roundContent(db, round.id));
  if (!whole) notFound();
  const content = can(roles, "accounts.see") ? whole : { ...whole, projects: [] };
  return reportFile(content, { access, region, submitted: null });
}
