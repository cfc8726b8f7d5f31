import type { FigureSource } from "~/domain/reports/figure-definitions";
import { writeFigure } from "~/domain/reports/figure-value";
import { instantToLocal } from "~/domain/shared/local-time";
import { figureText } from "~/features/reports/figure-text";
import { figureWords } from "~/features/reports/figure-words";
import { figuresOf, figureVersion } from "~/features/reports/figures.view.server";
import { regionFacts } from "~/features/reports/report-content.db.server";
import type { findRound } from "~/features/reports/reports.db.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;

/** A figure that is counted, in words; `to` leads to what is counted. `value` is null until it is known. */
export type CountedFigure = {
  key: string;
  label: string;
  is: string;
  value: string | null;
  source: string;
  /** ISO day. */
  countedOn: string | null;
  to: string | null;
};

/** A figure that is typed: `typed` as its field has it. */
export type OwnFigure = {
  key: string;
  label: string;
  value: string | null;
  typed: string;
  source: string;
  version: string;
};

/** The figures of a round: those that are counted, and those that are typed. */
export async function figuresPage(
  db: RegionDb,
  round: Round,
  slug: string,
): Promise<{ counted: CountedFigure[]; own: OwnFigure[] }> {
  const figures = await figuresOf(db, round);
  const { zone } = await regionFacts(db);
  return {
    counted: figures.flatMap(({ counted, definition: _, key, label, value, source, countedAt }) =>
      counted === null
        ? []
        : [
            {
              ...{
                key,
                label,
                source,
                countedOn: countedAt && instantToLocal(countedAt, zone).date,
                is: figureWords[counted.key].is(),
              },
              value: value === null ? null : figureText(value),
              to: pageOf(counted.source, slug, round.plan?.year ?? null),
            },
          ],
    ),
    own: figures.flatMap(({ counted, key, label, value, source }) =>
      counted !== null
        ? []
        : [
            {
              ...{ key, label, source, version: figureVersion(value, source) },
              value: value === null ? null : figureText(value),
              typed: value === null ? "" : writeFigure(value, { thousands: " " }).replace("\u2212", "-"),
            },
          ],
    ),
  };
}

function pageOf(source: FigureSource, slug: string, year: number | null): string | null {
  const pages: Record<FigureSource, string | null> = {
    "communications-plan": paths.plans(slug),
    events: `${paths.events(slug)}?when=past`,
    attendance: paths.attendanceOverTime(slug),
    networks: paths.networks(slug),
    newsletters: paths.newsletters(slug),
    cases: paths.bodies(slug),
    "action-plan": year === null ? null : paths.actionPlan(slug, year),
  };
  return pages[source];
}
