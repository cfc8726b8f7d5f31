import type { Accent } from "./accent";

/** A region's two letters on its accent. `accent` overrides that of the page, for lists of regions. */
export function Mark({ initials, large, accent }: { initials: string; large?: boolean; accent?: Accent }) {
  return (
    <span
      className="sv-mark"
      aria-hidden="true"
      data-lg={large || undefined}
      data-region-accent={accent}
      data-color={accent && "accent"}
    >
      {initials}
    </span>
  );
}

/** The product's own mark: three arcs around a point. */
export function ProductMark({ size = 22 }: { size?: number }) {
  return (
    <svg className="sv-symbol" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round">
        <path d="M12 3.5a8.5 8.5 0 0 1 7.36 4.25" />
        <path d="M20.37 10.5A8.5 8.5 0 0 1 12 20.5" opacity=".55" />
        <path d="M8.5 19.75A8.5 8.5 0 0 1 8.5 4.25" opacity=".28" />
      </g>
      <circle cx="12" cy="12" r="2.4" fill="currentColor" />
    </svg>
  );
}
