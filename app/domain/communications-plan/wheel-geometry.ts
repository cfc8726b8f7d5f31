import { daysBetween } from "../shared/days";

/** Geometry of a circle: angles are degrees clockwise from 12 o'clock, lengths are units of the picture's box. */

/** From one angle to another; `from` may be under 0 and `to` over 360. */
export type Span = { from: number; to: number };

export const daysInYear = (year: number) => daysBetween(`${year}-01-01`, `${year + 1}-01-01`);

/** The angle at which an ISO day begins in a year; under 0 before it, from 360 after it. */
export function angleOf(day: string, year: number): number {
  return (daysBetween(`${year}-01-01`, day) / daysInYear(year)) * 360;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

export function pointAt(centre: number, radius: number, angle: number): { x: number; y: number } {
  const radians = ((angle - 90) * Math.PI) / 180;
  return { x: rounded(centre + radius * Math.cos(radians)), y: rounded(centre + radius * Math.sin(radians)) };
}

const at = (centre: number, radius: number, angle: number) => {
  const { x, y } = pointAt(centre, radius, angle);
  return `${x} ${y}`;
};

export const arcLength = (radius: number, degrees: number) => (degrees / 360) * 2 * Math.PI * radius;

/** How many degrees a length along a circle takes. */
export const degreesOf = (radius: number, length: number) => (length / (2 * Math.PI * radius)) * 360;

/** A line from the inner radius to the outer. */
export function spoke(centre: number, inner: number, outer: number, angle: number): string {
  return `M${at(centre, inner, angle)}L${at(centre, outer, angle)}`;
}

/** A line along a circle; the whole circle from 360 degrees on. */
export function arc(centre: number, radius: number, { from, to }: Span): string {
  if (to - from >= 360)
    return `${arc(centre, radius, { from, to: from + 180 })}${arcTo(centre, radius, from + 360, 0)}`;
  return `M${at(centre, radius, from)}${arcTo(centre, radius, to, to - from > 180 ? 1 : 0)}`;
}

const arcTo = (centre: number, radius: number, angle: number, large: 0 | 1) =>
  `A${rounded(radius)} ${rounded(radius)} 0 ${large} 1 ${at(centre, radius, angle)}`;

/** Part of a ring, with rounded corners. */
export function sector(
  centre: number,
  { outer, inner }: { outer: number; inner: number },
  { from, to }: Span,
  corner: number,
): string {
  const k = Math.min(corner, (outer - inner) / 2, arcLength(inner, to - from) / 2);
  const [o, i] = [degreesOf(outer, k), degreesOf(inner, k)];
  const large = to - from - 2 * o > 180 ? 1 : 0;
  const p = (radius: number, angle: number) => at(centre, radius, angle);
  return [
    `M${p(outer, from + o)}A${rounded(outer)} ${rounded(outer)} 0 ${large} 1 ${p(outer, to - o)}`,
    `Q${p(outer, to)} ${p(outer - k, to)}L${p(inner + k, to)}Q${p(inner, to)} ${p(inner, to - i)}`,
    `A${rounded(inner)} ${rounded(inner)} 0 ${large} 0 ${p(inner, from + i)}`,
    `Q${p(inner, from)} ${p(inner + k, from)}L${p(outer - k, from)}Q${p(outer, from)} ${p(outer, from + o)}Z`,
  ].join("");
}

/** How far under its middle a line of text has its feet, of its size. */
const middle = 0.355;

/**
 * A path for text along the middle of a circle; in the lower half it runs backwards, so that no text is upside down.
 * Past a whole turn it is cut.
 */
export function textArc(centre: number, radius: number, { from, to }: Span, size: number): string {
  const half = Math.min((to - from) / 2, 179);
  const mid = (from + to) / 2;
  const flipped = isLower(mid);
  const base = flipped ? radius + size * middle : radius - size * middle;
  const large = half > 90 ? 1 : 0;
  const [start, end] = flipped ? [mid + half, mid - half] : [mid - half, mid + half];
  const r = rounded(base);
  return `M${at(centre, base, start)}A${r} ${r} 0 ${large} ${flipped ? 0 : 1} ${at(centre, base, end)}`;
}

/** Whether a place is so far down that text along the circle would stand on its head. */
export function isLower(angle: number): boolean {
  const turned = ((angle % 360) + 360) % 360;
  return turned > 92 && turned < 268;
}
