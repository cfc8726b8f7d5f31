import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "~/domain/auth/permissions";
import { isDay } from "~/domain/shared/days";
import { readSheetName, sheetFile } from "~/features/documents/sheet-files.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/** The region's municipalities as a spreadsheet. Addresses of contact persons are for those who keep them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles } = await requireRegion(request, params.region, "municipalities.see");
  const asked = readSheetName(params.file ?? "");
  if (!asked) notFound();
  const keeps = can(roles, "municipalities.edit") || can(roles, "contact-person.assign");
  if (asked.kind === "contacts" && !keeps) forbidden();
  const day = new URL(request.url).searchParams.get("day") ?? "";
  const of = asked.kind === "register" && isDay(day) ? day : todayIn(region.zone, systemClock());
  const { name, type, bytes } = await withRegion(access, (db) =>
    sheetFile(db, asked, { region: region.slug, day: new Date(of) }),
  );
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
