/** The colour of a state, as a key; "band" is work without a date. */
export function StateKey({ state }: { state: string }) {
  if (state === "band") return <LaneKey style="continuous" width={14} />;
  return (
    <svg className="sv-wheelkey" width="14" height="14" aria-hidden="true">
      <g className="w-mark" data-state={state}>
        <rect x="0.75" y="0.75" width="12.5" height="12.5" rx="3.5" />
      </g>
    </svg>
  );
}

/** A lane of the band, as a key. */
export function LaneKey({ style, width = 26 }: { style: string; width?: number }) {
  return (
    <svg className="sv-wheelkey" width={width} height="10" aria-hidden="true">
      <path
        className={`w-band-${style}`}
        d={`M1 5h${width - 2}`}
        strokeWidth={style === "continuous" ? 8 : undefined}
      />
    </svg>
  );
}
