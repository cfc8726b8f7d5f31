import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "~/domain/documents/sheet-columns";
import { importDocument } from "~/features/documents/import-document.server";
import { readSheetFile } from "~/features/documents/read-sheet.server";
import { saveContactSheet } from "~/features/documents/save-contact-sheet.server";
import { saveMunicipalitySheet } from "~/features/documents/save-municipality-sheet.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { projectFolder } from "~/platform/env.server";

type Days = { today: Date; now: Date };

const fileOf = (name: string) => readFileSync(join(projectFolder(), "prisma/seed", name));

/**
 * Takes in one of the demo's spreadsheets as a coordinator would, every row of it, without a welcome to anybody.
 * Throws when a row cannot be saved.
 */
export async function importSheet(db: RegionDb, fileName: string, days: Days): Promise<void> {
  const raw = await readSheetFile(fileOf(fileName));
  const read = raw.ok ? readSheet(raw.rows, () => false) : raw;
  if (!read.ok || !("sheet" in read)) throw new Error(`${fileName} cannot be read`);
  const input = { source: { fileName, sheet: read.sheet }, ticked: "all" as const, ...days };
  const saved =
    read.sheet.kind === "contact_persons"
      ? await saveContactSheet(db, { ...input, quiet: true })
      : await saveMunicipalitySheet(db, { ...input, make: "all" });
  if (!saved.ok) throw new Error(`${fileName} was not saved: ${saved.reason}`);
  const wrong = saved.result.rows.filter(({ done }) => done === "problem");
  if (wrong.length > 0) throw new Error(`${fileName} has problems in ${wrong.map(({ line }) => line).join(", ")}`);
}

/** Takes in one of the demo's plans. */
export async function importPlan(db: RegionDb, fileName: string, { now }: Days): Promise<void> {
  const text = fileOf(fileName).toString("utf8");
  const choices = { joins: {}, conflicts: {}, period: null };
  const report = await importDocument(db, { fileName, text, choices, dryRun: false, now });
  if (!report.saved) throw new Error(`${fileName} was not saved`);
}
