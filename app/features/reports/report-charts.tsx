import type { ContentProject } from "~/domain/reports/round-content";
import type { RowTally } from "~/domain/reports/row-tally";
import { sumProjects } from "~/domain/shared/account-sums";
import { AccountChart } from "~/features/accounts/account-chart";
import { sumWords } from "~/features/accounts/amounts";
import { m } from "~/i18n/messages/messages";
import { Panel, PanelBody } from "~/ui/panel";

/** A bar's height. Pixels. */
const bar = 14;

/** What the parts of a bar are; of a first report nothing is as it was. */
const partsOf = (isFirst: boolean) => [
  ["changed", () => (isFirst ? m.reports_tally_answered() : m.reports_tally_changed())] as const,
  ...(isFirst ? [] : [["same", () => m.reports_tally_same()] as const]),
  ["unanswered", () => m.reports_tally_unanswered()] as const,
];

/**
 * The rows by area and how they are answered, a bar each, to one scale. The bars are silent: their figures stand as words
 * over them, and in the report's table.
 */
function TallyChart({ tallies, isFirst }: { tallies: readonly RowTally[]; isFirst: boolean }) {
  const most = Math.max(1, ...tallies.map(({ rows }) => rows));
  const percent = (rows: number) => `${((rows / most) * 100).toFixed(2)}%`;
  return (
    <figure className="sv-accounts-chart sv-rptally">
      <figcaption>
        <b>{m.reports_tally()}</b>
        <span className="sv-row sv-small" aria-hidden="true">
          {partsOf(isFirst).map(([kind, words]) => (
            <span key={kind} className="sv-rptally__key" data-kind={kind}>
              {words()}
            </span>
          ))}
        </span>
      </figcaption>
      <ul className="sv-plain">
        {tallies.map((tally) => {
          const { area, changed, same, unanswered } = tally;
          return (
            <li key={area}>
              <p>
                <span dir="auto">{area || m.reports_no_area()}</span>{" "}
                <span className="sv-quiet sv-small">
                  {isFirst
                    ? m.reports_tally_first({ answered: changed, unanswered })
                    : m.reports_tally_words({ changed, same, unanswered })}
                </span>
              </p>
              <svg width="100%" height={bar} aria-hidden="true">
                <rect width={percent(changed)} height={bar} data-kind="changed" />
                <rect x={percent(changed)} width={percent(same)} height={bar} data-kind="same" />
                <rect
                  {...{ x: percent(changed + same), width: percent(unanswered), height: bar }}
                  data-kind="unanswered"
                />
              </svg>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

/** A report as pictures: its rows, and its accounts against budget. Nothing where there is nothing to draw. */
export function ReportCharts({
  tallies,
  projects,
  isFirst,
}: {
  tallies: RowTally[];
  projects: ContentProject[];
  isFirst: boolean;
}) {
  if (tallies.length + projects.length === 0) return null;
  const { projects: own, whole } = sumProjects(projects);
  return (
    <Panel title={m.reports_at_a_glance()} aside={m.reports_same_in_tables()}>
      <PanelBody>
        <div className="sv-rpcharts">
          {tallies.length > 0 && <TallyChart tallies={tallies} isFirst={isFirst} />}
          {own.length > 0 && (
            <AccountChart
              title={m.accounts_chart_whole()}
              rows={(["income", "wages", "other", "result"] as const).map((key) => ({
                ...{ id: key, name: sumWords[key]() },
                ...whole[key],
              }))}
            />
          )}
          {own.length > 1 && (
            <AccountChart
              title={m.accounts_chart_projects()}
              rows={own.map(({ project: { number, name }, sums }) => ({
                ...{ id: number, name: `${number} ${name}` },
                ...sums.result,
              }))}
            />
          )}
        </div>
      </PanelBody>
    </Panel>
  );
}
