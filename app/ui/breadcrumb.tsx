import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";

export type Crumb = { label: string; to?: string };

/** Where the page stands; the last is the page itself. */
export function Breadcrumb({ items }: { items: Crumb[] }) {
  return (
    <nav className="sv-crumbs" aria-label={m.ui_you_are_here()}>
      <ol>
        {items.map(({ label, to }, index) => {
          const last = index === items.length - 1;
          return (
            <li key={label}>
              {to && !last ? (
                <Link to={to}>{label}</Link>
              ) : (
                <span aria-current={last ? "page" : undefined}>{label}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
