import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readDocument } from "~/domain/documents/read-document";
import type { DocumentTable, ReadOptions, TableKind } from "~/domain/documents/types";

const seed = resolve(import.meta.dirname, "../../../prisma/seed");
export const vestland = readFileSync(resolve(seed, "vestland-plan.txt"), "utf8");
export const vestregionen = readFileSync(resolve(seed, "vestregionen-plan.txt"), "utf8");

export const planHeader = "Kommunikasjonsform|Mål med kommunikasjonen|Tema|Når|Ansvar|Målgruppe";
export const actorHeader = "Organisasjon / Eining / Gruppe|Rolle|Ansvar|Oppgaver";
export const networkHeader =
  "Namn på nettverk|Driftes av|Eksisterende / videreutvikling / nyetablering|Målgruppe|" +
  "Hva og hvordan tematiseres reformen|Arbeidsform og regelmessighet|Forventet utbytte for kommune";

/** Lines of a document with "|" for the tab. */
export function tabs(...lines: string[]): string {
  return lines.join("\n").replaceAll("|", "\t");
}

/** Reads a document of one plan of 2026 without a title. */
export function readPlan(lines: string[], options: ReadOptions = {}) {
  const period = { from: "2026-01-01", to: "2026-12-31" };
  return readDocument(tabs(planHeader, ...lines), { period, ...options });
}

export function tableOf<Kind extends TableKind>(tables: DocumentTable[], kind: Kind, at = 0) {
  const table = tables.filter((candidate) => candidate.kind === kind)[at];
  if (!table) throw new Error(`no ${kind} table`);
  return table as Extract<DocumentTable, { kind: Kind }>;
}
