import type { ReactNode } from "react";
import { type State, StateGlyph } from "./state";

/** What an import will do with a row. */
export type ImportVerdict = "created" | "updated" | "unchanged" | "asks" | "problem";

const GLYPH: Record<ImportVerdict, State> = {
  created: "done",
  updated: "in-progress",
  unchanged: "planned",
  asks: "needs-person",
  problem: "failed",
};

export function Verdict({ verdict, children }: { verdict: ImportVerdict; children: ReactNode }) {
  return (
    <span className="sv-verdict" data-verdict={verdict}>
      <StateGlyph state={GLYPH[verdict]} />
      {children}
    </span>
  );
}

/** How many rows get each verdict; those with none are left out. */
export function VerdictStrip({ items }: { items: { verdict: ImportVerdict; count: number; words: string }[] }) {
  return (
    <ul className="sv-verdicts">
      {items
        .filter(({ count }) => count > 0)
        .map(({ verdict, count, words }) => (
          <li key={verdict} className="sv-verdict" data-verdict={verdict}>
            <StateGlyph state={GLYPH[verdict]} size={16} />
            <b>{count}</b>
            <span>{words}</span>
          </li>
        ))}
    </ul>
  );
}

/** A cell as it was and as it will be. The labels are spoken before each. */
export function CellChange({
  before,
  after,
  beforeLabel,
  afterLabel,
}: {
  before: string;
  after: string;
  beforeLabel: string;
  afterLabel: string;
}) {
  return (
    <span className="sv-change">
      {before && (
        <del>
          <span className="ds-sr-only">{beforeLabel} </span>
          {before}
        </del>
      )}
      <ins>
        <span className="ds-sr-only">{afterLabel} </span>
        {after}
      </ins>
    </span>
  );
}
