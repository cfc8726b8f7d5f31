import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileNameOf } from "~/domain/documents/plan-document";
import { documentOfPlan } from "~/features/documents/document-of-plan.server";
import { docxType } from "~/features/documents/word-type";
import { m } from "~/i18n/messages/messages";

/** The same document as a Word file. The library that writes it is read when the first is asked for: it is large. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { writePlanDocx } = await import("~/features/documents/plan-docx.server");
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
