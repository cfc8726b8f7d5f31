import type { ReactNode } from "react";

export type AnswerCounts = { yes: number; maybe: number; no: number; none: number };

const KINDS = ["yes", "maybe", "no"] as const;

/** Answers as shares of all who were asked. The picture is silent: `words` says the figures. */
export function AnswerBar({ counts, words, tall }: { counts: AnswerCounts; words?: string; tall?: boolean }) {
  const total = counts.yes + counts.maybe + counts.no + counts.none;
  const height = tall ? 14 : 8;
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  let x = 0;
  return (
    <span className="sv-answers">
      <svg className="sv-answers__bar" width="100%" height={height} aria-hidden="true">
        {KINDS.map((kind) => {
          const start = x;
          x += share(counts[kind]);
          return counts[kind] === 0 ? null : (
            <rect
              key={kind}
              data-a={kind}
              x={`${start.toFixed(2)}%`}
              width={`${share(counts[kind]).toFixed(2)}%`}
              height={height}
              fill={kind === "maybe" ? "url(#sv-hatch)" : undefined}
            />
          );
        })}
      </svg>
      {words && <span className="sv-answers__words">{words}</span>}
    </span>
  );
}

/** The bar with each count under it, as the first thing on an event's page. */
export function AnswerTally({
  counts,
  head,
  note,
  labels,
}: {
  counts: AnswerCounts;
  head: ReactNode;
  note?: ReactNode;
  labels: Record<keyof AnswerCounts, string>;
}) {
  return (
    <div className="sv-tally">
      <div className="sv-tally__h">
        <p>{head}</p>
        {note && <p className="sv-quiet">{note}</p>}
      </div>
      <AnswerBar counts={counts} tall />
      <dl>
        {([...KINDS, "none"] as const).map((kind) => (
          <div key={kind}>
            <dt>
              <span className="sv-key" data-a={kind} />
              {labels[kind]}
            </dt>
            <dd>{counts[kind]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
