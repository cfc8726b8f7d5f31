import { markedLines } from "~/features/documents/marked-lines";
import { type OfficeFault, readOfficeFile } from "~/features/documents/read-office-file.server";

/** The longest text taken out of a file. Characters. */
const longest = 2_000_000;

/**
 * The text of a .docx file as lines: a paragraph and a heading are a line with a blank one after, a point of a list
 * begins with "• ", and the cells of a table's row stand on one line with tabs between. When it is `marked`, headings
 * keep their rank (`## Helse`), paragraphs that are wholly bold are so, and a cell that goes over several rows is blank
 * in all but the first.
 */
export async function readDocx(
  bytes: Uint8Array,
  { marked = false } = {},
): Promise<{ ok: true; text: string } | { ok: false; reason: OfficeFault }> {
  const read = await readOfficeFile<string>(bytes, { main: "word/document.xml", library: "mammoth", work, longest });
  if (!read.ok) return read;
  return { ok: true, text: marked ? markedLines(read.result) : linesOf(read.result) };
}

function work(load: NodeJS.Require): void {
  const { parentPort, workerData } = load("node:worker_threads") as typeof import("node:worker_threads");
  const { module, bytes, longest: most } = workerData;
  const library = load(module) as typeof import("mammoth");
  const image = library.images.imgElement(async () => ({ src: "" }));
  library.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: image, ignoreEmptyParagraphs: true }).then(
    ({ value }) => parentPort?.postMessage(value.length > most ? null : value),
    () => parentPort?.postMessage(null),
  );
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** Lines of the HTML that the library writes, whose elements are few and well formed. */
function linesOf(html: string): string {
  return html
    .replace(/<td>|<th>/g, "\uE000")
    .replace(/(<\/?(?:tr|table|thead|tbody)>|<\/t[dh]>)/g, (tag) => (tag === "</tr>" ? "\n" : ""))
    .replace(/\uE000((?:(?!\uE000|\n)[\s\S])*)/g, (_, cell: string) => `\t${cell.replace(/<\/p>\s*<p>/g, " ")}`)
    .replace(/^\t/gm, "")
    .replace(/<li>/g, "\n• ")
    .replace(/<br ?\/?>/g, "\n")
    .replace(/<\/(?:p|h[1-6]|ul|ol)>/g, "\n\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
