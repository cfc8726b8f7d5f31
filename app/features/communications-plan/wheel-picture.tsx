import type { ReactNode } from "react";
import type { WheelLayout, WheelPlan } from "~/domain/communications-plan/wheel";
import {
  arc,
  degreesOf,
  pointAt,
  type Span,
  sector,
  spoke,
  textArc,
} from "~/domain/communications-plan/wheel-geometry";
import { type Mark, nameStart, type RingLayout } from "~/domain/communications-plan/wheel-rings";
import { describeDay, monthNames } from "~/features/timing/day-words";
import { IconInPicture } from "~/ui/icon";

type Props = {
  plan: Pick<WheelPlan, "year" | "today">;
  layout: WheelLayout;
  /** Unique on the page. */
  id: string;
  title: string;
  /** What it shows in a sentence, for those who do not see it. */
  description: string;
  /** What the pointer is told of a mark. */
  words?: (mark: Mark) => string;
};

/** The year as a wheel, for a page and for paper: everything named, the numbers those of the plan. */
export function Wheel(props: Props) {
  const { plan, layout, id, words } = props;
  return (
    <Picture {...props}>
      <Months layout={layout} id={id} />
      <Lines layout={layout} />
      <BandLanes layout={layout} id={id} />
      {layout.rings.map((ring) => (
        <RingSign key={ring.key} ring={ring} layout={layout} id={id} />
      ))}
      <Hand layout={layout} />
      <Marks layout={layout} id={id} words={words} />
      <HandHead layout={layout} radius={5} />
      <Hub plan={plan} layout={layout} />
    </Picture>
  );
}

/** The same wheel for a small screen or a panel: nothing written but the letters of the months. */
export function CompactWheel(props: Omit<Props, "plan">) {
  const { layout, id, words } = props;
  return (
    <Picture compact {...props}>
      <MonthLetters layout={layout} />
      <Lines layout={layout} />
      <BandLanes layout={layout} id={id} />
      <Hand layout={layout} />
      <Marks layout={layout} id={id} words={words} />
      <HandHead layout={layout} radius={3} />
    </Picture>
  );
}

function Picture({
  layout,
  compact,
  id,
  title,
  description,
  children,
}: Omit<Props, "plan" | "words"> & { compact?: boolean; children: ReactNode }) {
  const { box } = layout.size;
  return (
    <svg
      className="sv-wheel"
      data-compact={compact}
      viewBox={`0 0 ${box} ${box}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}

/** Text along a circle. */
function Along({
  id,
  layout,
  radius,
  span,
  size,
  className,
  start,
  children,
}: {
  id: string;
  layout: WheelLayout;
  radius: number;
  span: Span;
  size: number;
  className: string;
  /** Begins where the path begins, else stands in its middle. */
  start?: boolean;
  children: string;
}) {
  return (
    <>
      <defs>
        <path id={id} d={textArc(layout.centre, radius, span, size)} />
      </defs>
      <text className={className} fontSize={size} {...(!start && { textAnchor: "middle" })}>
        <textPath href={`#${id}`} {...(!start && { startOffset: "50%" })}>
          {children}
        </textPath>
      </text>
    </>
  );
}

/** Every second month is tinted, so that one sees where one is without a line to follow. */
function MonthFields({ layout: { months, centre, size, hub } }: { layout: WheelLayout }) {
  return months.map((span, month) => (
    <g key={span.from}>
      {month % 2 === 0 && <path className="w-month" d={sector(centre, { outer: size.rim, inner: hub }, span, 0)} />}
      <path className="w-spoke" d={spoke(centre, hub, size.rim, span.from)} />
    </g>
  ));
}

function Months({ layout, id }: { layout: WheelLayout; id: string }) {
  const { names } = monthNames();
  const { monthRadius, monthFont } = layout.size;
  return (
    <>
      <MonthFields layout={layout} />
      {layout.months.map((span, month) => (
        <Along
          key={span.from}
          {...{ id: `${id}-m${month}`, layout, radius: monthRadius, span, size: monthFont }}
          className="w-month-name"
        >
          {names[month] ?? ""}
        </Along>
      ))}
    </>
  );
}

function MonthLetters({ layout }: { layout: WheelLayout }) {
  const { initials } = monthNames();
  const { monthRadius, monthFont } = layout.size;
  return (
    <>
      <MonthFields layout={layout} />
      {layout.months.map(({ from, to }, month) => {
        const { x, y } = pointAt(layout.centre, monthRadius, (from + to) / 2);
        return (
          <text
            key={from}
            className="w-month-name"
            x={x}
            y={y + monthFont * 0.36}
            fontSize={monthFont}
            textAnchor="middle"
          >
            {initials[month]}
          </text>
        );
      })}
    </>
  );
}

/** The borders of the rings, and the rim: thick as far as the year is gone. */
function Lines({ layout: { centre, size, rings, outer, hub, gone } }: { layout: WheelLayout }) {
  const radii = rings.length === 0 ? [hub] : [...rings.map((ring) => ring.outer + size.ringGap / 2), hub];
  return (
    <>
      {[...new Set(radii)].map((r) => (
        <circle key={r} className="w-ring" cx={centre} cy={centre} r={r} />
      ))}
      {rings.length === 0 && <circle className="w-ring" cx={centre} cy={centre} r={outer} />}
      <circle className="w-rim" cx={centre} cy={centre} r={size.rim} />
      {gone > 0 && <path className="w-gone" d={arc(centre, size.rim, { from: 0, to: gone })} />}
    </>
  );
}

function BandLanes({ layout, id }: { layout: WheelLayout; id: string }) {
  const { centre, size, band } = layout;
  return band.map(({ style, radius, lines, texts }) => (
    <g key={style} className="w-band" data-style={style}>
      <path
        d={lines.map((span) => arc(centre, radius, span)).join("")}
        {...(style === "continuous" && { strokeWidth: size.bandThickness })}
      />
      {texts.map(({ key, text, span }) => (
        <Along
          key={key}
          {...{ id: `${id}-b${style}${key}`, layout, radius, span, size: size.font }}
          className="w-band-text"
        >
          {text}
        </Along>
      ))}
    </g>
  ));
}

function RingSign({ ring, layout, id }: { ring: RingLayout; layout: WheelLayout; id: string }) {
  const { angle, radius, name } = ring.sign;
  const { x, y } = pointAt(layout.centre, radius, angle);
  const from = angle + degreesOf(radius, nameStart);
  return (
    <g className="w-sign">
      <circle cx={x} cy={y} r="11" />
      <IconInPicture name={ring.icon} x={x - 7.5} y={y - 7.5} size={15} />
      {name !== null && (
        <Along
          {...{ id: `${id}-r${ring.key}`, layout, radius, size: layout.size.font, start: true }}
          span={{ from, to: from + 100 }}
          className="w-ring-name"
        >
          {name}
        </Along>
      )}
    </g>
  );
}

function Marks({ layout, id, words }: { layout: WheelLayout; id: string; words: Props["words"] }) {
  const { centre, size } = layout;
  const half = size.laneThickness / 2;
  return layout.rings.map((ring) =>
    ring.marks.map((mark) => {
      const { key, state, span, radius, isDisc, text } = mark;
      const middle = pointAt(centre, radius, (span.from + span.to) / 2);
      const inset = degreesOf(radius, Math.min(1, size.lanePitch / 20));
      const drawn = { from: span.from + inset, to: span.to - inset };
      return (
        <g key={`${ring.key}/${key}`} className="w-mark" data-mark={key} data-state={state}>
          {words && <title>{words(mark)}</title>}
          {isDisc ? (
            <circle cx={middle.x} cy={middle.y} r={size.discRadius} />
          ) : (
            <path d={sector(centre, { outer: radius + half, inner: radius - half }, drawn, size.corner)} />
          )}
          {text &&
            (isDisc ? (
              <text
                className="w-number"
                x={middle.x}
                y={middle.y + text.size * 0.36}
                fontSize={text.size}
                textAnchor="middle"
              >
                {text.content}
              </text>
            ) : (
              <Along
                {...{ id: `${id}-${ring.key}-${key}`, layout, radius, span, size: text.size }}
                className={text.content === String(mark.item.number) ? "w-number" : "w-label"}
              >
                {text.content}
              </Along>
            ))}
        </g>
      );
    }),
  );
}

function Hand({ layout: { centre, size, hub, hand } }: { layout: WheelLayout }) {
  return hand === null ? null : <path className="w-hand" d={spoke(centre, hub, size.rim, hand)} />;
}

function HandHead({ layout: { centre, size, hand }, radius }: { layout: WheelLayout; radius: number }) {
  if (hand === null) return null;
  const { x, y } = pointAt(centre, size.rim, hand);
  return <circle className="w-hand-head" cx={x} cy={y} r={radius} />;
}

/** Today's date in the middle, else the year. */
function Hub({ plan: { today, year }, layout: { centre, hand } }: Pick<Props, "plan" | "layout">) {
  const day = hand !== null && today ? describeDay(today, false) : null;
  return (
    <>
      <text className="w-hub-1" x={centre} y={centre + (day ? -2 : 8)} textAnchor="middle">
        {day ?? year}
      </text>
      {day && (
        <text className="w-hub-2" x={centre} y={centre + 19} textAnchor="middle">
          {year}
        </text>
      )}
    </>
  );
}
