import { feeView } from "~/features/accounts/fee.view.server";
import { fixFee, makeScheme, makeYear, sayPopulations } from "~/features/accounts/keep-fees.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { importSheet } from "./importers";

type Days = { today: Date; now: Date };

/** A municipality the sheet of populations leaves out: it is asked about where a fee needs it. */
const asked = { name: "Krødsherad", population: 2200 };

/**
 * What the municipalities pay by their inhabitants, of round numbers: this year's fixed, with the one population that
 * was not in the sheet, and next year's a draft that asks for it.
 */
export async function seedFees(db: RegionDb, days: Days): Promise<void> {
  await importSheet(db, "vestregionen-population.csv", days);
  const year = Number(days.today.toISOString().slice(0, 4));
  const circle = await db.area.findFirst({ where: { name: "Kommunehelsesamarbeidet" }, select: { id: true } });
  const schemes = [
    { name: "Samarbeidet om helse", areaId: circle?.id ?? null, guests: false, rate: 200 },
    { name: "Bistand til konsesjonsavtalene", areaId: null, guests: false, rate: 50 },
  ];
  for (const scheme of schemes) {
    const made = await makeScheme(db, { ...scheme, year });
    if (!made.ok) throw new Error(`${scheme.name} was not made: ${made.reason}`);
    const view = await viewOf(db, made.id, year);
    const unknown = view.rows.filter(({ name }) => name === asked.name).map(({ id }) => id);
    const said = new Map(unknown.map((id) => [id, asked.population]));
    await sayPopulations(db, { schemeId: made.id, year, version: view.version, said, counted: year - 1 });
    const { version, sum } = await viewOf(db, made.id, year);
    const fixed = await fixFee(db, { schemeId: made.id, year, version, sum, now: days.now });
    if (!fixed.ok) throw new Error(`${scheme.name} was not fixed: ${fixed.reason}`);
    await makeYear(db, { schemeId: made.id, year: year + 1, rate: scheme.rate });
  }
}

async function viewOf(db: RegionDb, schemeId: string, year: number) {
  const view = await feeView(db, schemeId, year);
  if (!view) throw new Error(`There is no fee for ${year}`);
  return view;
}
