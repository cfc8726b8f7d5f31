import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages/messages";
import type { Locale } from "~/i18n/messages/runtime";
import { LanguageLinks } from "./language-links";
import { Mark, ProductMark } from "./mark";
import { SkipLink } from "./skip-link";

/** The frame of a page that needs no sign-in: whose it is, languages, a card, and where it comes from. */
export function PublicPage({
  mark,
  footer,
  links,
  languages,
  wide,
  children,
}: {
  /** The region; without it the product itself. */
  mark?: { initials: string; name: string; sub?: string; to?: string };
  footer?: ReactNode;
  links: { label: string; to: string }[];
  /** The languages the page's region offers; all when absent. */
  languages?: readonly Locale[] | undefined;
  /** For tables. */
  wide?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <>
      <SkipLink />
      <header className="sv-ptop">
        <Link className="sv-ptop__b" to={mark?.to ?? "/"}>
          {mark ? <Mark initials={mark.initials} large /> : <ProductMark size={32} />}
          <span>
            <b>{mark?.name ?? "Samvirk"}</b>
            {mark?.sub && <small>{mark.sub}</small>}
          </span>
        </Link>
        <LanguageLinks offered={languages} />
      </header>
      <main id="main" className="sv-pmain" data-wide={wide || undefined} tabIndex={-1}>
        {children}
      </main>
      <footer className="sv-pfoot">
        {footer && <p>{footer}</p>}
        <nav aria-label={m.ui_about_site()}>
          {links.map(({ label, to }) => (
            <Link key={to} to={to}>
              {label}
            </Link>
          ))}
        </nav>
      </footer>
    </>
  );
}
