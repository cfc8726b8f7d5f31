import { type JudgedFacts, sameArea } from "~/domain/documents/municipality-sheet";
import type { Sheet } from "~/domain/documents/sheet-columns";
import { audit } from "~/features/audit/audit.server";
import { saveKnown } from "~/features/documents/municipality-sheet.db.server";
import { type FactsReview, reviewFacts } from "~/features/documents/municipality-sheet.view.server";
import type { Ticked } from "~/features/documents/save-contact-sheet.server";
import { closeSheetImport, findSheetImport, stageSheet } from "~/features/documents/sheet-imports.db.server";
import type { AreaInput } from "~/features/municipalities/area-form.schema";
import { saveArea } from "~/features/municipalities/save-area.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type FactsResult = {
  rows: { line: number; municipality: string; done: "saved" | "left" | "problem" }[];
  same: number;
  absent: string[];
};

export type SavedFacts =
  | { ok: true; importId: string; result: FactsResult }
  | { ok: false; reason: "closed" }
  | { ok: false; reason: "changed"; lines: number[] };

type Input = {
  source: { importId: string } | { fileName: string; sheet: Sheet };
  ticked: Ticked;
  /** The names of the areas and circles to be made. */
  make: ReadonlySet<string> | "all";
  today: Date;
  now: Date;
};

/**
 * Saves what the ticked rows change, all or none; areas that are new and not to be made are left out. A ticked row
 * that has changed since it was seen is asked about again, and then nothing is saved.
 */
export async function saveMunicipalitySheet(db: RegionDb, input: Input): Promise<SavedFacts> {
  const { source, ticked, today, now } = input;
  await lockRegion(db, "import");
  await lockRegion(db, "people");
  const staged = "importId" in source ? await findSheetImport(db, source.importId) : null;
  const sheet = "sheet" in source ? source.sheet : staged?.sheet;
  if (sheet?.kind !== "municipalities") return { ok: false, reason: "closed" };
  const review = await reviewFacts(db, sheet, today);
  const changed =
    ticked === "all" ? [] : review.rows.filter((row) => ticked.has(row.line) && ticked.get(row.line) !== row.seen);
  if (changed.length > 0) return { ok: false, reason: "changed", lines: changed.map(({ line }) => line) };

  const taken = review.rows.filter(
    (row) => row.verdict.kind === "changed" && (ticked === "all" || ticked.has(row.line)),
  );
  for (const row of taken) await saveKnownOf(db, row);
  await saveAreas(db, taken, review, input);

  const done = (row: JudgedFacts) =>
    row.verdict.kind === "problem" ? "problem" : taken.includes(row) ? "saved" : "left";
  const result: FactsResult = {
    rows: review.rows
      .filter(({ verdict }) => verdict.kind !== "same")
      .map((row) => ({ line: row.line, municipality: row.municipality?.name ?? row.asked, done: done(row) })),
    same: review.rows.filter(({ verdict }) => verdict.kind === "same").length,
    absent: review.absent,
  };
  const importId = "importId" in source ? source.importId : await stageSheet(db, source);
  const after = { saved: taken.length, same: result.same, rows: review.rows.length };
  await audit(db, { action: "imported", subject: "import", id: importId, after });
  await closeSheetImport(db, importId, { state: "saved", savedAt: now, result });
  return { ok: true, importId, result };
}

async function saveKnownOf(db: RegionDb, { municipality, verdict }: JudgedFacts): Promise<void> {
  if (!municipality || verdict.kind !== "changed") return;
  const { change, before } = verdict;
  const known = {
    ...(change.population && { population: change.population.value, populationYear: change.population.year }),
    ...(change.standard && { writtenStandard: change.standard }),
  };
  if (Object.keys(known).length === 0) return;
  const stood = { population: before.population, populationYear: before.year, writtenStandard: before.standard };
  if (change.population)
    await saveKnown(db, municipality.id, {
      population: change.population.value,
      populationYear: change.population.year,
    });
  if (change.standard) await saveKnown(db, municipality.id, { writtenStandard: change.standard });
  await audit(db, {
    action: "updated",
    subject: "municipality",
    id: municipality.id,
    before: Object.fromEntries(Object.entries(stood).filter(([fact]) => fact in known)),
    after: known,
  });
}

/** Makes the areas that are to be made, and moves municipalities in and out. An area keeps its last municipality. */
async function saveAreas(
  db: RegionDb,
  taken: JudgedFacts[],
  { areas, fresh }: FactsReview,
  { make, today }: Pick<Input, "make" | "today">,
): Promise<void> {
  const moved = (area: string, way: "into" | "out") =>
    taken.flatMap(({ municipality, verdict }) =>
      municipality && verdict.kind === "changed" && verdict.change[way].some(({ name }) => sameArea(name, area))
        ? [municipality.id]
        : [],
    );
  const save = async (id: string | null, input: Omit<AreaInput, "others">) => {
    const saved = await saveArea(db, { id, input: { ...input, others: [] }, today });
    if (!saved.ok) throw new Error(`The area ${input.name} was not saved: ${saved.reason}`);
  };
  for (const { name, kind } of fresh) {
    const own = moved(name, "into");
    if ((make !== "all" && !make.has(name)) || own.length === 0) continue;
    await save(null, { name, kind, description: "", counties: [], version: 0, own });
  }
  for (const { id, name, kind, description, counties, version, municipalityIds } of areas) {
    const [into, out] = [moved(name, "into"), moved(name, "out")];
    const own = [...municipalityIds.filter((one) => !out.includes(one)), ...into];
    if (into.length + out.length === 0 || (own.length === 0 && counties.length === 0)) continue;
    await save(id, { name, kind, description, counties, version, own });
  }
}
