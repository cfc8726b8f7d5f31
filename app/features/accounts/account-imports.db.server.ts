import type { AccountSheet } from "~/domain/accounts/read-accounts";
import { measures } from "~/domain/shared/account-sums";
import { isUuid } from "~/domain/shared/ids";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

/**
 * The round a file is for, the project each of its projects is (an id, or "new"), what its figures are of, and whether
 * lines that are alike in two projects are each its own.
 */
export type AccountChoices = {
  roundId: string;
  projects: Record<string, string>;
  figures: "period" | "year";
  alike?: boolean;
};

/** What saving a file did. */
export type AccountResult = { roundId: string; lines: number; replaced: number; projects: number };

const kind = "accounts" as const;

/** Puts a file aside until a person saves or discards it. Returns the import's id. */
export async function stageAccountImport(
  db: RegionDb,
  { fileName, sheet, roundId }: { fileName: string; sheet: AccountSheet; roundId: string },
): Promise<string> {
  const text = JSON.stringify(sheet, (_, value) => (typeof value === "bigint" ? String(value) : value));
  const choices: AccountChoices = { roundId, projects: {}, figures: "period" };
  const { id } = await db.import.create({
    data: { kind, fileName, text, choices, personId: accessFor(db).personId },
    select: { id: true },
  });
  return id;
}

/** A file that is for the round; null when there is none. `sheet` is null when the import is over. */
export async function findAccountImport(db: RegionDb, { id, roundId }: { id: string; roundId: string }) {
  if (!isUuid(id) || !isUuid(roundId)) return null;
  const found = await db.import.findFirst({ where: { id, kind, choices: { path: ["roundId"], equals: roundId } } });
  if (!found) return null;
  return {
    ...{ id: found.id, fileName: found.fileName, state: found.state },
    choices: found.choices as AccountChoices,
    result: found.result as AccountResult | null,
    sheet: found.state === "staged" ? sheetOf(found.text) : null,
  };
}

function sheetOf(text: string): AccountSheet {
  const sheet = JSON.parse(text) as AccountSheet;
  for (const line of sheet.lines) for (const measure of measures) line[measure] = BigInt(line[measure]);
  return sheet;
}

/** The files that came last to a round, the newest first. */
export async function lastAccountImports(db: RegionDb, roundId: string) {
  const imports = await db.import.findMany({
    where: { kind, choices: { path: ["roundId"], equals: roundId } },
    orderBy: { id: "desc" },
    take: 5,
    select: { id: true, fileName: true, state: true, createdAt: true, savedAt: true },
  });
  return imports.map(({ savedAt, createdAt, ...one }) => ({ ...one, at: (savedAt ?? createdAt).toISOString() }));
}

export async function keepAccountChoices(db: RegionDb, id: string, choices: AccountChoices): Promise<void> {
  await db.import.updateMany({ where: { id, kind }, data: { choices } });
}

/** Ends a staged import and forgets its text. False when it is over already. */
export async function closeAccountImport(
  db: RegionDb,
  id: string,
  outcome: { state: "discarded" } | { state: "saved"; savedAt: Date; result: AccountResult },
): Promise<boolean> {
  const { count } = await db.import.updateMany({
    where: { id, kind, state: "staged" },
    data: { ...(outcome as Prisma.ImportUpdateManyMutationInput), text: "" },
  });
  return count === 1;
}
