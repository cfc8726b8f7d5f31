import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export function Card({ children }: { children: ReactNode }) {
  return <div className="sv-card">{children}</div>;
}

/** A part of the card, with a hairline over it. */
export function CardSection({ children }: { children: ReactNode }) {
  return <div className="sv-card__in">{children}</div>;
}

/** When, where, who: icon, the fact, a quiet line. */
export function Facts({ facts }: { facts: { icon: IconName; term: string; text: ReactNode; note?: ReactNode }[] }) {
  return (
    <dl className="sv-facts">
      {facts.map(({ icon, term, text, note }) => (
        <div key={term}>
          <dt>
            <Icon name={icon} size={24} />
            <span className="ds-sr-only">{term}</span>
          </dt>
          <dd>
            <b>{text}</b>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type Pick = { value: string; label: string; icon: IconName; primary?: boolean; current?: boolean };

/** Large buttons of which one is pressed to answer; each submits `name=value`. */
export function Picks({ name, picks }: { name: string; picks: Pick[] }) {
  return (
    <div className="sv-picks">
      {picks.map(({ value, label, icon, primary, current }) => (
        <button
          key={value}
          type="submit"
          className="sv-pick"
          name={name}
          value={value}
          data-primary={primary || undefined}
          aria-current={current ? "true" : undefined}
        >
          <Icon name={icon} size={24} />
          {label}
        </button>
      ))}
    </div>
  );
}

/** More that most do not need, behind its own words. */
export function Disclosure({
  summary,
  icon,
  open,
  children,
}: {
  summary: ReactNode;
  icon?: IconName;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="sv-sub" open={open}>
      <summary>
        {icon && <Icon name={icon} size={24} />}
        <span>{summary}</span>
        <Icon name="chevron-down" />
      </summary>
      <div className="sv-sub__in">{children}</div>
    </details>
  );
}

export function Hint({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <p className="sv-hint">
      <Icon name={icon} size={24} />
      <span>{children}</span>
    </p>
  );
}

/** It is done: the page's h1 with a check, read out. With `tone` something is to be done yet. */
export function Done({ title, children, tone }: { title: ReactNode; children?: ReactNode; tone?: "warning" }) {
  return (
    <div className="sv-done" role="status" data-tone={tone}>
      <span className="sv-done__i">
        <Icon name={tone ?? "check"} size={28} />
      </span>
      <div>
        <h1>{title}</h1>
        {children && <p>{children}</p>}
      </div>
    </div>
  );
}
