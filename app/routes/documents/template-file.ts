import type { LoaderFunctionArgs } from "@remix-run/node";
import { contentDisposition, fileNameFor } from "~/domain/papers/paper-name";
import { isUuid } from "~/domain/shared/ids";
import { templateFile } from "~/features/documents/templates.view.server";
import { docxType } from "~/features/documents/word-type";
import { requireRegion } from "~/features/regions/membership.server";
import { notFound } from "~/platform/http/responses.server";

/** A template as it was uploaded. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access } = await requireRegion(request, params.region, "bodies.edit");
  const id = params.template;
  if (!isUuid(id)) notFound();
  const found = await templateFile(access, id);
  if (!found) notFound();
  const { bytes, template } = found;
  return new Response(bytes, {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": contentDisposition(fileNameFor(template.name, docxType)),
      "Cache-Control": "no-store",
    },
  });
}
