import { addEdition } from "~/domain/municipalities/add-edition";
import { type EditionRow, type FileProblem, readChanges, readEdition } from "~/domain/municipalities/register-file";
import { isDay, isoDay } from "~/domain/shared/days";
import { registerToExtend, versionsOn, writeEdition } from "~/features/municipalities/register.db.server";
import { newId } from "~/platform/ids.server";

export type AddEditionResult =
  | {
      ok: true;
      municipalities: number;
      created: number;
      renamed: number;
      ended: number;
      changes: number;
      before: number;
    }
  /** The register has this edition already. */
  | { ok: true; unchanged: true; municipalities: number }
  | { ok: false; problems: FileProblem[] };

/**
 * Adds an edition of the register from its files, in whole or not at all. Changes of days up to the last edition are
 * in the register already and are passed over; `before` tells how many. The same edition again changes nothing.
 *
 * @param day ISO, the day the edition is of
 * @param allowUnknown whether municipalities may come and go without a change that tells of it
 */
export async function addRegisterEdition(input: {
  day: string;
  edition: string;
  changes: string | null;
  allowUnknown: boolean;
}): Promise<AddEditionResult> {
  const { day, allowUnknown } = input;
  const edition = readEdition(input.edition);
  const told = input.changes === null ? { rows: [], problems: [] } : readChanges(input.changes, isDay);
  const problems = [...edition.problems, ...told.problems];
  if (problems.length > 0) return { ok: false, problems };
  const { standing, taken, editions } = await registerToExtend();
  const days = editions.map(isoDay);
  if (days.includes(day)) return compare(day, edition.rows);
  const last = days.at(-1) ?? "";
  if (day < last) return refuse("edition", null, `The register has a later edition, of ${last}`);
  const changes = told.rows.filter((change) => change.day > last);
  const late = changes.filter((change) => change.day > day);
  if (late.length > 0)
    return {
      ok: false,
      problems: late.map(({ line }) => ({ file: "changes", line, message: `The day is after ${day}` })),
    };
  const made = addEdition({ day, edition: edition.rows, changes, standing, taken, allowUnknown, newId });
  if (!made.ok) return made;
  await writeEdition(made.plan, { day, count: edition.rows.length });
  const { created, updated, ended } = made.plan;
  return {
    ok: true,
    municipalities: edition.rows.length,
    created: created.length,
    renamed: updated.length,
    ended: ended.length,
    changes: made.plan.changes.length,
    before: told.rows.length - changes.length,
  };
}

/** The same edition again, or another of the same day. */
async function compare(day: string, rows: EditionRow[]): Promise<AddEditionResult> {
  const held = new Map((await versionsOn(new Date(day))).map((version) => [version.number, version]));
  const problems = rows.flatMap((row): FileProblem[] => {
    const version = held.get(row.number);
    const same =
      version?.name === row.name &&
      version.nameSami === row.nameSami &&
      version.countyNumber === row.countyNumber &&
      version.county === row.county;
    const message = `The register has an edition of ${day} already, and ${row.number} ${row.name} is not so in it`;
    return same ? [] : [{ file: "edition", line: row.line, message }];
  });
  if (problems.length > 0) return { ok: false, problems };
  if (held.size !== rows.length)
    return refuse(
      "edition",
      null,
      `The register's edition of ${day} has ${held.size} municipalities, the file ${rows.length}`,
    );
  return { ok: true, unchanged: true, municipalities: rows.length };
}

function refuse(file: FileProblem["file"], line: number | null, message: string): AddEditionResult {
  return { ok: false, problems: [{ file, line, message }] };
}
