import { Link } from "@remix-run/react";

export type Figure = {
  value: string;
  /** "av 43", after the figure. */
  of?: string;
  words: string;
  to: string;
  tone?: "danger";
};

/** Up to four figures, each a link to what it counts. */
export function FigureStrip({ label, figures }: { label: string; figures: Figure[] }) {
  return (
    <section className="sv-kpis" aria-label={label} data-count={figures.length}>
      {figures.map(({ value, of, words, to, tone }) => (
        <Link key={to} className="sv-kpi" to={to} data-tone={tone}>
          <b>
            {value}
            {of && <small> {of}</small>}
          </b>
          <span>{words}</span>
        </Link>
      ))}
    </section>
  );
}
