import { deedOf, type JudgedContact } from "~/domain/documents/contact-sheet";
import type { Sheet } from "~/domain/documents/sheet-columns";
import { audit } from "~/features/audit/audit.server";
import { reviewContacts } from "~/features/documents/contact-sheet.view.server";
import { closeSheetImport, findSheetImport, stageSheet } from "~/features/documents/sheet-imports.db.server";
import { handOver } from "~/features/handover/hand-over.server";
import { assignContactPerson } from "~/features/municipalities/assign-contact-person.server";
import { changePerson, personVersion } from "~/features/people/change-person.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What was done with each row that was saved or left, without names of people. */
export type ContactResult = {
  rows: { line: number; municipality: string; done: "new" | "takes-over" | "renamed" | "left" | "problem" }[];
  same: number;
  absent: string[];
};

export type SavedContacts =
  | { ok: true; importId: string; result: ContactResult }
  | { ok: false; reason: "closed" }
  /** Rows that are not what was seen any more, by line. Nothing is saved. */
  | { ok: false; reason: "changed"; lines: number[] };

/** What was ticked: by line, what the row's verdict was when it was. "all": whatever can be saved. */
export type Ticked = ReadonlyMap<number, string> | "all";

type Input = {
  source: { importId: string } | { fileName: string; sheet: Sheet };
  ticked: Ticked;
  /** The day in the region's zone, at midnight UTC. */
  today: Date;
  now: Date;
  /** Nobody is welcomed: for a region that is being made. */
  quiet?: boolean;
};

/**
 * Makes the ticked rows' people contact persons, all or none. One import at a time in a region. A ticked row whose
 * verdict has changed since it was seen is asked about again, and then nothing is saved.
 */
export async function saveContactSheet(db: RegionDb, input: Input): Promise<SavedContacts> {
  const { source, ticked, today, now } = input;
  await lockRegion(db, "import");
  await lockRegion(db, "people");
  const staged = "importId" in source ? await findSheetImport(db, source.importId) : null;
  const sheet = "sheet" in source ? source.sheet : staged?.sheet;
  if (sheet?.kind !== "contact_persons") return { ok: false, reason: "closed" };
  const { rows, absent } = await reviewContacts(db, sheet, today);
  const chosen = (row: JudgedContact) => (ticked === "all" ? deedOf(row.verdict) !== "nothing" : ticked.has(row.line));
  const changed =
    ticked === "all" ? [] : rows.filter((row) => ticked.has(row.line) && ticked.get(row.line) !== row.seen);
  if (changed.length > 0) return { ok: false, reason: "changed", lines: changed.map(({ line }) => line) };

  const result: ContactResult = { rows: [], same: 0, absent };
  for (const row of rows) {
    const { verdict, line, municipality } = row;
    const told = { line, municipality: municipality?.name ?? row.asked };
    if (verdict.kind === "same" || verdict.kind === "vacant") result.same += 1;
    else if (verdict.kind === "problem") result.rows.push({ ...told, done: "problem" });
    else if (!municipality || !chosen(row)) result.rows.push({ ...told, done: "left" });
    else {
      await saveRow(db, row, municipality.id, input);
      result.rows.push({ ...told, done: verdict.kind });
    }
  }
  const importId = "importId" in source ? source.importId : await stageSheet(db, source);
  await audit(db, { action: "imported", subject: "import", id: importId, after: countDone(result) });
  await closeSheetImport(db, importId, { state: "saved", savedAt: now, result });
  return { ok: true, importId, result };
}

/** Rows by what was done with them. */
export function countDone({ rows, same }: ContactResult) {
  const count = (what: ContactResult["rows"][number]["done"]) => rows.filter(({ done }) => done === what).length;
  return {
    new: count("new"),
    takesOver: count("takes-over"),
    renamed: count("renamed"),
    left: count("left"),
    problems: count("problem"),
    same,
  };
}

async function saveRow(db: RegionDb, row: JudgedContact, municipalityId: string, { today, now, quiet }: Input) {
  const { verdict, name, email } = row;
  if (verdict.kind === "renamed") {
    const { personId } = verdict.from;
    const renamed = await changePerson(db, { personId, name, email, seen: personVersion(verdict.from), now });
    if (!renamed.ok && renamed.reason !== "changed-meanwhile") throw new Error(`Row ${row.line}: ${renamed.reason}`);
    return;
  }
  const replaces = verdict.kind === "takes-over" ? verdict.from.personId : null;
  const assign = { municipalityId, name, email, today, replaces };
  const done = quiet ? await assignContactPerson(db, assign) : await handOver(db, { ...assign, now });
  if (!done.ok) throw new Error(`Row ${row.line}: ${done.reason}`);
}
