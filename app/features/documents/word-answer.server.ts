import { fileNameOf } from "~/domain/documents/plan-document";
import { docxType } from "~/features/documents/word-type";

/** A Word file as the answer to a request for it, by a name of these parts; made for one reader and kept nowhere. */
export function wordAnswer(bytes: Uint8Array, ...name: string[]): Response {
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": `attachment; filename="${fileNameOf(...name)}"`,
      "Cache-Control": "no-store",
    },
  });
}
