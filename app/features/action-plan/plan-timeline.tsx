import { Link } from "@remix-run/react";
import { yearPeriod } from "~/domain/action-plan/activity";
import type { ActionPlanView, ActivityRow } from "~/features/action-plan/action-plan.view.server";
import { stateNames } from "~/features/action-plan/plan-words";
import { monthNames } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Axis, axis } from "~/ui/axis";
import { GroupRows } from "~/ui/group-rows";

const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

/** The activities of a plan on an axis of its twelve months: their times as bars, coloured by where they stand. */
export function PlanTimeline({ view, slug }: { view: ActionPlanView; slug: string }) {
  const { year } = view.plan;
  const caption = m.action_plan_timeline_caption({ year: String(year) });
  return (
    <>
      <div className="sv-panel sv-tlbox">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard. */}
        <section className="sv-tlbox__in" aria-label={caption} tabIndex={0}>
          <table className="sv-table sv-tl sv-apline">
            <caption className="ds-sr-only">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{m.action_plan_activity()}</th>
                <th scope="col" className="sv-tl__head">
                  <span className="ds-sr-only">{m.action_plan_when()}</span>
                  <Months year={year} today={view.today} />
                </th>
              </tr>
            </thead>
            {view.areas.flatMap((area) =>
              area.focusAreas.map((focus) => (
                <GroupRows
                  key={focus.id}
                  span={2}
                  title={`${area.name} · ${focus.name}`}
                  count={m.action_plan_count({ n: focus.count })}
                >
                  {focus.measures.flatMap((measure) =>
                    measure.activities.map((row) => (
                      <Line key={row.id} row={row} measure={measure.name} year={year} slug={slug} />
                    )),
                  )}
                </GroupRows>
              )),
            )}
          </table>
        </section>
      </div>
      <Key />
    </>
  );
}

/** The names of the months, and the lines that all rows share. */
function Months({ year, today }: { year: number; today: string }) {
  const line = axis(yearPeriod(year), 100);
  const now = line.at(today);
  const { short } = monthNames();
  return (
    <>
      <svg className="sv-tl__room" width="520" height="0" aria-hidden="true" />
      <svg className="sv-tl__axis" width="100%" height="32" aria-hidden="true">
        <defs>
          <g id="gantt-grid">
            {short.map((name, at) => (
              <line
                key={name}
                className={at % 3 === 0 ? "t-year" : "t-quarter"}
                {...across(line.at(`${year}-${String(at + 1).padStart(2, "0")}-01`) ?? 0)}
              />
            ))}
            {now !== undefined && <line className="s-today" {...across(now)} />}
          </g>
        </defs>
        <use href="#gantt-grid" />
        {short.map((name, at) => (
          <text
            key={name}
            className="t-m"
            x={percent(line.at(`${year}-${String(at + 1).padStart(2, "0")}-01`) ?? 0)}
            dx="5"
            y="20"
          >
            {name}
          </text>
        ))}
      </svg>
    </>
  );
}

const across = (x: number) => ({ x1: percent(x), x2: percent(x), y1: "0", y2: "100%" });

function Line({ row, measure, year, slug }: { row: ActivityRow; measure: string; year: number; slug: string }) {
  const { words, meaning } = row.timing;
  const said = [words ? `«${words}»` : m.action_plan_no_time(), stateNames[row.state]()].join(" · ");
  return (
    <tr>
      <th scope="row">
        <Link className="sv-tl__name" to={paths.activity(slug, year, row.id)} title={row.name}>
          <span dir="auto">{row.name || m.action_plan_unnamed()}</span>
        </Link>
        <small className="sv-tl__words">
          {measure} · {said}
        </small>
      </th>
      <td className="sv-tl__cell">
        <span className="ds-sr-only">{meaning ?? m.action_plan_no_time()}</span>
        <Marks row={row} line={axis(yearPeriod(year), 100)} />
      </td>
    </tr>
  );
}

/** When an activity is: windows as bars, a day as a dot, what has none as a line through the year. */
function Marks({ row: { timing, state }, line }: { row: ActivityRow; line: Axis }) {
  const { kind, windows } = timing;
  const whole = { x1: "0%", x2: "100%", y1: "0", y2: "0" };
  return (
    <svg className="sv-tl__marks" width="100%" height="100%" aria-hidden="true">
      <use href="#gantt-grid" />
      <svg y="50%" width="100%" height="1" overflow="visible" aria-hidden="true" data-activity={state}>
        {kind === "continuous" && <rect className="s-cont" x="0" width="100%" y="-2.5" height="5" rx="2.5" />}
        {kind === "on-demand" && <line className="s-dem" {...whole} />}
        {(kind === "recurring" || (kind === "mixed" && windows.length === 0)) && <line className="s-rec" {...whole} />}
        {windows.map((window) => {
          const place = line.stretch(window);
          if (!place) return null;
          const key = `${window.from}/${window.to}`;
          return window.from === window.to ? (
            <circle key={key} className="s-w" cx={percent(place.x + place.width / 2)} cy="0" r="4.5" />
          ) : (
            <rect
              key={key}
              className="s-w"
              x={percent(place.x)}
              width={percent(place.width)}
              y="-5"
              height="10"
              rx="2.5"
            />
          );
        })}
      </svg>
    </svg>
  );
}

/** What the marks mean, in words. */
function Key() {
  const bar = (state: string) => (
    <g data-activity={state}>
      <rect className="s-w" x="1" y="4" width="20" height="8" rx="2" />
    </g>
  );
  const keys = [
    [bar("not_started"), stateNames.not_started()],
    [bar("in_progress"), stateNames.in_progress()],
    [bar("delayed"), stateNames.delayed()],
    [bar("done"), stateNames.done()],
    [<rect key="c" className="s-cont" x="0" y="5.5" width="22" height="5" rx="2.5" />, m.action_plan_key_continuous()],
    [<path key="d" className="s-dem" d="M2 8h20" />, m.action_plan_key_on_demand()],
    [<path key="r" className="s-rec" d="M0 8h22" />, m.action_plan_key_recurring()],
  ] as const;
  return (
    <ul className="sv-legend sv-tl__key">
      {keys.map(([mark, words]) => (
        <li key={words}>
          <svg width="22" height="16" aria-hidden="true">
            {mark}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
