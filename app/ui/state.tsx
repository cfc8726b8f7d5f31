import type { ReactNode } from "react";

/** States of work and answers. Each has a form of its own, so that colour is never alone. */
export type State =
  | "not-started"
  | "planned"
  | "in-progress"
  | "done"
  | "needs-person"
  | "failed"
  | "yes"
  | "maybe"
  | "no"
  | "no-answer";

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.6 } as const;
const dashed = <circle cx="8" cy="8" r="6" {...line} strokeDasharray="2.4 2.3" />;
const ring = <circle cx="8" cy="8" r="6" {...line} />;
const check = (
  <>
    <circle cx="8" cy="8" r="6.8" fill="currentColor" />
    <path className="g-cut" d="m5 8.2 2.1 2.1L11.2 6" {...line} strokeLinecap="round" strokeLinejoin="round" />
  </>
);
const triangle = (
  <>
    <path d="M8 1.6 15 14H1z" {...line} strokeLinejoin="round" />
    <path d="M8 6v3.6" {...line} strokeLinecap="round" />
    <circle cx="8" cy="11.8" r=".95" fill="currentColor" />
  </>
);

const GLYPHS: Record<State, ReactNode> = {
  "not-started": dashed,
  planned: ring,
  "in-progress": (
    <>
      {ring}
      <path d="M8 4.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" />
    </>
  ),
  done: check,
  "needs-person": triangle,
  failed: triangle,
  yes: check,
  maybe: (
    <>
      {ring}
      <path d="M5.2 8.6c.9-1.2 1.9-1.2 2.8-.6s1.9.6 2.8-.6" {...line} strokeWidth={1.5} strokeLinecap="round" />
    </>
  ),
  no: (
    <>
      {ring}
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" {...line} strokeLinecap="round" />
    </>
  ),
  "no-answer": dashed,
};

/** The glyph alone, for beside words; hidden from screen readers. */
export function StateGlyph({ state, size = 14 }: { state: State; size?: number }) {
  return (
    <svg className="sv-g" data-state={state} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {GLYPHS[state]}
    </svg>
  );
}

/** Glyph and words; `note` is a quiet line under. */
export function StateWords({ state, children, note }: { state: State; children: ReactNode; note?: ReactNode }) {
  return (
    <>
      <span className="sv-state" data-state={state}>
        <StateGlyph state={state} />
        <span>{children}</span>
      </span>
      {note && <small>{note}</small>}
    </>
  );
}
