import { readResources } from "~/domain/action-plan/resources";
import { type ActionPlanDocument, readActionPlan } from "~/domain/documents/action-plan-document";
import { type ComparedActivity, comparePlan } from "~/features/action-plan/compare-plan.server";
import { deedOf, type SavedPlan, saveImportedPlan } from "~/features/action-plan/save-imported-plan.server";
import { audit } from "~/features/audit/audit.server";
import { actionPlanProblemWords } from "~/features/documents/action-plan-words";
import { closeImport, createImport, findImport, keepChoices } from "~/features/documents/documents.db.server";
import { choicesOf, type ImportChoices, noChoices, readChoices } from "~/features/documents/import-choices";
import { textOfPlanSheet } from "~/features/documents/read-action-plan-sheet";
import { readWordsFile } from "~/features/documents/read-words-file.server";
import { readXlsx } from "~/features/documents/read-xlsx.server";
import { largestFile, nameOf } from "~/features/documents/receive-document.server";
import { m } from "~/i18n/messages/messages";
import { accessFor, lockRegion, type RegionDb } from "~/platform/db/region-db.server";

const mostRows = 2000;

type Received =
  | { ok: true; fileName: string; text: string }
  | { ok: false; problems: { field: "file" | "table"; message: string }[] };

/** Takes an action plan out of a submitted form: a file, or pasted text. One without a known table is refused. */
export async function receiveActionPlan(form: FormData): Promise<Received> {
  const upload = form.get("file");
  const file = upload instanceof File && (upload.name !== "" || upload.size > 0) ? upload : null;
  const pasted = String(form.get("table") ?? "");
  const field = file ? "file" : "table";
  const refuse = (...messages: string[]): Received => ({
    ok: false,
    problems: messages.map((message) => ({ field, message })),
  });
  if (file && pasted.trim() !== "") return refuse(m.documents_both());
  if (!file && pasted.trim() === "")
    return { ok: false, problems: [{ field: "file", message: m.documents_neither() }] };
  if (file && file.size > largestFile) return refuse(m.documents_too_large());
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted);
  const read = await readPlanFile(bytes);
  if (!read.ok) return refuse(read.message);
  const { problems, areas } = readActionPlan(read.text);
  const found = areas.flatMap(({ focusAreas }) => focusAreas.flatMap(({ activities }) => activities)).length;
  if (found > mostRows) return refuse(m.documents_too_many_rows({ found, most: mostRows }));
  const faults = problems.filter(({ code }) => code !== "year_missing");
  if (faults.length > 0) return refuse(...faults.slice(0, 10).map(actionPlanProblemWords));
  return { ok: true, fileName: file ? nameOf(file) : m.documents_pasted_name(), text: read.text };
}

/** The words of a plan's file: a sheet's rows as the text they stand for, else those of a Word or text file. */
async function readPlanFile(bytes: Uint8Array): ReturnType<typeof readWordsFile> {
  const sheet =
    bytes[0] === 0x50 && bytes[1] === 0x4b ? await readXlsx(bytes, mostRows, { longestCell: 32_768 }) : null;
  if (!sheet?.ok) return readWordsFile(bytes, { marked: true });
  if (sheet.more) return { ok: false, message: m.documents_too_many_rows({ found: mostRows + 1, most: mostRows }) };
  const text = textOfPlanSheet(sheet.rows);
  return text === null ? { ok: false, message: m.documents_ap_sheet_heads() } : { ok: true, text };
}

/** Puts an action plan aside until a person confirms or discards it. Returns the import's id. */
export async function stageActionPlan(db: RegionDb, { fileName, text }: { fileName: string; text: string }) {
  const { personId } = accessFor(db);
  return createImport(db, { kind: "action_plan", fileName, text, choices: noChoices, personId });
}

/** What an import of an action plan would do, or has done; null when there is no such import. */
export async function previewActionPlan(db: RegionDb, importId: string) {
  const staged = await findImport(db, importId, "action_plan");
  if (!staged) return null;
  const { id, fileName, state } = staged;
  const result = staged.result as SavedPlan | null;
  const choices = readChoices(staged.choices);
  const review = state === "staged" ? await reviewOf(db, staged.text, choices) : null;
  return { id, fileName, state, result, review };
}

export type ActionPlanPreview = NonNullable<Awaited<ReturnType<typeof previewActionPlan>>>;
export type ActionPlanReview = NonNullable<ActionPlanPreview["review"]>;

const readWith = (text: string, { joins, period }: ImportChoices): ActionPlanDocument =>
  readActionPlan(text, { joins, year: period ? Number(period.from.slice(0, 4)) : null });

const takenOf = ({ conflicts }: ImportChoices) =>
  new Set(Object.entries(conflicts).flatMap(([id, choice]) => (choice === "take" ? [id] : [])));

async function reviewOf(db: RegionDb, text: string, choices: ImportChoices) {
  const document = readWith(text, choices);
  const compared = await comparePlan(db, document);
  const take = takenOf(choices);
  const deeds = compared.rows.map((row) => deedOf(row, take));
  const counts = { created: 0, updated: 0, unchanged: 0, asks: 0, problems: document.problems.length };
  for (const { verdict } of compared.rows) counts[verdict.kind]++;
  const saves = deeds.filter((deed) => deed === "created" || deed === "updated").length;
  const closed = compared.plan?.state === "closed" && saves > 0;
  return {
    year: document.year,
    adoptedOn: document.adoptedOn,
    adoptedBy: document.adoptedBy,
    needsYear: document.year === null,
    isNew: compared.plan === null,
    closed,
    problems: document.problems.filter(({ code }) => code !== "year_missing").map(actionPlanProblemWords),
    counts,
    saves: closed || document.problems.length > 0 ? 0 : saves,
    cuts: document.cuts,
    newAreas: compared.newAreas,
    unsure: document.areas.flatMap(({ focusAreas }) =>
      focusAreas.flatMap(({ name, organisation, resources }) =>
        readResources(`${organisation}\n${resources}`).unsure ? [{ name, words: resources }] : [],
      ),
    ),
    withoutTime: compared.rows.filter(({ timing }) => timing === "").length,
    focusAreas: focusAreasOf(compared.rows, choices),
    empty: document.areas.filter(({ focusAreas }) => focusAreas.length === 0).map(({ name }) => name),
    missing: compared.missing,
  };
}

function focusAreasOf(rows: ComparedActivity[], { conflicts }: ImportChoices) {
  const groups = new Map<string, { area: string; focusArea: string; rows: ComparedActivity[] }>();
  for (const row of rows) {
    const key = `${row.area}\n${row.focusArea}`;
    const group = groups.get(key) ?? { area: row.area, focusArea: row.focusArea, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ area, focusArea, rows: own }) => ({
    area,
    focusArea,
    rows: own.map(({ line, strategy, measure, name, timing, owner, existing, verdict }) => ({
      ...{ line, strategy, measure, name, timing, owner, id: existing?.id ?? null },
      verdict: verdict.kind,
      changes: "changes" in verdict ? verdict.changes : [],
      chosen: existing ? (conflicts[existing.id] ?? "keep") : "keep",
    })),
  }));
}

type Answer =
  | { ok: true; done: "chosen" | "discarded" }
  | { ok: true; done: "saved"; result: SavedPlan }
  | { ok: false; reason: "not-found" | "closed" | "problems" | "plan-closed" | "year" };

/** Does what the preview's form asks: `intent` is "save", "discard" or "choose". One that is over is not answered again. */
export async function answerActionPlan(
  db: RegionDb,
  id: string,
  form: FormData,
  { now }: { now: Date },
): Promise<Answer> {
  await lockRegion(db, "import");
  const staged = await findImport(db, id, "action_plan");
  if (!staged) return { ok: false, reason: "not-found" };
  if (staged.state !== "staged") return { ok: false, reason: "closed" };
  if (form.get("intent") === "discard") {
    await closeImport(db, id, { state: "discarded" });
    return { ok: true, done: "discarded" };
  }
  const year = String(form.get("year") ?? "").trim();
  if (year !== "" && !/^20\d\d$/.test(year)) return { ok: false, reason: "year" };
  const period = year === "" ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
  const choices = choicesOf(form, readChoices(staged.choices), period);
  if (form.get("intent") !== "save") {
    await keepChoices(db, id, choices);
    return { ok: true, done: "chosen" };
  }
  const saved = await saveImportedPlan(db, readWith(staged.text, choices), { take: takenOf(choices) });
  if (!saved.ok) return saved;
  await closeImport(db, id, { state: "saved", savedAt: now, choices, result: saved.result });
  await audit(db, { action: "imported", subject: "import", id, after: saved.result });
  return { ok: true, done: "saved", result: saved.result };
}

/** Imports an action plan at once, without a preview. One that states no year is the plan of `year`. */
export async function importActionPlan(
  db: RegionDb,
  { fileName, text, now, year = null }: { fileName: string; text: string; now: Date; year?: number | null },
): Promise<{ ok: true; result: SavedPlan } | { ok: false; problems: string[] }> {
  const document = readActionPlan(text, { year });
  const saved = await saveImportedPlan(db, document, { take: new Set() });
  if (!saved.ok) {
    const closed = saved.reason === "plan-closed" ? [m.documents_ap_closed({ year: String(document.year) })] : [];
    return { ok: false, problems: [...closed, ...document.problems.map(actionPlanProblemWords)] };
  }
  const id = await stageActionPlan(db, { fileName, text });
  await closeImport(db, id, { state: "saved", savedAt: now, choices: noChoices, result: saved.result });
  await audit(db, { action: "imported", subject: "import", id, after: saved.result });
  return saved;
}
