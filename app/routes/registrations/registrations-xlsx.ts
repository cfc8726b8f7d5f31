import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeXlsx } from "~/features/documents/write-sheet.server";
import { fileResponse, requireRegistrationSheet } from "~/features/registrations/registrations-file.server";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const sheet = await requireRegistrationSheet(request, params);
  return fileResponse(await writeXlsx(sheet), "registrations.xlsx", type);
}
