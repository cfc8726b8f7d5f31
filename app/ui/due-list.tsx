import { Link } from "@remix-run/react";
import { axis, dayNumber, type Span, windowState } from "./axis";
import { LinkButton } from "./button";
import { Icon, type IconName } from "./icon";

export type DueItem = {
  id: string;
  icon: IconName;
  title: string;
  to: string;
  /** The plan's own words and who: "«Mai» · SFVL". */
  words: string;
  windows: Span[];
  /** The window in words, for screen readers. */
  label: string;
  /** "20 dagar att". */
  left: string;
  /** What is missing, when a person must act. */
  missing?: string;
  note?: string;
  action: { label: string; to: string };
};

/** What the plan says is due, sorted by the day something must happen, on one axis of whole months. */
export function DueList({
  period,
  months,
  today,
  items,
}: {
  period: Span;
  months: string[];
  today: string;
  items: DueItem[];
}) {
  return (
    <>
      <div className="sv-due sv-due--axis" aria-hidden="true">
        <svg className="sv-axis" width="100%" height="16" aria-hidden="true">
          {axis(period, 100)
            .ticks.slice(0, -1)
            .map((x, index) => (
              <text key={x} x={`${x}%`} dx={index === 0 ? 0 : 4} y="12">
                {months[index]}
              </text>
            ))}
        </svg>
      </div>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="sv-due">
            <Icon name={item.icon} />
            <div className="sv-due__t">
              <Link to={item.to}>{item.title}</Link>
              <p>{item.words}</p>
            </div>
            <div className="sv-due__w">
              <Windows period={period} today={today} windows={item.windows} label={item.label} />
              <p>
                <b>{item.left}</b>
                {item.missing && (
                  <>
                    {" · "}
                    <span data-tone="warning">{item.missing}</span>
                  </>
                )}
                {item.note && ` · ${item.note}`}
              </p>
            </div>
            <LinkButton to={item.action.to} variant="secondary" small>
              {item.action.label}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function Windows({ period, today, windows, label }: { period: Span; today: string; windows: Span[]; label: string }) {
  const line = axis(period, 100);
  const now = line.at(today);
  return (
    <svg className="sv-gantt" width="100%" height="20" role="img" aria-label={label}>
      {line.ticks.slice(1, -1).map((x) => (
        <line key={x} className="g-m" x1={`${x}%`} x2={`${x}%`} y1="0" y2="20" />
      ))}
      {windows.map((window) => {
        const place = line.stretch(window);
        if (!place) return null;
        const state = windowState(window, today);
        return dayNumber(window.from) === dayNumber(window.to) ? (
          <circle
            key={window.from}
            className="s-w"
            data-state={state}
            cx={`${place.x + place.width / 2}%`}
            cy="10"
            r="4.5"
          />
        ) : (
          <rect
            key={window.from}
            className="s-w"
            data-state={state}
            x={`${place.x}%`}
            width={`${place.width}%`}
            y="6"
            height="8"
            rx="2.5"
          />
        );
      })}
      {now !== undefined && <line className="s-today" x1={`${now}%`} x2={`${now}%`} y1="0" y2="20" />}
    </svg>
  );
}
