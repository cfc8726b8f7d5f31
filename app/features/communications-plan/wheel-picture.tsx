import type { Drawing, Shape } from "~/domain/communications-plan/wheel-drawing";
import { IconInPicture } from "~/ui/icon";

/** A year wheel as a picture; its marks take no focus, as the list beside it is the way to the rows. */
export function WheelPicture({
  drawing,
  compact,
  id,
  title,
  description,
}: {
  drawing: Drawing;
  compact?: boolean;
  /** Unique on the page. */
  id: string;
  title: string;
  /** What it shows in a sentence, for those who do not see it. */
  description: string;
}) {
  const { box, shapes } = drawing;
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
      <Shapes shapes={shapes} id={id} />
    </svg>
  );
}

/** The shapes never change place, so that their place is their key. */
function Shapes({ shapes, id }: { shapes: Shape[]; id: string }) {
  return shapes.map((shape, at) => {
    const key = `${id}-${at}`;
    return <Painted key={key} id={key} shape={shape} />;
  });
}

function Painted({ shape, id }: { shape: Shape; id: string }) {
  switch (shape.kind) {
    case "path":
      return <path className={`w-${shape.look}`} d={shape.d} strokeWidth={shape.width} />;
    case "circle":
      return <circle className={`w-${shape.look}`} cx={shape.x} cy={shape.y} r={shape.r} />;
    case "icon":
      return <IconInPicture name={shape.icon} x={shape.x} y={shape.y} size={shape.size} />;
    case "text":
      return (
        <text className={`w-${shape.look}`} x={shape.x} y={shape.y} fontSize={shape.size} textAnchor="middle">
          {shape.text}
        </text>
      );
    case "along":
      return (
        <>
          <defs>
            <path id={id} d={shape.d} />
          </defs>
          <text className={`w-${shape.look}`} fontSize={shape.size} textAnchor={shape.start ? undefined : "middle"}>
            <textPath href={`#${id}`} startOffset={shape.start ? undefined : "50%"}>
              {shape.text}
            </textPath>
          </text>
        </>
      );
    case "mark":
      return (
        <g className="w-mark" data-mark={shape.key} data-state={shape.state}>
          {shape.title && <title>{shape.title}</title>}
          <Shapes shapes={shape.shapes} id={id} />
        </g>
      );
  }
}
