import type { LoaderFunctionArgs } from "@remix-run/node";
import { plannedKindWords, waitsLook } from "~/features/automation/planned-words";
import { ruleKindWords } from "~/features/automation/rule-words";
import { yearView } from "~/features/automation/year.view.server";
import { readYearQuery } from "~/features/automation/year-query";
import { writeCsv } from "~/features/documents/write-sheet.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";

/** The year ahead, narrowed as the page is, as a file for a spreadsheet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "automation.see");
  const now = systemClock();
  const query = readYearQuery(new URL(request.url).searchParams, todayIn(region.zone, now));
  const view = await withRegion(access, (db) => yearView(db, query, now));
  const lines = view.months.flatMap((month) => month.lines);
  const bytes = writeCsv({
    name: "",
    heads: [
      m.automation_day(),
      m.automation_time(),
      m.automation_what(),
      m.automation_subject(),
      m.automation_whom(),
      m.automation_recipients_head(),
      m.automation_rule(),
      m.automation_waits(),
      m.automation_clash(),
    ],
    widths: [],
    rows: lines.map((line) => [
      line.day,
      line.time,
      plannedKindWords(line.kind),
      line.subject,
      line.audience,
      line.recipients,
      ruleKindWords(line.rule),
      waitsLook(line.waitsFor).words,
      line.clashes ? m.automation_clash() : "",
    ]),
  });
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="year-${region.slug}-${query.from}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
