import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileNameOf } from "~/domain/documents/plan-document";
import { documentOfPlan } from "~/features/documents/document-of-plan.server";
import { docxType, writePlanDocx } from "~/features/documents/plan-docx.server";
import { m } from "~/i18n/messages/messages";

/** The same document as a Word file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { document, key, query, region } = await documentOfPlan(request, params);
  const name = fileNameOf(m.plan_document_file({}, { locale: query.language }), region.slug, key);
  const bytes = await writePlanDocx(document, region.accent);
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
