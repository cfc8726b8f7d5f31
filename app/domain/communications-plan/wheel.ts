import { type Band, layBand, type WheelLane } from "./wheel-band";
import { angleOf, type Span } from "./wheel-geometry";
import { foldRings, layRings, type RingLayout, type WheelRing } from "./wheel-rings";
import { atPitch, type WheelSize } from "./wheel-size";

/**
 * A year to be drawn. `today` is an ISO day of any year, or null; `rings` come from the outside in; `span` is what the
 * plan covers (ISO days, inclusive), and with it the work without a date; `other` names the ring that the least used
 * ones are folded into.
 */
export type WheelPlan = {
  year: number;
  today: string | null;
  rings: WheelRing[];
  band: WheelLane[];
  span: { from: string; to: string };
  other: string;
};

export type WheelLayout = {
  size: WheelSize;
  centre: number;
  /** Where each month stands. */
  months: Span[];
  /** Where today's hand stands; null when today is in another year. */
  hand: number | null;
  /** How much of the year is gone, in degrees. */
  gone: number;
  band: Band[];
  rings: RingLayout[];
  /** The outer border of the outermost ring, and what is left in the middle. */
  outer: number;
  hub: number;
  /** The names of the rings that were folded into one. */
  folded: string[];
};

/**
 * The year wheel (interface.md §5, rules C1–C5), from the outside in: months, rim, band of work without a date, rings.
 * What is found is the first that leaves the hub whole.
 */
export function layoutWheel(plan: WheelPlan, size: WheelSize): WheelLayout {
  const { year, today } = plan;
  const within = {
    from: Math.max(0, angleOf(plan.span.from, year)),
    to: Math.min(360, angleOf(plan.span.to, year) + angleOf(`${year}-01-02`, year)),
  };
  const now = today === null ? -1 : angleOf(today, year);
  const outer = size.rim - size.bandGap - plan.band.length * size.bandPitch - size.ringGap;
  const used = plan.rings.filter(({ items }) => items.some(({ windows }) => windows.length > 0));
  for (const { rings, pitch } of attempts(used, plan.other, size)) {
    const own = atPitch(size, pitch);
    const laid = layRings(rings, year, outer, own);
    if (!laid) continue;
    return {
      size: own,
      centre: size.box / 2,
      months: monthsOf(year),
      hand: now >= 0 && now < 360 ? now : null,
      gone: Math.min(Math.max(now, 0), 360),
      band: layBand(plan.band, within, size),
      ...{ rings: laid, outer, hub: laid.at(-1)?.inner ?? outer },
      folded: used.filter((ring) => !rings.includes(ring)).map(({ name }) => name),
    };
  }
  throw new Error("A wheel has room for any plan");
}

/** How many rings stay when not even the narrowest lanes of C5 have room for all marks. */
const mostRings = 6;

/**
 * C5: a full year makes narrower lanes before it eats the hub, a step at a time; then the least used rings fold into
 * one, one after the other. Where hundreds of rows want the same months, lanes get as narrow as it takes.
 */
function* attempts(
  rings: readonly WheelRing[],
  other: string,
  { lanePitch, minPitch, pitchStep }: WheelSize,
): Generator<{ rings: readonly WheelRing[]; pitch: number }> {
  for (let pitch = lanePitch; pitch >= minPitch; pitch -= pitchStep) yield { rings, pitch };
  for (let kept = rings.length - 2; kept > 0; kept--) yield { rings: foldRings(rings, kept, other), pitch: minPitch };
  const few = rings.length > mostRings ? foldRings(rings, mostRings - 1, other) : rings;
  for (let pitch = minPitch * 0.85; pitch > minPitch / 10_000; pitch *= 0.85) yield { rings: few, pitch };
}

function monthsOf(year: number): Span[] {
  const starts = Array.from({ length: 12 }, (_, month) =>
    angleOf(`${year}-${String(month + 1).padStart(2, "0")}-01`, year),
  );
  return starts.map((from, month) => ({ from, to: starts[month + 1] ?? 360 }));
}
