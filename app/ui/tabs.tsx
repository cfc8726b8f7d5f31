import { Link } from "@remix-run/react";
import { Icon, type IconName } from "./icon";

export type Tab = { to: string; label: string; icon?: IconName; count?: number | string; current?: boolean };

/** Views of the same thing, as links: each has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="sv-tabs" aria-label={label}>
      {tabs.map(({ to, label: words, icon, count, current }) => (
        <Link key={to} to={to} aria-current={current ? "page" : undefined} preventScrollReset>
          {icon && <Icon name={icon} size={18} />}
          <span>{words}</span>
          {count !== undefined && <small>{count}</small>}
        </Link>
      ))}
    </nav>
  );
}

/** A choice of how the same list is shown; links, as the address keeps it. */
export function Segments({
  label,
  items,
}: {
  label: string;
  items: { to: string; label: string; icon?: IconName; current?: boolean }[];
}) {
  return (
    <nav className="sv-seg" aria-label={label}>
      {items.map(({ to, label: words, icon, current }) => (
        <Link key={to} to={to} aria-current={current ? "true" : undefined} preventScrollReset>
          {icon && <Icon name={icon} size={18} />}
          {words}
        </Link>
      ))}
    </nav>
  );
}
