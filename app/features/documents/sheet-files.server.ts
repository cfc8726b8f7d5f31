import { areasWithMunicipalities, factsOn } from "~/features/documents/municipality-sheet.db.server";
import { sheetColumnWords, standardCell } from "~/features/documents/sheet-words";
import { type OutSheet, writeCsv, writeXlsx } from "~/features/documents/write-sheet.server";
import { contactPersonsOn, vacantMunicipalities } from "~/features/municipalities/contact-persons.view.server";
import { municipalitiesOn } from "~/features/municipalities/register.view.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SheetFile = { name: string; type: string; bytes: Uint8Array };
export type SheetFileKind = "contacts" | "facts" | "register";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** What an address such as "contacts.xlsx" asks for; null for anything else. The register is for other programs: CSV. */
export function readSheetName(name: string): { kind: SheetFileKind; format: "xlsx" | "csv" } | null {
  const [, kind, format] = /^(contacts|facts|register)\.(xlsx|csv)$/.exec(name) ?? [];
  if (!kind || !format || (kind === "register" && format === "xlsx")) return null;
  return { kind: kind as SheetFileKind, format: format as "xlsx" | "csv" };
}

/** The region's municipalities on a day (midnight UTC) as a file, in the reader's language. It can be imported again. */
export async function sheetFile(
  db: RegionDb,
  { kind, format }: { kind: SheetFileKind; format: "xlsx" | "csv" },
  { region, day }: { region: string; day: Date },
): Promise<SheetFile> {
  const sheet = await { contacts: contactSheet, facts: factSheet, register: registerSheet }[kind](db, day);
  const bytes = format === "xlsx" ? await writeXlsx(sheet) : writeCsv(sheet);
  return { name: `${sheet.name}-${region}-${day.toISOString().slice(0, 10)}.${format}`, type: types[format], bytes };
}

const byName = (a: (string | number | null)[], b: (string | number | null)[]) =>
  String(a[1]).localeCompare(String(b[1]), "nb");

async function contactSheet(db: RegionDb, day: Date): Promise<OutSheet> {
  const held = await contactPersonsOn(db, day);
  const vacant = await vacantMunicipalities(db, day);
  return {
    name: m.documents_sheet_name_contacts(),
    heads: (["number", "municipality", "name", "email"] as const).map(sheetColumnWords),
    widths: [16, 24, 36, 44],
    rows: [
      ...held.map(({ number, municipalityName, name, email }) => [number, municipalityName, name, email]),
      ...vacant.map(({ number, name }) => [number, name, null, null]),
    ].sort(byName),
  };
}

async function factSheet(db: RegionDb, day: Date): Promise<OutSheet> {
  const members = await factsOn(db, day);
  const areas = await areasWithMunicipalities(db);
  const own = new Set(members.map(({ municipalityId }) => municipalityId));
  const guests = new Map(
    areas.flatMap(({ municipalities }) =>
      municipalities.filter(({ id }) => !own.has(id)).map((one): [string, typeof one] => [one.id, one]),
    ),
  );
  const named = (id: string, kind: "area" | "circle") =>
    areas
      .filter((area) => area.kind === kind && area.municipalityIds.includes(id))
      .map(({ name }) => name)
      .join("; ") || null;
  const heads = ["number", "municipality", "population", "year", "standard", "areas", "circles"] as const;
  return {
    name: m.documents_sheet_name_facts(),
    heads: heads.map(sheetColumnWords),
    widths: [16, 24, 14, 8, 14, 40, 40],
    rows: [
      ...members.map(({ municipality: { id, number, name }, population, populationYear, writtenStandard }) => [
        number,
        name,
        population,
        populationYear,
        writtenStandard && standardCell(writtenStandard),
        named(id, "area"),
        named(id, "circle"),
      ]),
      ...[...guests.values()].map(({ id, number, name }) => [
        ...[number, name, null, null, null],
        ...[named(id, "area"), named(id, "circle")],
      ]),
    ].sort(byName),
  };
}

async function registerSheet(db: RegionDb, day: Date): Promise<OutSheet> {
  const municipalities = await municipalitiesOn(db, day);
  return {
    name: m.documents_sheet_name_register(),
    heads: [
      sheetColumnWords("number"),
      sheetColumnWords("municipality"),
      m.documents_sheet_column_sami(),
      m.documents_sheet_column_county(),
    ],
    widths: [16, 24, 24, 24],
    rows: municipalities.map(({ number, name, nameSami, county }) => [number, name, nameSami, county]),
  };
}
