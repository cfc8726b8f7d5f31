import type { Comer } from "~/domain/attendance/coming";
import type { AttendanceRefusal } from "~/features/attendance/mark-attendance.server";
import { m } from "~/i18n/messages/messages";

/** Why nothing can be written down of who came. */
export function refusalWords(reason: AttendanceRefusal | "refused" | "no-municipality"): string {
  return {
    draft: () => m.attendance_refused_draft(),
    cancelled: () => m.attendance_refused_cancelled(),
    "too-early": () => m.attendance_refused_early(),
    "too-late": () => m.attendance_refused_late(),
    gone: () => m.attendance_refused_gone(),
    refused: () => m.attendance_refused_refused(),
    "no-municipality": () => m.attendance_refused_municipality(),
  }[reason]();
}

/** Where somebody is from, and whom she meets for. */
export function placeWords({ municipality, organisation, substituteFor }: Omit<Comer, "attendedAt">): string {
  return [substituteFor && m.attendance_for({ name: substituteFor }), organisation, municipality]
    .filter(Boolean)
    .join(" · ");
}

const standings: Record<string, () => string> = {
  declined: () => m.attendance_standing_declined(),
  pending: () => m.attendance_standing_pending(),
  waiting: () => m.attendance_standing_waiting(),
  offered: () => m.attendance_standing_waiting(),
  cancelled: () => m.attendance_standing_cancelled(),
  tentative: () => m.attendance_standing_tentative(),
};

/** What somebody has said of coming, where that is something to know at the door. */
export const standingWords = (standing: string | null): string | null => standings[standing ?? ""]?.() ?? null;

/** The text without case and marks, so that "Åse" is found as "ase" too. */
const searchable = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether each word that is searched for begins a word of a person's line. */
export function isFound(person: Comer, search: string): boolean {
  const words = ` ${searchable(`${person.name} ${person.municipality ?? ""} ${person.organisation}`)}`;
  return searchable(search)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => words.includes(` ${word}`) || words.includes(`-${word}`));
}
