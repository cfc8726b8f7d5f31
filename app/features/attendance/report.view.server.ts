import { comers } from "~/domain/attendance/coming";
import { type Listed, matchReport, type ReportMatch } from "~/domain/attendance/match-report";
import type { ReportRow } from "~/domain/attendance/read-report";
import { tickets } from "~/features/attendance/attendance.db.server";
import { placeWords } from "~/features/attendance/attendance-words";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PreviewRow = ReportRow & { match: ReportMatch; enough: boolean };

/** Who is on the list of an event, as a report names them. */
async function listedOf(db: RegionDb, eventId: string): Promise<Listed[]> {
  const all = await tickets(db, { eventId });
  const addresses = new Map(all.map(({ id, email }) => [id, email]));
  return comers(all).map((person) => ({
    ticket: person.id,
    name: person.name,
    email: addresses.get(person.id) ?? "",
    place: placeWords(person),
  }));
}

/** Whom each row of a report is, and those on the list they can be. Someone who was there too briefly has `enough` false. */
export async function reportPreview(
  db: RegionDb,
  { eventId, rows, least }: { eventId: string; rows: ReportRow[]; least: number },
) {
  const listed = await listedOf(db, eventId);
  const matches = matchReport(rows, listed);
  const shown: PreviewRow[] = rows.map((row, at) => ({
    ...row,
    match: matches[at] ?? { kind: "unknown" },
    enough: row.minutes === null || row.minutes >= least,
  }));
  const named = new Set(matches.flatMap((match) => ticketsOf(match)));
  return {
    rows: shown,
    least,
    people: Object.fromEntries(
      listed.filter(({ ticket }) => named.has(ticket)).map(({ ticket, name, place }) => [ticket, { name, place }]),
    ),
  };
}

export type ReportPreview = Awaited<ReturnType<typeof reportPreview>>;

function ticketsOf(match: ReportMatch): string[] {
  if (match.kind === "matched") return [match.ticket];
  return match.kind === "doubtful" ? match.tickets : [];
}
