import type { LoaderFunctionArgs } from "@remix-run/node";
import { feeView } from "~/features/accounts/fee.view.server";
import { feeSheet } from "~/features/documents/fee-sheet.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** A fixed fee as a spreadsheet to invoice from; one that is not fixed is no page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "accounts.see");
  const year = /^20\d\d$/.test(params.year ?? "") ? Number(params.year) : notFound();
  const view = await withRegion(access, (db) => feeView(db, params.scheme, year));
  if (!view || view.fixedAt === null) notFound();
  const { name, type, bytes } = await feeSheet(view, region);
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
