import { type JudgedContact, judgeContacts } from "~/domain/documents/contact-sheet";
import type { Sheet } from "~/domain/documents/sheet-columns";
import { peopleByAddress } from "~/features/documents/sheet-imports.db.server";
import { municipalityOf } from "~/features/documents/sheet-municipality";
import { contactPersonsOn, vacantMunicipalities } from "~/features/municipalities/contact-persons.view.server";
import { municipalityBook } from "~/features/municipalities/municipality-book.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ContactReview = {
  rows: JudgedContact[];
  /** Municipalities of the region that the sheet does not name; they are left alone. */
  absent: string[];
};

/** What a sheet of contact persons would do on a day (midnight UTC); changes nothing. */
export async function reviewContacts(db: RegionDb, sheet: Sheet, today: Date): Promise<ContactReview> {
  const book = await municipalityBook(db, today);
  const current = await contactPersonsOn(db, today);
  const vacant = await vacantMunicipalities(db, today);
  const addresses = sheet.rows.flatMap(({ cells }) => cells.email?.replace(/^mailto:/i, "").toLowerCase() || []);
  const people = await peopleByAddress(db, [...new Set(addresses)]);
  const rows = judgeContacts(
    sheet.rows.map((row) => ({ row, municipality: municipalityOf(row, book) })),
    {
      now: new Map(
        current.map(({ municipalityId, personId, name, email }) => [municipalityId, { personId, name, email }]),
      ),
      people: new Map(people.map(({ id, name, email }) => [email, { personId: id, name }])),
    },
  );
  const named = new Set(rows.flatMap(({ municipality }) => municipality?.id ?? []));
  const members = [
    ...current.map(({ municipalityId, municipalityName }) => ({ municipalityId, name: municipalityName })),
    ...vacant,
  ];
  const absent = members.filter(({ municipalityId }) => !named.has(municipalityId)).map(({ name }) => name);
  return { rows, absent: absent.sort((a, b) => a.localeCompare(b, "nb")) };
}
