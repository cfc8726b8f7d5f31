import { type RollUpKey, type RollUpRow, rollUpFigures, writeRollUpKey } from "~/domain/reports/roll-up";
import { readMarkdown } from "~/domain/shared/markdown";
import type { GrantedRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { findSubmitted, listSubmitted, type Submitted } from "~/features/reports/roll-up.db.server";
import { readRoundContent } from "~/features/reports/round-content.schema";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/** Each region is read behind its own wall, as somebody who has a role there; a few at a time. */
async function inEach<T>(granted: readonly GrantedRegion[], work: (db: RegionDb, one: GrantedRegion) => Promise<T>) {
  const all: T[] = [];
  for (let at = 0; at < granted.length; at += 4)
    all.push(
      ...(await Promise.all(granted.slice(at, at + 4).map((one) => withRegion(one.access, (db) => work(db, one))))),
    );
  return all;
}

/** The periods any of the regions has submitted a report of, the newest first, and which have. */
export async function rollUpsView(granted: readonly GrantedRegion[]) {
  const submitted = await inEach(granted, async (db, { region }) =>
    (await listSubmitted(db)).map((one) => ({ ...one, region })),
  );
  const periods = new Map<string, { key: RollUpKey; regions: Map<string, Submitted> }>();
  for (const { region, ...one } of submitted.flat()) {
    const key: RollUpKey = { kind: one.kind, from: one.from, to: one.to };
    const period = periods.get(writeRollUpKey(key)) ?? { key, regions: new Map<string, Submitted>() };
    period.regions.set(region.slug, one);
    periods.set(writeRollUpKey(key), period);
  }
  const newest = (a: RollUpKey, b: RollUpKey) => b.to.localeCompare(a.to, "en") || b.from.localeCompare(a.from, "en");
  return {
    regions: granted.map(({ region: { slug, name, programme } }) => ({ slug, name, programme })),
    periods: [...periods.entries()]
      .map(([id, { key, regions }]) => ({ id, ...key, submitted: regions.size }))
      .sort(newest),
  };
}

/** A figure of a region with where it comes from; `day` is when it was counted, in the region. */
type Cell = { value: string | null; source: string; day: string | null };
export type FigureRow = Omit<RollUpRow, "cells"> & { cells: Record<string, Cell> };

/** The reports of a period side by side, region by region; null where none of the regions has submitted one. */
export async function rollUpView(granted: readonly GrantedRegion[], key: RollUpKey) {
  const regions = await inEach(granted, async (db, { region }) => {
    const found = await findSubmitted(db, key);
    const { slug, name, programme, zone } = region;
    return { slug, name, programme, zone, found };
  });
  const reports = regions.flatMap(({ slug, found }) =>
    found ? [{ region: slug, content: readRoundContent(found.content) }] : [],
  );
  if (reports.length === 0) return null;
  const zoneOf = (slug: string) => regions.find((one) => one.slug === slug)?.zone ?? "UTC";
  const cellsOf = ({ cells }: RollUpRow): FigureRow["cells"] =>
    Object.fromEntries(
      [...cells].map(([region, { value, source, countedAt }]) => [
        region,
        { value, source, day: countedAt && todayIn(zoneOf(region), new Date(countedAt)) },
      ]),
    );
  return {
    ...key,
    regions: regions.map(({ slug, name, programme, zone, found }) => ({
      ...{ slug, name, programme },
      number: found?.number ?? null,
      day: found && todayIn(zone, found.submittedAt),
    })),
    figures: rollUpFigures(reports).map((row): FigureRow => ({ ...row, cells: cellsOf(row) })),
    accounts: reports.map(({ region, content }) => ({ region, projects: content.projects })),
  };
}

export type RollUpView = NonNullable<Awaited<ReturnType<typeof rollUpView>>>;

/** A version of the report of a region; null where there is none. */
export async function submittedReport({ region, access }: GrantedRegion, key: RollUpKey, number: number) {
  const found = await withRegion(access, (db) => findSubmitted(db, key, number));
  if (!found) return null;
  const { submittedAt, reason, last } = found;
  const content = readRoundContent(found.content);
  const { name, kind, from, to, form, rows, figures, projects } = content;
  const areas = [...new Set(rows.map(({ area }) => area))];
  return {
    report: {
      ...{ name, kind, from, to, figures, projects, columns: form.columns },
      texts: form.texts.flatMap(({ key: text, heading }) => {
        const blocks = readMarkdown(content.texts[text] ?? "");
        return blocks.length > 0 ? [{ key: text, heading, blocks }] : [];
      }),
      areas: areas.map((area) => ({ area, rows: rows.filter((row) => row.area === area) })),
    },
    region: { slug: region.slug, name: region.name },
    day: todayIn(region.zone, submittedAt),
    ...{ number, reason, last },
  };
}

export type SubmittedReport = NonNullable<Awaited<ReturnType<typeof submittedReport>>>;
