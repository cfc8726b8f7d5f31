import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { writeCsv } from "~/features/documents/write-sheet.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { listsOf } from "~/features/subscriptions/subscriber-lists.server";
import { takeOutSubscribers } from "~/features/subscriptions/take-out-subscribers.server";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** A file is asked for by a form, since it is written down that somebody took it: the address alone leads to the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  const asked = { id: params.newsletter ?? "", today: todayIn(region.zone, systemClock()), zone: region.zone };
  if (!(await withRegion(access, (db) => listsOf(db, asked)))) notFound();
  return redirect(paths.subscribers(region.slug, asked.id));
}

/** Everybody who gets a newsletter, or does not and why, as a file for a spreadsheet. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  const asked = { id: params.newsletter ?? "", today: todayIn(region.zone, systemClock()), zone: region.zone };
  const sheet = await withRegion(access, (db) => takeOutSubscribers(db, asked));
  if (!sheet) notFound();
  return new Response(writeCsv({ name: "", widths: [], ...sheet }) as BodyInit, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="subscribers-${region.slug}-${asked.today}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
