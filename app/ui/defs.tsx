/** The pattern that "maybe" is filled with; once a page, before any bar. */
export function Defs() {
  return (
    <svg className="sv-defs" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="sv-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="h-a" width="5" height="5" />
          <rect className="h-b" width="2.5" height="5" />
        </pattern>
      </defs>
    </svg>
  );
}
