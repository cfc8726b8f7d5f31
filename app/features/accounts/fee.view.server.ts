import { compareFees, feeOf, type Payer, sumOf } from "~/domain/accounts/fees";
import { ancestors, holds, predecessors, successors, versionOn } from "~/domain/municipalities/lineage";
import { findScheme, findYear, knownPopulations } from "~/features/accounts/fees.db.server";
import { type Register, readRegister } from "~/features/municipalities/read-register.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A municipality of a fee year. Amounts are øre, written as digits; null is not known. */
export type FeeRow = {
  id: string;
  number: string;
  name: string;
  population: number | null;
  populationYear: number | null;
  /** Whether somebody has said the population for this fee; else it is the one the region has of the municipality. */
  said: boolean;
  amount: string | null;
  before: string | null;
  /** What paid the year before, where that was others or more than the municipality itself. */
  beforeOf: string[];
  difference: string | null;
};

/**
 * A year of a scheme: who pays, of how many inhabitants, and what was paid the year before. Those who pay are the
 * municipalities that were in the region on 1 January and stood then, by the names they had; when it is fixed, the
 * lines that were kept. Null where there is no such year.
 */
export async function feeView(db: RegionDb, schemeId: string | undefined, year: number) {
  const scheme = await findScheme(db, schemeId);
  const found = scheme && (await findYear(db, scheme.id, year));
  if (!scheme || !found) return null;
  const day = `${year}-01-01`;
  const register = await readRegister(db);
  const known = new Map((await knownPopulations(db)).map((one) => [one.municipalityId, one]));
  const said = new Map(found.lines.map((line) => [line.municipalityId, line]));
  const fixed = found.fixedAt !== null;
  const paying = fixed ? null : payersOn(register, day, scheme);
  const ids = paying ? paying.ids : [...said.keys()];
  const rows = ids.map((id) => {
    const own = said.get(id);
    const of = own ?? known.get(id);
    // A population of nobody knows which year is not known.
    const population = of?.populationYear == null ? null : of.population;
    const amount = own && fixed ? own.amount : population === null ? null : feeOf(population, found.rate);
    return {
      id,
      ...named(register, id, day),
      population,
      populationYear: of?.populationYear ?? null,
      said: !!own,
      amount,
    };
  });
  const past = await findYear(db, scheme.id, year - 1);
  const before = past ? amountsOf({ ...past, scheme, register, known }) : [];
  const payers: Payer[] = rows;
  const { byPayer, gone } = compareFees(payers, before, (id) => successors(register.changes, id, day));
  return {
    scheme: { id: scheme.id, name: scheme.name, area: scheme.area?.name ?? null },
    years: scheme.years.map((one) => one.year),
    ...{ year, rate: found.rate, version: found.version, fixedAt: found.fixedAt?.toISOString() ?? null },
    rows: rows
      .map(({ amount, ...row }): FeeRow => {
        const held = byPayer.get(row.id);
        const others = held && (held.of.length > 1 || held.of[0] !== row.id) ? held.of : [];
        return {
          ...row,
          amount: amount === null ? null : String(amount),
          before: held ? String(held.amount) : null,
          beforeOf: others.map((id) => named(register, id, `${year - 1}-01-01`).name),
          difference: held && amount !== null ? String(amount - held.amount) : null,
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name, "nb")),
    sum: String(sumOf(rows.map(({ amount }) => amount))),
    inhabitants: rows.reduce((sum, { population }) => sum + (population ?? 0), 0),
    unknown: rows.filter(({ population }) => population === null).length,
    past: past ? { sum: String(sumOf(before.map(({ amount }) => amount))), fixed: past.fixedAt !== null } : null,
    gone: gone.map(({ id, amount }) => ({
      name: named(register, id, `${year - 1}-01-01`).name,
      amount: String(amount),
    })),
    guests: paying?.guests.map((id) => named(register, id, day).name) ?? [],
    unlisted: paying?.unlisted.map((id) => named(register, id, day).name) ?? [],
  };
}

export type FeeView = NonNullable<Awaited<ReturnType<typeof feeView>>>;

type Scheme = NonNullable<Awaited<ReturnType<typeof findScheme>>>;

/**
 * Who pays on a day: the region's members then, those of the area alone where there is one (by what went into its
 * municipalities, or came of them), and where its guests pay, those of the area that are in no list of ours and stood
 * then. `guests` are those of them who do not pay; `unlisted` stood then where a
 * member of today does, and are not in the region's list.
 */
function payersOn(register: Register, day: string, scheme: Pick<Scheme, "area" | "guests">) {
  const area = scheme.area?.municipalities.map(({ municipalityId }) => municipalityId) ?? null;
  const standsOn = (id: string) => versionOn(register.municipalities.find((one) => one.id === id)?.versions ?? [], day);
  const listed = new Set(register.members.map(({ id }) => id));
  const held = register.members.filter((span) => holds(span, day)).map(({ id }) => id);
  const inArea = (id: string) =>
    area === null ||
    area.includes(id) ||
    successors(register.changes, id, "9999-12-31").some((to) => area.includes(to)) ||
    ancestors(register.changes, id).some((from) => area.includes(from));
  const visiting = (area ?? []).filter((id) => !listed.has(id));
  const paying = scheme.guests ? visiting.filter(standsOn) : [];
  const ids = [...[...new Set(held)].filter((id) => standsOn(id) && inArea(id)), ...paying];
  const unlisted = held
    .filter((id) => !standsOn(id) && inArea(id))
    .flatMap((id) => predecessors(register.changes, id, day).filter((from) => !listed.has(from) && standsOn(from)));
  return { ids, guests: scheme.guests ? [] : visiting, unlisted: [...new Set(unlisted)] };
}

function named({ municipalities }: Register, id: string, day: string): { number: string; name: string } {
  const one = municipalities.find((other) => other.id === id);
  const { number, name } = (one && versionOn(one.versions, day)) ?? one ?? { number: "", name: "" };
  return { number, name };
}

type Past = NonNullable<Awaited<ReturnType<typeof findYear>>> & {
  scheme: Scheme;
  register: Register;
  known: Map<string, { population: number | null }>;
};

/** What each paid in a year: its lines when it is fixed, else what they come to now, where that is known. */
function amountsOf({ year, rate, fixedAt, lines, scheme, register, known }: Past) {
  if (fixedAt) return lines.map(({ municipalityId, amount }) => ({ id: municipalityId, amount }));
  const said = new Map(lines.map((line) => [line.municipalityId, line.population]));
  return payersOn(register, `${year}-01-01`, scheme).ids.flatMap((id) => {
    const population = said.get(id) ?? known.get(id)?.population ?? null;
    return population === null ? [] : [{ id, amount: feeOf(population, rate) }];
  });
}
