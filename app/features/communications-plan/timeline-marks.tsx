import type { TimelinePart, TimelineView } from "~/features/communications-plan/plan-timeline.view.server";
import { monthNames } from "~/features/timing/day-words";
import { type Axis, axis, windowState } from "~/ui/axis";

type Span = { from: string; to: string };

/** With more years than this there is no room to name the quarters. */
const roomyYears = 5;

const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

/** Where each quarter of the years begins, and its first month; in percent of the axis. */
function quarters(years: Span, line: Axis): { x: number; month: number; year: string }[] {
  const [first, last] = [Number(years.from.slice(0, 4)), Number(years.to.slice(0, 4))];
  return Array.from({ length: (last - first + 1) * 4 }, (_, at) => {
    const [year, month] = [first + Math.floor(at / 4), (at % 4) * 3];
    const x = line.at(`${year}-${String(month + 1).padStart(2, "0")}-01`) ?? 0;
    return { x, month, year: String(year) };
  });
}

/** The head of the axis: years, the first month of each quarter, and the plans as bands; and the lines of all rows. */
export function TimelineAxis({ view }: { view: Pick<TimelineView, "years" | "plans" | "plan" | "today"> }) {
  const { years, plans, plan, today } = view;
  const line = axis(years, 100);
  const ticks = quarters(years, line);
  const own = line.stretch(plan);
  const now = line.at(today);
  const { short } = monthNames();
  const count = ticks.length / 4;
  const isRoomy = count <= roomyYears;
  return (
    <>
      <svg className="sv-tl__room" width={isRoomy ? Math.max(count * 150, 380) : 760} height="0" aria-hidden="true" />
      <svg className="sv-tl__axis" width="100%" height="52" aria-hidden="true">
        <defs>
          <g id="timeline-grid">
            {own && <rect className="t-own" x={percent(own.x)} width={percent(own.width)} y="0" height="100%" />}
            {ticks.map(({ x, month }) => (
              <line
                key={x}
                className={month === 0 ? "t-year" : "t-quarter"}
                x1={percent(x)}
                x2={percent(x)}
                y1="0"
                y2="100%"
              />
            ))}
            {now !== undefined && <line className="s-today" x1={percent(now)} x2={percent(now)} y1="0" y2="100%" />}
          </g>
        </defs>
        <use href="#timeline-grid" />
        {ticks.map(({ x, month, year }) =>
          month === 0 ? (
            <text key={x} className="t-y" x={percent(x)} dx="6" y="14">
              {year}
            </text>
          ) : null,
        )}
        {plans.map((one) => {
          const place = line.stretch(one);
          return (
            place && (
              <rect
                key={one.key}
                className="t-plan"
                data-own={one.key === plan.key || undefined}
                x={percent(place.x)}
                width={percent(place.width)}
                y="20"
                height="4"
              />
            )
          );
        })}
        {isRoomy &&
          ticks.map(({ x, month }) => (
            <text key={x} className="t-m" x={percent(x)} dx="6" y="42">
              {short[month]}
            </text>
          ))}
      </svg>
    </>
  );
}

/** When the rows of a line are: windows as bars, dates as dots, what has none as a line through its plan's days. */
export function TimelineMarks({ parts, years, today }: { parts: TimelinePart[]; years: Span; today: string }) {
  const line = axis(years, 100);
  return (
    <svg className="sv-tl__marks" width="100%" height="100%" aria-hidden="true">
      <use href="#timeline-grid" />
      <svg y="50%" width="100%" height="1" overflow="visible" aria-hidden="true">
        {parts.map((part) => (
          <Part key={part.row} part={part} line={line} today={today} />
        ))}
      </svg>
    </svg>
  );
}

function Part({ part, line, today }: { part: TimelinePart; line: Axis; today: string }) {
  const whole = line.stretch(part.span);
  if (!whole) return null;
  const ends = { x1: percent(whole.x), x2: percent(whole.x + whole.width) };
  return (
    <g data-other={part.own ? undefined : true}>
      {part.kind === "continuous" && (
        <rect className="s-cont" x={ends.x1} width={percent(whole.width)} y="-2.5" height="5" rx="2.5" />
      )}
      {part.kind === "on-demand" && <line className="s-dem" {...ends} y1="0" y2="0" />}
      {(part.kind === "recurring" || (part.kind === "mixed" && part.windows.length === 0)) && (
        <line className="s-rec" {...ends} y1="0" y2="0" />
      )}
      {part.windows.map((window) => {
        const place = line.stretch(window);
        if (!place) return null;
        const state = windowState(window, today);
        const key = `${window.from}/${window.to}`;
        return window.from === window.to ? (
          <circle key={key} className="s-w" data-state={state} cx={percent(place.x + place.width / 2)} cy="0" r="4.5" />
        ) : (
          <rect
            key={key}
            className="s-w"
            data-state={state}
            x={percent(place.x)}
            width={percent(place.width)}
            y="-4.5"
            height="9"
            rx="2.5"
          />
        );
      })}
    </g>
  );
}
