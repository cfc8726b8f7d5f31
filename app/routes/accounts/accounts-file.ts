import type { LoaderFunctionArgs } from "@remix-run/node";
import { accountsFile } from "~/features/documents/accounts-file.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The lines of a round's accounts as an Excel file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "accounts.see");
  const made = await withRegion(access, (db) => accountsFile(db, params.round ?? ""));
  if (!made) notFound();
  return new Response(made.bytes as BodyInit, {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="accounts-${region.slug}-${made.to}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}
