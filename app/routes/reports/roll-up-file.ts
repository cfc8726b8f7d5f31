import type { LoaderFunctionArgs } from "@remix-run/node";
import { readRollUpKey } from "~/domain/reports/roll-up";
import { rollUpSheet } from "~/features/documents/roll-up-sheet.server";
import { requireGrants } from "~/features/regions/membership.server";
import { rollUpView } from "~/features/reports/roll-up.view.server";
import { notFound } from "~/platform/http/responses.server";

/** The figures and accounts of a period as a spreadsheet, a line to each figure of each region. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const granted = await requireGrants(request);
  const key = readRollUpKey(params.rollUp ?? "") ?? notFound();
  const view = (await rollUpView(granted, key)) ?? notFound();
  const format = new URL(request.url).pathname.endsWith(".csv") ? "csv" : "xlsx";
  const { name, type, bytes } = await rollUpSheet(view, format);
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
