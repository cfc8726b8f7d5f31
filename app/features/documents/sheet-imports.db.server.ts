import type { Sheet, SheetKind } from "~/domain/documents/sheet-columns";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

const sheetKinds = { in: ["contact_persons", "municipalities"] satisfies SheetKind[] };

/** Puts a sheet aside until a person confirms or discards it. Returns the import's id. */
export async function stageSheet(
  db: RegionDb,
  { fileName, sheet }: { fileName: string; sheet: Sheet },
): Promise<string> {
  const data = { kind: sheet.kind, fileName, text: JSON.stringify(sheet), personId: accessFor(db).personId };
  const { id } = await db.import.create({ data, select: { id: true } });
  return id;
}

/** A sheet's import; null when there is none of this id. `sheet` is null when the import is over. */
export async function findSheetImport(db: RegionDb, id: string) {
  const found = await db.import.findFirst({ where: { id, kind: sheetKinds } });
  if (!found) return null;
  const sheet = found.state === "staged" ? (JSON.parse(found.text) as Sheet) : null;
  return { ...found, kind: found.kind as SheetKind, sheet };
}

/** The sheets that came last, the newest first. */
export async function lastSheetImports(db: RegionDb, take: number) {
  return db.import.findMany({
    where: { kind: sheetKinds },
    orderBy: { id: "desc" },
    take,
    select: { id: true, kind: true, fileName: true, state: true, createdAt: true, savedAt: true },
  });
}

/** Ends a staged import and forgets its text, which names people. False when it is over already. */
export async function closeSheetImport(
  db: RegionDb,
  id: string,
  outcome: { state: "discarded" } | { state: "saved"; savedAt: Date; result: Prisma.InputJsonValue },
): Promise<boolean> {
  const where = { id, kind: sheetKinds, state: "staged" as const };
  const { count } = await db.import.updateMany({ where, data: { ...outcome, text: "" } });
  return count === 1;
}

/** Those of the region who have one of these addresses. */
export async function peopleByAddress(db: RegionDb, addresses: string[]) {
  return db.person.findMany({ where: { email: { in: addresses } }, select: { id: true, name: true, email: true } });
}
