import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { Icon, type IconName } from "./icon";

/** A hairline box: title, count, one link right, content, foot. Never a panel in a panel. */
export function Panel({
  title,
  id,
  count,
  link,
  aside,
  foot,
  children,
}: {
  title: ReactNode;
  id?: string;
  count?: ReactNode;
  link?: { label: string; to: string };
  /** Quiet words in the head, instead of the link. */
  aside?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const own = useId();
  const heading = id ?? own;
  return (
    <section className="sv-panel" aria-labelledby={heading}>
      <div className="sv-panel__head">
        <h2 id={heading}>
          {title}
          {count !== undefined && <small> {count}</small>}
        </h2>
        {link && <Link to={link.to}>{link.label}</Link>}
        {aside && <span className="sv-quiet">{aside}</span>}
      </div>
      {children}
      {foot && <div className="sv-panel__foot">{foot}</div>}
    </section>
  );
}

export function PanelBody({ children }: { children: ReactNode }) {
  return <div className="sv-panel__body sv-stack">{children}</div>;
}

/** Rows of a panel: an icon, what it is, a quiet line, and one thing to do. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="sv-list">{children}</ul>;
}

export function Row({
  icon,
  title,
  to,
  note,
  end,
}: {
  icon?: IconName;
  title: ReactNode;
  to?: string;
  note?: ReactNode;
  end?: ReactNode;
}) {
  return (
    <li data-icon={icon ? true : undefined}>
      {icon && <Icon name={icon} />}
      <div>
        {to ? <Link to={to}>{title}</Link> : <b>{title}</b>}
        {note && <p>{note}</p>}
      </div>
      {end && <div className="sv-list__end">{end}</div>}
    </li>
  );
}

/** Work to the left, 320 px of context to the right; under each other where there is no room. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="sv-cols">
      <div>{main}</div>
      <div>{side}</div>
    </div>
  );
}
