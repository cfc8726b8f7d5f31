import type { ChannelIcon } from "./channels";
import { angleOf, arcLength, degreesOf, isLower, type Span } from "./wheel-geometry";
import type { WheelSize } from "./wheel-size";
import { cutText, textWidth } from "./wheel-text";

/** How a time stands: grey, filled, or tinted. */
export type WheelState = "done" | "open" | "coming";

/** One time of an item, as ISO days, both inclusive; what lies outside the year is cut. */
export type WheelWindow = { key: string; from: string; to: string; state: WheelState };

/** A row of the plan: its number in the plan, its short name, and its times in the year. */
export type WheelItem = { id: string; number: number; label: string; windows: WheelWindow[] };

export type WheelRing = { key: string; name: string; icon: ChannelIcon; items: WheelItem[] };

/** A time as it is drawn: an arc, or a disc in its middle. `radius` is that of its lane's middle, `lane` from outside. */
export type Mark = {
  key: string;
  item: WheelItem;
  state: WheelState;
  span: Span;
  /** What of the lane it takes, the air of a disc with it. */
  taken: Span;
  isDisc: boolean;
  lane: number;
  radius: number;
  text: { content: string; size: number } | null;
};

export type RingLayout = Omit<WheelRing, "items"> & {
  outer: number;
  inner: number;
  lanes: number;
  marks: Mark[];
  /** Where the icon stands, and the name after it, on the middle of the ring. The name is cut to the room, or null. */
  sign: { angle: number; radius: number; name: string | null };
};

/**
 * The rings from the outside in, the last one's `inner` being what is left in the middle; null when that is less than
 * the hub, and the lanes must be narrower or the rings fewer.
 */
export function layRings(
  rings: readonly WheelRing[],
  year: number,
  outermost: number,
  size: WheelSize,
): RingLayout[] | null {
  const placed: (Omit<WheelRing, "items"> & { outer: number; inner: number; lanes: number; marks: PlacedMark[] })[] =
    [];
  let outer = outermost;
  for (const { items, ...ring } of rings) {
    const laid = layMarks(items, year, outer, size);
    if (!laid) return null;
    const inner = outer - laid.lanes * size.lanePitch;
    placed.push({ ...ring, ...laid, outer, inner });
    outer = inner - size.ringGap;
  }
  return placed.map((ring) => ({
    ...ring,
    marks: ring.marks.map((mark) => ({ ...mark, text: textOf(mark, size) })),
    sign: signOf(ring.name, ring.marks, ring, size),
  }));
}

type PlacedMark = Omit<Mark, "text">;

/**
 * C1: windows are placed before dates, each by start, then the longest first. C2: each mark takes the outermost lane
 * where it has two units of air on either side, across the turn of the year too. Null when the hub is in the way.
 */
function layMarks(
  items: readonly WheelItem[],
  year: number,
  outer: number,
  size: WheelSize,
): { marks: PlacedMark[]; lanes: number } | null {
  const times = items
    .flatMap((item) => item.windows.map((window) => ({ item, window, ...spanOf(window, year) })))
    .filter(({ from, to }) => to > 0 && from < 360)
    .map((time) => ({ ...time, from: Math.max(time.from, 0), to: Math.min(time.to, 360) }))
    .sort((a, b) => Number(a.isDay) - Number(b.isDay) || a.from - b.from || b.to - a.to);
  const most = Math.floor((outer - size.hub) / size.lanePitch + 1e-9);
  const lanes: Span[][] = [];
  const marks: PlacedMark[] = [];
  for (const { item, window, isDay, ...span } of times) {
    const placed = placeIn(lanes, most, (lane) => {
      const radius = outer - (lane + 0.5) * size.lanePitch;
      const isDisc = isDay || arcLength(radius, span.to - span.from) < 2 * size.discRadius;
      const half = degreesOf(radius, size.discRadius + air);
      const taken = isDisc ? around((span.from + span.to) / 2, half) : span;
      return { radius, isDisc, taken, apart: degreesOf(radius, air) };
    });
    if (!placed) return null;
    const { apart: _, ...place } = placed;
    marks.push({ key: window.key, item, state: window.state, span, ...place });
  }
  const count = Math.max(lanes.length, 1);
  return count > most ? null : { marks, lanes: count };
}

/** Takes the first lane where what the mark takes of it is free; null when there is none. */
function placeIn<P extends { taken: Span; apart: number }>(
  lanes: Span[][],
  most: number,
  placeOf: (lane: number) => P,
): (P & { lane: number }) | null {
  for (let lane = 0; lane < most; lane++) {
    const place = placeOf(lane);
    const there = lanes[lane];
    if (there?.some((other) => touches(place.taken, other, place.apart))) continue;
    if (there) there.push(place.taken);
    else lanes.push([place.taken]);
    return { ...place, lane };
  }
  return null;
}

/** Between marks of a lane, and around a disc, in units. */
const air = 2;

function spanOf({ from, to }: WheelWindow, year: number): Span & { isDay: boolean } {
  const start = angleOf(from, year);
  const day = angleOf(`${year}-01-02`, year);
  return { from: start, to: angleOf(to, year) + day, isDay: from === to };
}

const around = (middle: number, half: number): Span => ({ from: middle - half, to: middle + half });

function touches(a: Span, b: Span, apart: number): boolean {
  const meet = (turn: number) => a.from + turn < b.to + apart && a.to + turn > b.from - apart;
  return meet(0) || meet(360) || meet(-360);
}

/** C3: number and name where the arc has 8 units of air at either end, else the number, where that has room. */
function textOf({ item, span, isDisc, radius }: PlacedMark, size: WheelSize): Mark["text"] {
  if (!size.numbers) return null;
  const number = String(item.number);
  const room = isDisc ? 2 * size.discRadius - 1 : arcLength(radius, span.to - span.from) - 16;
  const whole = `${number}  ${item.label}`;
  if (!isDisc && size.names && textWidth(whole, size.font) <= room) return { content: whole, size: size.font };
  const fitting = Math.min(size.numberFont, (isDisc ? room : room + 12) / (digit * number.length));
  return fitting < leastFont ? null : { content: number, size: fitting };
}

/** The width of a digit per em, and the smallest one that is drawn. */
const digit = 0.63;
const leastFont = 8;

/**
 * C4: the icon of a ring stands at 12 o'clock and its name follows; where marks stand there, at the first place with
 * room for both after it in the upper half, else for the icon alone, else at 12 o'clock all the same.
 */
function signOf(
  name: string,
  marks: readonly PlacedMark[],
  { outer, inner }: { outer: number; inner: number },
  size: WheelSize,
): RingLayout["sign"] {
  const radius = (outer + inner) / 2;
  const near = marks.filter((mark) => Math.abs(mark.radius - radius) < size.lanePitch / 2 + iconRadius);
  const icon = degreesOf(radius, iconRadius + air);
  const free = (span: Span) => near.every(({ taken }) => !touches(span, taken, 0));
  const places = [0, ...near.map(({ taken }) => taken.to + icon + 0.1)]
    .map((angle) => angle % 360)
    .filter((angle) => free(around(angle, icon)))
    .sort((a, b) => a - b);
  for (const angle of size.font > 0 ? places : []) {
    const starts = near.map(({ taken }) => taken.from).map((from) => (from < angle ? from + 360 : from));
    const turn = isLower(angle) ? angle : angle > 180 ? 450 : 90;
    const room = arcLength(radius, Math.min(turn, ...starts) - angle) - nameStart - nameEnd;
    const shown = room > 0 ? cutText(name, size.font, room) : null;
    if (shown !== null) return { angle, radius, name: shown };
  }
  return { angle: places[0] ?? 0, radius, name: null };
}

const iconRadius = 11;
/** From the icon's middle to its ring's name, and from the name's end to the next mark. */
export const nameStart = 17;
const nameEnd = 6;

/**
 * The rings with the most times as they are, the rest as one after them. The ring of all other channels
 * is among the rest, as that is what the new one is.
 */
export function foldRings(rings: readonly WheelRing[], kept: number, name: string): WheelRing[] {
  const uses = ({ key, items }: WheelRing) =>
    key === "other" ? 0 : items.reduce((sum, { windows }) => sum + windows.length, 0);
  const most = new Set([...rings].sort((a, b) => uses(b) - uses(a)).slice(0, kept));
  const rest = rings.filter((ring) => !most.has(ring));
  if (rest.length < 2) return [...rings];
  const items = rest.flatMap((ring) => ring.items);
  return [...rings.filter((ring) => most.has(ring)), { key: "folded", name, icon: "file", items }];
}
