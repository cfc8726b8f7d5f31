import type { SheetMunicipality } from "~/domain/documents/contact-sheet";
import { readNumber } from "~/domain/documents/sheet-cells";
import type { SheetRow } from "~/domain/documents/sheet-columns";
import { findByName } from "~/domain/municipalities/find-municipality";
import type { MunicipalityBook } from "~/features/municipalities/municipality-book.view.server";

/** The municipality a row is about, by its number, its name or both. */
export function municipalityOf({ cells }: SheetRow, { own, register }: MunicipalityBook): SheetMunicipality {
  const number = readNumber(cells.number ?? "") ?? cells.number ?? "";
  const words = [number, cells.municipality].filter(Boolean).join(" ");
  if (words === "") return { ok: false, reason: "missing" };
  const found = findByName(words, own, register);
  if (found.ok) {
    const { id, name, member, became } = found.municipality;
    return { ok: true, id, name, member, became: became.map((one) => one.name) };
  }
  if (found.reason === "unknown") return { ok: false, reason: "unknown" };
  return { ok: false, reason: "ambiguous", names: found.among.map((one) => `${one.number} ${one.name}`) };
}
