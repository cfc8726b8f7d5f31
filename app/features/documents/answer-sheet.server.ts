import { audit } from "~/features/audit/audit.server";
import { saveContactSheet, type Ticked } from "~/features/documents/save-contact-sheet.server";
import { saveMunicipalitySheet } from "~/features/documents/save-municipality-sheet.server";
import { closeSheetImport, findSheetImport } from "~/features/documents/sheet-imports.db.server";
import { savedRows } from "~/features/documents/sheet-review";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SheetAnswer =
  | { ok: true; done: "discarded" }
  | { ok: true; done: "saved"; rows: number }
  | { ok: false; reason: "not-found" | "closed" | "none-ticked"; lines: [] }
  /** These rows are not what was seen any more; nothing is saved. */
  | { ok: false; reason: "changed"; lines: number[] };

/** Does what a sheet's form asks: `intent` is "discard" or "save", with the ticked rows and areas. */
export async function answerSheet(
  db: RegionDb,
  id: string,
  form: FormData,
  days: { today: Date; now: Date },
): Promise<SheetAnswer> {
  const found = await findSheetImport(db, id);
  if (!found) return { ok: false, reason: "not-found", lines: [] };
  if (form.get("intent") === "discard") {
    if (!(await closeSheetImport(db, id, { state: "discarded" }))) return { ok: false, reason: "closed", lines: [] };
    await audit(db, { action: "removed", subject: "import", id });
    return { ok: true, done: "discarded" };
  }
  const ticked = readTicked(form);
  if (found.state === "staged" && ticked.size === 0) return { ok: false, reason: "none-ticked", lines: [] };
  const source = { importId: id };
  const make = new Set(form.getAll("area[]").map(String));
  const saved =
    found.kind === "contact_persons"
      ? await saveContactSheet(db, { source, ticked, ...days })
      : await saveMunicipalitySheet(db, { source, ticked, make, ...days });
  if (saved.ok) return { ok: true, done: "saved", rows: savedRows(saved.result) };
  return saved.reason === "changed" ? saved : { ...saved, lines: [] };
}

/** The rows ticked, "line:what was seen". */
function readTicked(form: FormData): Exclude<Ticked, "all"> {
  return new Map(
    form.getAll("take[]").flatMap((value): [number, string][] => {
      const [, line, seen = ""] = /^(\d{1,6}):([\s\S]*)$/.exec(String(value)) ?? [];
      return line ? [[Number(line), seen]] : [];
    }),
  );
}
