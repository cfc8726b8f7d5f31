import { docxType } from "~/features/documents/word-type";

/** A Word file as the answer to a request for it; it is made for one reader and kept nowhere. */
export function wordAnswer(bytes: Uint8Array, name: string): Response {
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": `attachment; filename="${name}.docx"`,
      "Cache-Control": "no-store",
    },
  });
}
