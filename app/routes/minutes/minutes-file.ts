import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/domain/regions/written-standard";
import { minutesPage } from "~/features/minutes/minutes-page.view.server";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { todayIn } from "~/features/regions/today";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The minutes as a Word file. The library that writes it is read when the first is asked for: it is large. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, minutesId, minutes } = await requireMinutes(request, params, "bodies.see");
  const today = todayIn(region.zone, systemClock());
  const page = await withRegion(access, (db) =>
    minutesPage(db, { minutesId, roles, personId: access.personId, today }),
  );
  if (!page || page.withheld) notFound();
  const { docxType } = await import("~/features/documents/plan-docx.server");
  const { writeMinutesDocx } = await import("~/features/documents/minutes-docx.server");
  const bytes = await writeMinutesDocx(page.content, { standard: languageOf[region.defaultStandard], region });
  const plain = minutes.body.name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  const name = `referat-${plain.replace(/[^a-z0-9]+/g, "-")}-${page.content.day}.docx`;
  return new Response(bytes as BodyInit, {
    headers: { "Content-Type": docxType, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
