import { languageOf } from "~/domain/regions/written-standard";
import type { RoundContent } from "~/domain/reports/round-content";
import type { SubmittedAs } from "~/features/documents/round-document.server";

type Region = { accent: string; programme: string; defaultStandard: keyof typeof languageOf };

/** A report as a Word file to be saved. The library that writes it is read when the first is asked for: it is large. */
export async function reportFile(
  content: RoundContent,
  { region, submitted }: { region: Region; submitted: SubmittedAs | null },
): Promise<Response> {
  const { docxType } = await import("~/features/documents/plan-docx.server");
  const { roundDocx } = await import("~/features/documents/round-docx.server");
  const { accent, programme, defaultStandard } = region;
  const bytes = await roundDocx(content, languageOf[defaultStandard], { accent, programme, submitted });
  const plain = content.name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  const version = submitted && submitted.number > 1 ? `-v${submitted.number}` : "";
  const name = `${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "rapport"}${version}.docx`;
  return new Response(bytes as BodyInit, {
    headers: { "Content-Type": docxType, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
