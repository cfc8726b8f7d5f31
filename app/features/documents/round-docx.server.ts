import type { RoundContent } from "~/domain/reports/round-content";
import { writePlanDocx } from "~/features/documents/plan-docx.server";
import { roundDocument, type SubmittedAs } from "~/features/documents/round-document.server";

/** A report as a Word file (ECMA-376), in the product's own layout. */
export async function roundDocx(
  content: RoundContent,
  language: "nb" | "nn" | "en",
  {
    accent = "fjord",
    programme = "",
    submitted = null,
  }: { accent?: string; programme?: string; submitted?: SubmittedAs | null } = {},
): Promise<Uint8Array> {
  return writePlanDocx(await roundDocument(content, { language, programme, submitted }), accent);
}
