import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportFile } from "~/features/documents/report-file.server";
import { requireSubmission } from "~/features/reports/require-submission.server";

/** A report as it was submitted, as a Word file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, content, version } = await requireSubmission(request, params);
  const { number, day, by, reason } = version;
  return reportFile(content, { access, region, submitted: { number, by, reason, day } });
}
