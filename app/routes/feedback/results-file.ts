import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { writeCsv } from "~/features/documents/write-sheet.server";
import { requireEvent } from "~/features/events/require-event.server";
import { resultsTable } from "~/features/feedback/results.view.server";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";

/** What was answered, as a file for a spreadsheet; while the answers are too few to be shown, the page that says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const table = await withRegion(access, (db) => resultsTable(db, eventId));
  if (!table) throw redirect(paths.eventFeedback(region.slug, eventId));
  const bytes = writeCsv({ name: "", heads: table.heads, widths: [], rows: table.rows });
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="feedback-${eventId.slice(-12)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
