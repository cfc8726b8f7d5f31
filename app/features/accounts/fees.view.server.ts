import { areaChoices, fixedSums, listSchemes } from "~/features/accounts/fees.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The schemes with their years; sums in øre, as digits, of those that are fixed. */
export async function feesView(db: RegionDb) {
  const schemes = await listSchemes(db);
  const sums = await fixedSums(db);
  return {
    schemes: schemes.map(({ area, years, ...scheme }) => ({
      ...scheme,
      area: area?.name ?? null,
      mayRemove: years.every(({ fixedAt }) => fixedAt === null),
      years: years.map(({ fixedAt, ...one }) => ({
        ...one,
        fixedAt: fixedAt?.toISOString() ?? null,
        sum: fixedAt ? String(sums.get(`${scheme.id}/${one.year}`) ?? 0n) : null,
      })),
    })),
    areas: await areaChoices(db),
  };
}

export type FeesView = Awaited<ReturnType<typeof feesView>>;
