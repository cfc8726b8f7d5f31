import type { ReactNode } from "react";
import { axis, type Span, windowState } from "./axis";
import { StateGlyph } from "./state";

/** What a timing says, as the domain names it. */
export type StripKind = "dated" | "recurring" | "continuous" | "on-demand" | "mixed" | "unknown";

/**
 * When, as a picture: exact to the day over the period. A window is a bar, one day a dot, continuous a full bar, on
 * demand dots, recurring dashes, today a red line. Filled is open, tinted is to come, grey is over.
 */
export function MonthStrip({
  windows,
  kind,
  period,
  today,
  label,
  width = 144,
  monthNames,
}: {
  windows: Span[];
  kind: StripKind;
  period: Span;
  today?: string;
  /** The same in words, for screen readers. */
  label: string;
  width?: number;
  /** Short names over the months; for the large strip under the timing field. */
  monthNames?: string[];
}) {
  const line = axis(period, width);
  const top = monthNames ? 20 : 0;
  const now = today === undefined ? undefined : line.at(today);
  return (
    <svg
      className="sv-strip"
      viewBox={`0 ${-top} ${width} ${12 + top}`}
      width={width}
      height={12 + top}
      role="img"
      aria-label={label}
    >
      {monthNames && <MonthTexts names={monthNames} ticks={line.ticks} y={-8} />}
      <path className="s-tick" d={line.ticks.map((x) => `M${Math.min(Math.max(x, 0.5), width - 0.5)} 3v6`).join("")} />
      <path className="s-tick" d={`M0 6h${width}`} />
      {kind === "continuous" && <rect className="s-cont" x="0" y="3.5" width={width} height="5" rx="2.5" />}
      {kind === "on-demand" && <path className="s-dem" d={`M1.5 6h${width - 2}`} />}
      {kind === "recurring" && <path className="s-rec" d={`M1 6h${width - 2}`} />}
      {windows.map((window) => {
        const place = line.stretch(window);
        if (!place) return null;
        const state = windowState(window, today);
        const key = `${window.from}/${window.to}`;
        return window.from === window.to ? (
          <circle key={key} className="s-w" data-state={state} cx={place.x + place.width / 2} cy="6" r="3.6" />
        ) : (
          <rect
            key={key}
            className="s-w"
            data-state={state}
            x={place.x + 0.5}
            y="2.5"
            width={Math.max(place.width - 1, 3)}
            height="7"
            rx="2"
          />
        );
      })}
      {now !== undefined && <path className="s-today" d={`M${now} 0v12`} />}
    </svg>
  );
}

function MonthTexts({ names, ticks, y }: { names: string[]; ticks: number[]; y: number }) {
  return (
    <g className="s-month" textAnchor="middle">
      {ticks.slice(0, -1).map((x, index) => (
        <text key={x} x={(x + (ticks[index + 1] ?? x)) / 2} y={y}>
          {names[index % names.length]}
        </text>
      ))}
    </g>
  );
}

/** J F M ... D over a column of strips of the same width. */
export function MonthInitials({ initials, period, width = 144 }: { initials: string[]; period: Span; width?: number }) {
  return (
    <svg className="sv-strip" width={width} height="10" aria-hidden="true">
      <MonthTexts names={initials} ticks={axis(period, width).ticks} y={9} />
    </svg>
  );
}

/** What a timing was read as, under its field: read out when it changes. */
export function ReadAs({
  tone,
  label,
  words,
  note,
  children,
}: {
  tone: "success" | "warning";
  label: ReactNode;
  words: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="sv-read" role="status">
      {children}
      <div>
        <p className="sv-read__h" data-tone={tone}>
          <StateGlyph state={tone === "success" ? "done" : "needs-person"} />
          <span>
            {label} <b>{words}</b>
          </span>
        </p>
        {note && <p className="sv-small sv-quiet">{note}</p>}
      </div>
    </div>
  );
}
