import { feeOf } from "~/domain/accounts/fees";
import { feeView } from "~/features/accounts/fee.view.server";
import {
  areaChoices,
  deleteScheme,
  deleteYear,
  findScheme,
  findYear,
  insertScheme,
  insertYear,
  type Line,
  listSchemes,
  replaceLines,
  updateScheme,
  updateYear,
} from "~/features/accounts/fees.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type Refused<R extends string> = { ok: false; reason: R };
type Scheme = { name: string; areaId: string | null; guests: boolean };

async function judgeScheme(
  db: RegionDb,
  { name, areaId }: Pick<Scheme, "name" | "areaId">,
  except: string | null,
): Promise<Refused<"taken" | "area-gone"> | null> {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  if ((await listSchemes(db)).some((one) => one.id !== except && same(one.name))) return { ok: false, reason: "taken" };
  const gone = areaId !== null && !(await areaChoices(db)).some(({ id }) => id === areaId);
  return gone ? { ok: false, reason: "area-gone" } : null;
}

/** Makes a scheme with its first year; `rate` is øre per inhabitant. */
export async function makeScheme(
  db: RegionDb,
  { year, rate, ...scheme }: Scheme & { year: number; rate: number },
): Promise<{ ok: true; id: string } | Refused<"taken" | "area-gone">> {
  await lockRegion(db, "fees");
  const refused = await judgeScheme(db, scheme, null);
  if (refused) return refused;
  const id = await insertScheme(db, scheme);
  await insertYear(db, { schemeId: id, year, rate });
  await audit(db, { action: "created", subject: "fee", id, after: { ...scheme, year, rate } });
  return { ok: true, id };
}

/** Changes the name of a scheme, and who pays; what is fixed stays as it is. */
export async function changeScheme(
  db: RegionDb,
  { id, version, ...scheme }: Scheme & { id: string; version: number },
): Promise<{ ok: true } | Refused<"not-found" | "taken" | "area-gone" | "changed-meanwhile">> {
  await lockRegion(db, "fees");
  const found = await findScheme(db, id);
  if (!found) return { ok: false, reason: "not-found" };
  const refused = await judgeScheme(db, scheme, id);
  if (refused) return refused;
  if (!(await updateScheme(db, { id, version }, scheme))) return { ok: false, reason: "changed-meanwhile" };
  const before = { name: found.name, areaId: found.areaId, guests: found.guests };
  await audit(db, { action: "updated", subject: "fee", id, before, after: scheme });
  return { ok: true };
}

/** Removes a scheme nothing of which is fixed. */
export async function removeScheme(
  db: RegionDb,
  id: string,
): Promise<{ ok: true; name: string } | Refused<"not-found" | "fixed">> {
  await lockRegion(db, "fees");
  const found = await findScheme(db, id);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.years.some(({ fixedAt }) => fixedAt !== null)) return { ok: false, reason: "fixed" };
  await deleteScheme(db, id);
  const { name, areaId } = found;
  await audit(db, { action: "removed", subject: "fee", id, before: { name, areaId } });
  return { ok: true, name };
}

/** Begins a year of a scheme that has not got it. */
export async function makeYear(
  db: RegionDb,
  { schemeId, year, rate }: { schemeId: string; year: number; rate: number },
): Promise<{ ok: true } | Refused<"not-found" | "taken">> {
  await lockRegion(db, "fees");
  const found = await findScheme(db, schemeId);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.years.some((one) => one.year === year)) return { ok: false, reason: "taken" };
  await insertYear(db, { schemeId, year, rate });
  await audit(db, { action: "updated", subject: "fee", id: schemeId, before: {}, after: { year, rate } });
  return { ok: true };
}

type Year = { schemeId: string; year: number; version: number };
type YearRefused = Refused<"not-found" | "fixed" | "changed-meanwhile">;

async function openYear(db: RegionDb, { schemeId, year }: Year) {
  await lockRegion(db, "fees");
  const found = await findYear(db, schemeId, year);
  if (!found) return { ok: false as const, reason: "not-found" as const };
  if (found.fixedAt) return { ok: false as const, reason: "fixed" as const };
  return { ok: true as const, found };
}

/** Changes the øre per inhabitant of a year that is not fixed. */
export async function changeRate(
  db: RegionDb,
  { rate, ...asked }: Year & { rate: number },
): Promise<{ ok: true } | YearRefused> {
  const open = await openYear(db, asked);
  if (!open.ok) return open;
  const { id, lines, rate: before } = open.found;
  if (!(await updateYear(db, { id, version: asked.version }, { rate })))
    return { ok: false, reason: "changed-meanwhile" };
  const again = lines.map((line) => ({ ...line, amount: feeOf(line.population, rate) }));
  await replaceLines(db, id, again);
  const { year } = asked;
  await audit(db, {
    ...{ action: "updated", subject: "fee", id: asked.schemeId },
    ...{ before: { year, rate: before }, after: { year, rate } },
  });
  return { ok: true };
}

/**
 * Keeps the populations that were said for a fee that is not fixed, counted in a year; null takes back what was said.
 * A number that is the same as the one the region has is not kept: it would not follow when that is put right.
 */
export async function sayPopulations(
  db: RegionDb,
  { said, counted, ...asked }: Year & { said: Map<string, number | null>; counted: number },
): Promise<{ ok: true } | YearRefused> {
  const open = await openYear(db, asked);
  if (!open.ok) return open;
  const view = await feeView(db, asked.schemeId, asked.year);
  const { id, rate } = open.found;
  if (!(await updateYear(db, { id, version: asked.version }, {}))) return { ok: false, reason: "changed-meanwhile" };
  const lines = (view?.rows ?? []).flatMap((row): Line[] => {
    const stands =
      row.population !== null && row.populationYear !== null
        ? [{ ...lineOf(row.id, row.population, row.populationYear, rate) }]
        : [];
    const kept = row.said ? stands : [];
    const now = said.get(row.id);
    if (now === undefined || (now !== null && now === row.population && row.populationYear === counted)) return kept;
    return now === null ? [] : [lineOf(row.id, now, counted, rate)];
  });
  await replaceLines(db, id, lines);
  const inhabitants = (all: { population: number }[]) => all.map(({ population }) => population);
  await audit(db, {
    ...{ action: "updated", subject: "fee", id: asked.schemeId },
    before: { year: asked.year, population: inhabitants(open.found.lines) },
    after: { year: asked.year, population: inhabitants(lines), populationYear: counted },
  });
  return { ok: true };
}

const lineOf = (municipalityId: string, population: number, populationYear: number, rate: number): Line => ({
  ...{ municipalityId, population, populationYear },
  amount: feeOf(population, rate),
});

/**
 * Fixes the lines of a year as they were seen: the sum is the one that was confirmed. From then on nothing changes
 * them, be it a new population, a new rate or a municipality that leaves.
 */
export async function fixFee(
  db: RegionDb,
  { sum, now, ...asked }: Year & { sum: string; now: Date },
): Promise<{ ok: true } | YearRefused | Refused<"unknown" | "empty">> {
  const open = await openYear(db, asked);
  if (!open.ok) return open;
  const view = await feeView(db, asked.schemeId, asked.year);
  if (!view) return { ok: false, reason: "not-found" };
  if (view.unknown > 0) return { ok: false, reason: "unknown" };
  if (view.rows.length === 0) return { ok: false, reason: "empty" };
  const { id, rate, version } = open.found;
  if (view.sum !== sum || version !== asked.version) return { ok: false, reason: "changed-meanwhile" };
  const lines = view.rows.map(({ id: municipalityId, population, populationYear }) =>
    lineOf(municipalityId, population ?? 0, populationYear ?? asked.year, rate),
  );
  // The lines first: the database lets nobody change those of a year that is fixed.
  await replaceLines(db, id, lines);
  if (!(await updateYear(db, { id, version }, { fixedAt: now }))) throw new Error("A locked fee was changed");
  await audit(db, {
    ...{ action: "approved", subject: "fee", id: asked.schemeId },
    after: { year: asked.year, rate, municipalities: lines.length, sum },
  });
  return { ok: true };
}

/** Removes a year that is not fixed. */
export async function removeYear(db: RegionDb, asked: Year): Promise<{ ok: true } | YearRefused> {
  const open = await openYear(db, asked);
  if (!open.ok) return open;
  const { id, rate } = open.found;
  if (!(await deleteYear(db, { id, version: asked.version }))) return { ok: false, reason: "changed-meanwhile" };
  const { year } = asked;
  await audit(db, { action: "removed", subject: "fee", id: asked.schemeId, before: { year, rate } });
  return { ok: true };
}
