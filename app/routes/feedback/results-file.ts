import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCsv } from "~/features/documents/write-sheet.server";
import { requireEvent } from "~/features/events/require-event.server";
import { resultsTable } from "~/features/feedback/results.view.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** What was answered, as a file for a spreadsheet; nothing while the answers are too few to be shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, eventId } = await requireEvent(request, params, "events.edit");
  const table = await withRegion(access, (db) => resultsTable(db, eventId));
  if (!table) notFound();
  const bytes = writeCsv({ name: "", heads: table.heads, widths: [], rows: table.rows });
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="feedback-${eventId.slice(-12)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
