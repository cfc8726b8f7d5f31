import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

const kind = "minutes" as const;

/** Puts minutes aside until a person confirms or discards them. Returns the import's id. */
export async function stageMinutes(
  db: RegionDb,
  { fileName, text }: { fileName: string; text: string },
): Promise<string> {
  const data = { kind, fileName, text, personId: accessFor(db).personId };
  const { id } = await db.import.create({ data, select: { id: true } });
  return id;
}

/** Minutes on their way in, or what became of them; null when there is no such import. */
export async function findMinutesImport(db: RegionDb, id: string) {
  return db.import.findFirst({ where: { id, kind } });
}

/** Those that came last, the newest first. */
export async function lastMinutesImports(db: RegionDb, take: number) {
  return db.import.findMany({
    where: { kind },
    orderBy: { id: "desc" },
    take,
    select: { id: true, fileName: true, state: true, createdAt: true },
  });
}

/** Ends a staged import and forgets its text, which names people. False when it is over already. */
export async function closeMinutesImport(
  db: RegionDb,
  id: string,
  outcome: { state: "discarded" } | { state: "saved"; savedAt: Date; result: Prisma.InputJsonValue },
): Promise<boolean> {
  const { count } = await db.import.updateMany({
    where: { id, kind, state: "staged" },
    data: { ...outcome, text: "" },
  });
  return count === 1;
}
