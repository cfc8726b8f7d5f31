import { languageOf } from "~/domain/regions/written-standard";
import type { RoundContent } from "~/domain/reports/round-content";
import { fileWords } from "~/features/documents/file-name";
import { openTemplate } from "~/features/documents/open-template.server";
import type { SubmittedAs } from "~/features/documents/round-document.server";
import { wordAnswer } from "~/features/documents/word-answer.server";
import type { Access } from "~/platform/db/region-db.server";

type Region = { accent: string; programme: string; defaultStandard: keyof typeof languageOf };

/**
 * A report as a Word file to be saved, in the region's own template where it has one. The library that writes it is
 * read when the first is asked for: it is large.
 */
export async function reportFile(
  content: RoundContent,
  { access, region, submitted }: { access: Access; region: Region; submitted: SubmittedAs | null },
): Promise<Response> {
  const template = await openTemplate(access, "status_report");
  const { roundDocx } = await import("~/features/documents/round-docx.server");
  const { accent, programme, defaultStandard } = region;
  const bytes = await roundDocx(content, languageOf[defaultStandard], { accent, programme, submitted, template });
  const version = submitted && submitted.number > 1 ? `-v${submitted.number}` : "";
  return wordAnswer(bytes, `${fileWords(content.name) || "rapport"}${version}`);
}
