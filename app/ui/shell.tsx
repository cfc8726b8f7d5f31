import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages/messages";
import { getLocale, type Locale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import type { Accent } from "./accent";
import { Breadcrumb, type Crumb } from "./breadcrumb";
import { Icon } from "./icon";
import { languageNames, locales } from "./language-links";
import { Mark } from "./mark";
import { Menu, MenuButton, MenuText } from "./menu";
import { BottomBar, type NavGroup, type NavItem, SideNavigation } from "./navigation";
import { SkipLink } from "./skip-link";

export type ShellRegion = { name: string; programme: string; initials: string; accent: Accent; to: string };

/** The frame of every work page: navigation, top bar, the page. */
export function Shell({
  region,
  regions,
  nav,
  footItems = [],
  barItems,
  breadcrumb,
  search,
  user,
  userMenu,
  rail,
  railAction,
  returnTo,
  languages,
  wide,
  toast,
  children,
}: {
  region: ShellRegion;
  /** Regions in which the user has a role, this one among them. */
  regions: ShellRegion[];
  nav: NavGroup[];
  /** Under the groups: settings. */
  footItems?: NavItem[];
  /** Ids of the four items of the bottom bar; the rest is behind "More". */
  barItems: string[];
  breadcrumb: Crumb[];
  search?: { to: string; label: string };
  user: { name: string; role: string; initials: string };
  /** MenuLink, MenuRule and a form with a MenuButton. */
  userMenu: ReactNode;
  /** The navigation is narrow: from the user's cookie, or the page's default. */
  rail: boolean;
  /** Takes a POST with `rail` = "true" or "false" and `returnTo`. */
  railAction: string;
  returnTo: string;
  /** The languages the region offers; all when absent. */
  languages?: readonly Locale[];
  /** No maximum width: plan table. */
  wide?: boolean;
  toast?: ReactNode;
  children: ReactNode;
}) {
  const switcher = { region, regions };
  return (
    <>
      <SkipLink />
      <div className="sv-app" data-nav={rail ? "rail" : "open"}>
        <SideNavigation
          nav={nav}
          footItems={footItems}
          rail={rail}
          railAction={railAction}
          returnTo={returnTo}
          switcher={<RegionSwitcher {...switcher} />}
        />
        <div className="sv-page">
          <header className="sv-top">
            <div className="sv-top__region">
              <RegionSwitcher {...switcher} />
            </div>
            <Breadcrumb items={breadcrumb} />
            <div className="sv-top__tools">
              {search && (
                <Link className="sv-search" to={search.to}>
                  <Icon name="search" size={18} />
                  <span>{search.label}</span>
                </Link>
              )}
              <LanguageMenu returnTo={returnTo} offered={languages} />
              <AccountMenu user={user}>{userMenu}</AccountMenu>
            </div>
          </header>
          <main id="main" className="sv-main" data-wide={wide || undefined} tabIndex={-1}>
            {toast}
            {children}
          </main>
        </div>
        <BottomBar nav={nav} footItems={footItems} barItems={barItems} />
      </div>
    </>
  );
}

function RegionWords({ region }: { region: ShellRegion }) {
  return (
    <>
      <Mark initials={region.initials} accent={region.accent} />
      <span className="sv-region__t">
        <b>{region.name}</b>
        <small>{region.programme}</small>
      </span>
    </>
  );
}

function RegionSwitcher({ region, regions }: { region: ShellRegion; regions: ShellRegion[] }) {
  if (regions.length < 2) {
    return (
      <Link className="sv-region" to={region.to} title={region.name}>
        <RegionWords region={region} />
      </Link>
    );
  }
  return (
    <Menu
      className="sv-region"
      name={m.ui_switch_region()}
      label={
        <>
          <RegionWords region={region} />
          <Icon name="updown" size={16} />
        </>
      }
    >
      {regions.map((other) => (
        <Link
          key={other.to}
          className="sv-menu__a sv-menu__region"
          to={other.to}
          reloadDocument
          aria-current={other.to === region.to ? "true" : undefined}
        >
          <RegionWords region={other} />
          {other.to === region.to && <Icon name="check" size={18} />}
        </Link>
      ))}
    </Menu>
  );
}

function LanguageMenu({ returnTo, offered = locales }: { returnTo: string; offered?: readonly Locale[] | undefined }) {
  const current = getLocale();
  return (
    <Menu
      align="end"
      name={`${m.ui_language()}:`}
      label={
        <>
          <Icon name="language" size={18} />
          <span>{languageNames[current]}</span>
          <Icon name="chevron-down" size={14} />
        </>
      }
    >
      <form method="post" action={paths.preferences()}>
        <input type="hidden" name="returnTo" value={returnTo} />
        {offered.map((locale) => (
          <MenuButton
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            aria-current={locale === current ? "true" : undefined}
          >
            {languageNames[locale]}
          </MenuButton>
        ))}
      </form>
    </Menu>
  );
}

function AccountMenu({
  user,
  children,
}: {
  user: { name: string; role: string; initials: string };
  children: ReactNode;
}) {
  return (
    <Menu
      align="end"
      name={`${m.ui_account()}:`}
      label={
        <>
          <span className="sv-avatar" aria-hidden="true">
            {user.initials}
          </span>
          <span>{user.role}</span>
          <Icon name="chevron-down" size={14} />
        </>
      }
    >
      <MenuText>
        <b>{user.name}</b>
        <small>{user.role}</small>
      </MenuText>
      {children}
    </Menu>
  );
}
