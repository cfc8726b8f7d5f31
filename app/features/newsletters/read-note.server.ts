import { type Language, wordsIn } from "~/domain/newsletters/words";
import { readMarkdown } from "~/domain/shared/markdown";
import type { NoteView } from "~/features/newsletters/notes.view.server";

/** What a note says in each language it is written in, to be shown. */
export function readNote({ heading, body }: Pick<NoteView, "heading" | "body">) {
  const languages = (["nn", "nb", "en"] as const).filter((each) => heading[each] || body[each]);
  return {
    written: languages.map((language: Language) => ({
      language,
      heading: heading[language] ?? wordsIn(heading, language),
      blocks: readMarkdown(body[language] ?? ""),
    })),
  };
}
