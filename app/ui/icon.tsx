import type { IconName } from "./icons";
import sprite from "./icons.svg?url";

export type { IconName };

/**
 * Decoration beside words, hidden from screen readers. The outlines are one file that the browser keeps, so that an icon
 * costs a page nothing but its name. Sizes: 20 navigation and panels, 18 buttons and rows, 16 small, 24 public.
 */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="sv-i" width={size} height={size} aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

/** The same outline within a picture, its corner at x and y in the picture's units. */
export function IconInPicture({ name, x, y, size }: { name: IconName; x: number; y: number; size: number }) {
  return <use href={`${sprite}#${name}`} x={x} y={y} width={size} height={size} />;
}
