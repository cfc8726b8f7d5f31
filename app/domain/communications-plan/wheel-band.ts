import { arcLength, degreesOf, type Span } from "./wheel-geometry";
import type { WheelSize } from "./wheel-size";
import { cutText, textWidth } from "./wheel-text";

/** Work without a date, as a lane of the outer band. */
export type WheelLane = {
  style: "continuous" | "on-demand" | "recurring";
  texts: { number: number; label: string }[];
};

export type Band = {
  style: WheelLane["style"];
  /** The middle of the lane. */
  radius: number;
  /** What is drawn: all of the lane when it is filled, else the line between the texts. */
  lines: Span[];
  texts: { key: number; text: string; span: Span }[];
};

/** Free on either side of a text, in units. */
const air = 8;
/** A name takes no more than this of what is its own, so that one sees the lane between the names. */
const ofShare = 0.62;

/**
 * The outer band, a lane of each style: names spread evenly over the part of the year the plan is of. What is filled
 * carries them, a line opens around them. A name without room is cut, then stands as its number, then not at all.
 */
export function layBand(lanes: readonly WheelLane[], within: Span, size: WheelSize): Band[] {
  return lanes.map(({ style, texts }, index) => {
    const radius = size.rim - size.bandGap - index * size.bandPitch - size.bandThickness / 2;
    const share = (within.to - within.from) / Math.max(texts.length, 1);
    const room = arcLength(radius, share) - 2 * air;
    const whole = within.to - within.from >= 360;
    const placed = texts.flatMap(({ number, label }, at) => {
      const text = size.font > 0 ? bandText(number, label, size.font, room) : null;
      if (text === null) return [];
      const middle = within.from + share * (style !== "continuous" && whole ? at : at + 0.5);
      const half = degreesOf(radius, textWidth(text, size.font) / 2 + air);
      return [{ key: number, text, span: { from: middle - half, to: middle + half } }];
    });
    const lines = style === "continuous" || placed.length === 0 ? [within] : between(placed, within, whole);
    return { style, radius, lines, texts: placed };
  });
}

function bandText(number: number, label: string, font: number, room: number): string | null {
  const own = ofShare * room - textWidth(`${number}  `, font);
  const name = own > 0 ? cutText(label, font, own) : null;
  if (name !== null) return `${number}  ${name}`;
  return textWidth(String(number), font) <= room ? String(number) : null;
}

/** What is left of a line between its texts; round the whole year the last is followed by the first. */
function between(texts: readonly { span: Span }[], within: Span, whole: boolean): Span[] {
  const gaps = texts.map(({ span }) => span);
  const first = gaps[0] as Span;
  const starts = [...(whole ? [] : [within.from]), ...gaps.map(({ to }) => to)];
  const ends = [...gaps.slice(whole ? 1 : 0).map(({ from }) => from), whole ? first.from + 360 : within.to];
  return starts.map((from, at) => ({ from, to: ends[at] ?? from })).filter(({ from, to }) => to > from);
}
