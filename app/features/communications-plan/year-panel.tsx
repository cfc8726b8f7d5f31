import { StateKey } from "~/features/communications-plan/wheel-keys";
import { WheelPicture } from "~/features/communications-plan/wheel-picture";
import type { YearNow } from "~/features/communications-plan/wheel-year.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel } from "~/ui/panel";

/** The year of the plan at a glance, for a first page: the wheel, and how many times stand where. */
export function YearPanel({ year: now, slug, period }: { year: YearNow; slug: string; period: string }) {
  const { year, drawing, rows, dated, over, open, coming, undated, next } = now;
  const sentence = [
    m.plan_year_dated({ dated, n: rows, year }),
    next && m.plan_year_next({ n: next.count, day: describeDay(next.day, !next.day.startsWith(String(year))) }),
  ];
  const tally = [
    { state: "done", count: over, words: m.plan_year_done() },
    { state: "open", count: open, words: m.plan_year_open() },
    { state: "coming", count: coming, words: m.plan_year_coming() },
    { state: "band", count: undated, words: m.plan_year_undated() },
  ];
  return (
    <Panel title={m.plan_year_panel()} link={{ label: m.plan_year_link(), to: paths.planWheel(slug, period) }}>
      <div className="sv-yearpanel">
        <WheelPicture
          compact
          id="year"
          drawing={drawing}
          title={m.plan_wheel_title({ year })}
          description={sentence.filter(Boolean).join(" ")}
        />
        <div>
          <p>{sentence.filter(Boolean).join(" ")}</p>
          <ul>
            {tally.map(({ state, count, words }) => (
              <li key={state}>
                <StateKey state={state} />
                <span>
                  <b>{count}</b> {words}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  );
}
