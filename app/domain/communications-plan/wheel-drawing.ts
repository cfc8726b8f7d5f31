import type { ChannelIcon } from "./channels";
import type { WheelLayout } from "./wheel";
import { arc, degreesOf, pointAt, type Span, sector, spoke, textArc } from "./wheel-geometry";
import { type Mark, nameStart } from "./wheel-rings";

/** What a picture is made of, in the order it is painted: `look` says what it is, which gives its colour. */
export type Shape =
  | { kind: "path"; look: string; d: string; width?: number }
  | { kind: "circle"; look: string; x: number; y: number; r: number }
  | { kind: "text"; look: string; x: number; y: number; size: number; text: string }
  /** Text along a path, from its beginning or about its middle. */
  | { kind: "along"; look: string; d: string; size: number; text: string; start: boolean }
  | { kind: "icon"; icon: ChannelIcon; x: number; y: number; size: number }
  /** A time: its key, how it stands, and what the pointer is told of it. */
  | { kind: "mark"; key: string; state: Mark["state"]; title: string; shapes: Shape[] };

export type Drawing = { box: number; shapes: Shape[] };

/** The words of a picture: the months' names or letters, the lines in its middle, and each mark's by its key. */
export type DrawingWords = {
  months: readonly string[];
  middle: readonly string[];
  titles: ReadonlyMap<string, string>;
};

/** Letters stand on a line this far under their middle, of their size. */
const foot = 0.36;

/** A wheel laid out, as the shapes to paint. Without a font for names only the months' letters are written. */
export function drawWheel(layout: WheelLayout, words: DrawingWords): Drawing {
  const isNamed = layout.size.font > 0;
  return {
    box: layout.size.box,
    shapes: [
      ...monthFields(layout),
      ...monthNames(layout, words.months, isNamed),
      ...lines(layout),
      ...bandLanes(layout),
      ...(isNamed ? ringSigns(layout) : []),
      ...hand(layout),
      ...layout.rings.flatMap(({ marks }) => marks.map((mark) => drawnMark(mark, layout, words.titles))),
      ...handHead(layout, isNamed ? 5 : 3),
      ...(isNamed ? middle(layout, words.middle) : []),
    ],
  };
}

function along(
  look: string,
  text: string,
  { centre, radius, span, size }: { centre: number; radius: number; span: Span; size: number },
  start = false,
): Shape {
  return { kind: "along", look, d: textArc(centre, radius, span, size), size, text, start };
}

/** Every second month is tinted, so that one sees where one is without a line to follow. */
function monthFields({ months, centre, size, hub }: WheelLayout): Shape[] {
  return months.flatMap((span, month): Shape[] => [
    ...(month % 2 === 0
      ? [{ kind: "path" as const, look: "month", d: sector(centre, { outer: size.rim, inner: hub }, span, 0) }]
      : []),
    { kind: "path", look: "spoke", d: spoke(centre, hub, size.rim, span.from) },
  ]);
}

function monthNames({ months, centre, size }: WheelLayout, names: readonly string[], isNamed: boolean): Shape[] {
  return months.map((span, month): Shape => {
    const text = names[month] ?? "";
    if (isNamed) return along("month-name", text, { centre, radius: size.monthRadius, span, size: size.monthFont });
    const { x, y } = pointAt(centre, size.monthRadius, (span.from + span.to) / 2);
    return { kind: "text", look: "month-name", x, y: y + size.monthFont * foot, size: size.monthFont, text };
  });
}

/** The borders of the rings, and the rim: thick as far as the year is gone. */
function lines({ centre, size, rings, outer, hub, gone }: WheelLayout): Shape[] {
  const circle = (look: string, r: number): Shape => ({ kind: "circle", look, x: centre, y: centre, r });
  const radii = rings.length === 0 ? [outer] : [...rings.map((ring) => ring.outer + size.ringGap / 2), hub];
  return [
    ...radii.map((r) => circle("ring", r)),
    circle("rim", size.rim),
    ...(gone > 0 ? [{ kind: "path" as const, look: "gone", d: arc(centre, size.rim, { from: 0, to: gone }) }] : []),
  ];
}

function bandLanes({ centre, size, band }: WheelLayout): Shape[] {
  return band.flatMap(({ style, radius, lines, texts }): Shape[] => [
    {
      ...{ kind: "path", look: `band-${style}` },
      d: lines.map((span) => arc(centre, radius, span)).join(""),
      ...(style === "continuous" && { width: size.bandThickness }),
    },
    ...texts.map(({ text, span }) => along("band-text", text, { centre, radius, span, size: size.font })),
  ]);
}

function ringSigns({ centre, size, rings }: WheelLayout): Shape[] {
  return rings.flatMap(({ icon, sign: { angle, radius, name } }): Shape[] => {
    const { x, y } = pointAt(centre, radius, angle);
    const from = angle + degreesOf(radius, nameStart);
    const span = { from, to: from + 100 };
    return [
      { kind: "circle", look: "sign", x, y, r: 11 },
      { kind: "icon", icon, x: x - 7.5, y: y - 7.5, size: 15 },
      ...(name === null ? [] : [along("ring-name", name, { centre, radius, span, size: size.font }, true)]),
    ];
  });
}

function hand({ centre, size, hub, hand }: WheelLayout): Shape[] {
  return hand === null ? [] : [{ kind: "path", look: "hand", d: spoke(centre, hub, size.rim, hand) }];
}

function handHead({ centre, size, hand }: WheelLayout, r: number): Shape[] {
  return hand === null ? [] : [{ kind: "circle", look: "hand-head", ...pointAt(centre, size.rim, hand), r }];
}

function drawnMark(
  { key, state, span, radius, isDisc, text }: Mark,
  { centre, size }: WheelLayout,
  titles: ReadonlyMap<string, string>,
): Shape {
  const { x, y } = pointAt(centre, radius, (span.from + span.to) / 2);
  const half = size.laneThickness / 2;
  const inset = degreesOf(radius, Math.min(1, size.lanePitch / 20));
  const drawn = { from: span.from + inset, to: span.to - inset };
  const shape: Shape = isDisc
    ? { kind: "circle", look: "disc", x, y, r: size.discRadius }
    : {
        kind: "path",
        look: "arc",
        d: sector(centre, { outer: radius + half, inner: radius - half }, drawn, size.corner),
      };
  const look = text && /^\d+$/.test(text.content) ? "number" : "label";
  const written: Shape[] = !text
    ? []
    : isDisc
      ? [{ kind: "text", look, x, y: y + text.size * foot, size: text.size, text: text.content }]
      : [along(look, text.content, { centre, radius, span, size: text.size })];
  return { kind: "mark", key, state, title: titles.get(key) ?? "", shapes: [shape, ...written] };
}

/** Today's date over the year, or the year alone. */
function middle({ centre }: WheelLayout, [first, second]: readonly string[]): Shape[] {
  const line = (look: string, text: string | undefined, size: number, down: number): Shape[] =>
    text === undefined ? [] : [{ kind: "text", look, x: centre, y: centre + down, size, text }];
  return [...line("hub-1", first, 21, second === undefined ? 8 : -2), ...line("hub-2", second, 13, 19)];
}
