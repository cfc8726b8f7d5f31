import { chooseForImport } from "~/features/documents/choose-for-import.server";
import { discardImport } from "~/features/documents/discard-import.server";
import { findImport } from "~/features/documents/documents.db.server";
import { choicesOf, readChoices } from "~/features/documents/import-choices";
import { readYearFields } from "~/features/documents/receive-document.server";
import { type ImportResult, saveImport } from "~/features/documents/save-import.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Answer =
  | { ok: true; done: "chosen" | "discarded" }
  | { ok: true; done: "saved"; result: ImportResult }
  | { ok: false; reason: "not-found" | "closed" | "problems" | "years"; field: "from" | "to" | null };

/**
 * Does what the preview's form asks: `intent` is "save", "discard" or "choose" (look again with these choices).
 * An import that is over cannot be answered again; a document with problems is not saved.
 */
export async function answerImport(db: RegionDb, id: string, form: FormData, { now }: { now: Date }): Promise<Answer> {
  const staged = await findImport(db, id);
  if (!staged) return { ok: false, reason: "not-found", field: null };
  const intent = form.get("intent");
  if (intent === "discard") {
    const discarded = await discardImport(db, id);
    return discarded.ok ? { ok: true, done: "discarded" } : { ...discarded, field: null };
  }
  const years = readYearFields(form);
  if (!years.ok) return { ok: false, reason: "years", field: years.field };
  const choices = choicesOf(form, readChoices(staged.choices), years.period);
  if (intent !== "save") {
    const chosen = await chooseForImport(db, id, choices);
    return chosen.ok ? { ok: true, done: "chosen" } : { ...chosen, field: null };
  }
  const saved = await saveImport(db, { importId: id }, choices, { now });
  if (!saved.ok) return { ok: false, reason: saved.reason, field: null };
  return { ok: true, done: "saved", result: saved.result };
}
