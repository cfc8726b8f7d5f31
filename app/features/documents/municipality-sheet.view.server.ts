import {
  type AreaNow,
  type FactsNow,
  type JudgedFacts,
  judgeFacts,
  newAreas,
} from "~/domain/documents/municipality-sheet";
import type { NamedArea } from "~/domain/documents/sheet-cells";
import type { Sheet } from "~/domain/documents/sheet-columns";
import { areasWithMunicipalities, factsOn } from "~/features/documents/municipality-sheet.db.server";
import { municipalityOf } from "~/features/documents/sheet-municipality";
import { municipalityBook } from "~/features/municipalities/municipality-book.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type FactsReview = {
  rows: JudgedFacts[];
  areas: (AreaNow & { description: string; counties: string[]; version: number })[];
  /** Areas and circles to be made, when that is said. */
  fresh: (NamedArea & { municipalities: number })[];
  absent: string[];
};

/** What a sheet of facts would do on a day (midnight UTC); changes nothing. */
export async function reviewFacts(db: RegionDb, sheet: Sheet, today: Date): Promise<FactsReview> {
  const book = await municipalityBook(db, today);
  const members = await factsOn(db, today);
  const areas = await areasWithMunicipalities(db);
  const facts = new Map(
    members.map(({ municipalityId, population, populationYear, writtenStandard }): [string, FactsNow] => [
      municipalityId,
      { population, year: populationYear, standard: writtenStandard },
    ]),
  );
  const rows = judgeFacts(
    sheet.rows.map((row) => ({ row, municipality: municipalityOf(row, book) })),
    { facts, areas },
  );
  const named = new Set(rows.flatMap(({ municipality }) => municipality?.id ?? []));
  const absent = members.flatMap(({ municipality }) => (named.has(municipality.id) ? [] : [municipality.name]));
  return { rows, areas, fresh: newAreas(rows, areas), absent: absent.sort((a, b) => a.localeCompare(b, "nb")) };
}
