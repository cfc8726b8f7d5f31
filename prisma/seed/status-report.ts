import { readFileSync } from "node:fs";
import { join } from "node:path";
import { besideField, rowAnswers, rowField } from "~/features/documents/status-report-fields";
import { answerStatusReport, stageStatusReport } from "~/features/documents/status-report-import.server";
import { statusReportImport } from "~/features/documents/status-report-import.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { projectFolder } from "~/platform/env.server";

const fileName = "vestregionen-status-report-2017-1.txt";

/** The rows of the plan that the report speaks of in other words, by their measure; others ask still. */
const settled = ["Oppfølging av meldingene", "Meldinger mellom legevakt og kommune", "Kjernejournal"];
const besides = ["Velferdsteknologi"];

/** The first report of 2017, taken in as a secretary would, who settles some of what it asks. */
export async function seedStatusReport(db: RegionDb, { now }: { now: Date }): Promise<void> {
  const text = readFileSync(join(projectFolder(), "prisma/seed", fileName), "utf8");
  const id = await stageStatusReport(db, { fileName, text });
  const review = (await statusReportImport(db, id))?.review;
  // The first of them speaks of two activities in one cell.
  const agreements = review?.activities.find(({ label }) => label.endsWith("fornye samarbeidsavtalene"));
  const form = new FormData();
  form.set("intent", "save");
  for (const { line, measure, candidates, match } of review?.questions ?? []) {
    const [first] = candidates;
    if (match === "asks" && first && settled.includes(measure)) form.set(rowField(line), first);
    if (measure === settled[0] && agreements) form.set(besideField(line), agreements.id);
    if (besides.includes(measure)) form.set(rowField(line), rowAnswers.none);
  }
  const saved = await answerStatusReport(db, id, form, now);
  if (!saved.ok) throw new Error(`${fileName} was not saved: ${saved.reason}`);
}
