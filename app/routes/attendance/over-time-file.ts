import type { LoaderFunctionArgs } from "@remix-run/node";
import { overTimeFilters, overTimeView } from "~/features/attendance/over-time.view.server";
import { writeCsv } from "~/features/documents/write-sheet.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";

/** Who came per municipality over time, as a file for a spreadsheet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "events.see");
  const filters = overTimeFilters(new URL(request.url).searchParams);
  const view = await withRegion(access, (db) => overTimeView(db, { filters, now: systemClock(), whole: true }));
  const bytes = writeCsv({
    name: "",
    heads: [m.attendance_municipality(), ...view.columns.map(({ label }) => label), m.attendance_sum()],
    widths: [],
    rows: [
      ...view.rows.map(({ name, cells, total }) => [name ?? m.attendance_municipality_nowhere(), ...cells, total]),
      [m.attendance_sum(), ...view.totals, view.total],
    ],
  });
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="attendance-${region.slug}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
