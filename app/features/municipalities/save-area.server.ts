import { findByName } from "~/domain/municipalities/find-municipality";
import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import type { AreaInput } from "~/features/municipalities/area-form.schema";
import { areaOfName, findArea, insertArea, updateArea } from "~/features/municipalities/areas.db.server";
import {
  type BookMunicipality,
  type MunicipalityBook,
  municipalityBook,
} from "~/features/municipalities/municipality-book.view.server";
import { difference } from "~/features/regions/region-version.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** A line that names no municipality, or more than one. */
export type UnreadLine = {
  words: string;
  among: { number: string; name: string; county: string; stands: boolean }[];
};

export type SaveAreaResult =
  | { ok: true; id: string }
  | { ok: false; reason: "not-found" | "name-taken" | "changed-meanwhile" | "empty" }
  | { ok: false; reason: "unread-lines"; lines: UnreadLine[] };

/**
 * Makes an area or circle (`id` null) or saves one. Municipalities that are not the region's own today are named one a
 * line, as anybody writes them; nothing is saved while a line names none, or several.
 *
 * @param today midnight UTC
 */
export async function saveArea(
  db: RegionDb,
  { id, input, today }: { id: string | null; input: AreaInput; today: Date },
): Promise<SaveAreaResult> {
  await lockRegion(db, "areas");
  const before = id === null ? null : isUuid(id) ? await findArea(db, id) : null;
  if (id !== null && !before) return { ok: false, reason: "not-found" };
  if (before && before.version !== input.version) return { ok: false, reason: "changed-meanwhile" };
  const taken = await areaOfName(db, input.name);
  if (taken && taken.id !== id) return { ok: false, reason: "name-taken" };
  const book = await municipalityBook(db, today);
  const { found, unread } = readLines(input.others, book);
  if (unread.length > 0) return { ok: false, reason: "unread-lines", lines: unread };
  const chosen = new Set([...input.own, ...found]);
  const municipalities = book.register.filter((one) => chosen.has(one.id));
  if (municipalities.length === 0 && input.counties.length === 0) return { ok: false, reason: "empty" };
  const { name, kind, description, counties } = input;
  const fields = { name, kind, description, counties };
  const municipalityIds = municipalities.map((one) => one.id);
  const after = { ...fields, municipalities: namesOf(municipalities) };
  if (before === null) {
    const made = await insertArea(db, fields, municipalityIds);
    await audit(db, { action: "created", subject: "area", id: made, after });
    return { ok: true, id: made };
  }
  const had = new Set(before.municipalities.map(({ municipalityId }) => municipalityId));
  const old = book.register.filter((one) => had.has(one.id));
  const { name: oldName, kind: oldKind, description: oldDescription, counties: oldCounties } = before;
  const changed = difference(
    { name: oldName, kind: oldKind, description: oldDescription, counties: oldCounties, municipalities: namesOf(old) },
    after,
  );
  if (!changed) return { ok: true, id: before.id };
  if (!(await updateArea(db, { id: before.id, version: before.version, fields, municipalityIds })))
    return { ok: false, reason: "changed-meanwhile" };
  await audit(db, { action: "updated", subject: "area", id: before.id, ...changed });
  return { ok: true, id: before.id };
}

const namesOf = (municipalities: BookMunicipality[]) => municipalities.map(({ number, name }) => `${number} ${name}`);

function readLines(lines: string[], { own, register }: MunicipalityBook): { found: string[]; unread: UnreadLine[] } {
  const found: string[] = [];
  const unread: UnreadLine[] = [];
  for (const words of lines) {
    const read = findByName(words, own, register);
    if (read.ok) found.push(read.municipality.id);
    else unread.push({ words, among: read.reason === "ambiguous" ? read.among.map(pick) : [] });
  }
  return { found, unread };
}

const pick = ({ number, name, county, stands }: BookMunicipality) => ({ number, name, county, stands });
