import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCsv } from "~/features/documents/write-sheet.server";
import { fileResponse, requireRegistrationSheet } from "~/features/registrations/registrations-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const sheet = await requireRegistrationSheet(request, params);
  return fileResponse(writeCsv(sheet), "registrations.csv", "text/csv; charset=utf-8");
}
