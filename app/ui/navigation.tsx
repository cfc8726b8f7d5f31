import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { m } from "~/i18n/messages/messages";
import { Icon, type IconName } from "./icon";
import { ProductMark } from "./mark";
import { Menu } from "./menu";

export type NavItem = {
  id: string;
  label: string;
  to: string;
  icon: IconName;
  /** So many wait for the reader; `spoken` says it in words. */
  count?: { count: number; spoken: string };
  /** Something is wrong that somebody here can cure; `spoken` says it in words. */
  alarm?: { count: number; spoken: string };
  /** Else current when the address begins with `to`, or is `to` when `exact`. */
  current?: boolean;
  exact?: boolean;
  /** Pages that belong to it though their addresses begin otherwise. */
  also?: string;
  /** In the bottom bar. */
  shortLabel?: string;
};

export type NavGroup = { id: string; title?: string; items: NavItem[] };

function ItemLink({ item, className, children }: { item: NavItem; className?: string; children: ReactNode }) {
  const { pathname } = useLocation();
  const common = { className, to: item.to, title: item.label, children };
  const current = item.also && pathname.startsWith(item.also) ? true : item.current;
  return current === undefined ? (
    <NavLink {...common} end={item.exact} />
  ) : (
    <Link {...common} aria-current={current ? "page" : undefined} />
  );
}

function Count({ item }: { item: NavItem }) {
  const shown = item.alarm ?? item.count;
  return shown ? (
    <span className="sv-count" data-alarm={item.alarm ? true : undefined}>
      <span className="ds-sr-only">{shown.spoken}</span>
      <span aria-hidden="true">{shown.count}</span>
    </span>
  ) : null;
}

function Items({ items }: { items: NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <ItemLink item={item} className="sv-nav__a">
            <Icon name={item.icon} />
            <span className="sv-nav__t">{item.label}</span>
            <Count item={item} />
          </ItemLink>
        </li>
      ))}
    </ul>
  );
}

function Groups({ nav }: { nav: NavGroup[] }) {
  return nav
    .filter(({ items }) => items.length > 0)
    .map(({ id, title, items }) => (
      <div key={id} className="sv-nav__group">
        {title && <p className="sv-nav__h">{title}</p>}
        <Items items={items} />
      </div>
    ));
}

/** The left navigation: 232 px, or a rail of 64 px where names are tooltips. Remembered by the server. */
export function SideNavigation({
  nav,
  footItems,
  rail,
  railAction,
  returnTo,
  switcher,
}: {
  nav: NavGroup[];
  footItems: NavItem[];
  rail: boolean;
  railAction: string;
  returnTo: string;
  switcher: ReactNode;
}) {
  const fold = rail ? m.ui_unfold_menu() : m.ui_fold_menu();
  const lists = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: which item is current follows the address.
  useEffect(() => {
    const box = lists.current;
    const item = box?.querySelector("[aria-current]");
    if (!box || !item) return;
    // Not scrollIntoView: it moves where Tab begins, past the link to the content.
    const below = item.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
    if (below > 0) box.scrollTop += below + 32;
  }, [pathname]);
  return (
    <nav className="sv-nav" aria-label={m.ui_main_menu()}>
      <div className="sv-nav__in">
        <div className="sv-nav__brand">
          <ProductMark />
          <span className="sv-nav__t">Samvirk</span>
        </div>
        {switcher}
        <div className="sv-nav__lists" ref={lists}>
          <Groups nav={nav} />
          <div className="sv-nav__foot">
            <Items items={footItems} />
          </div>
        </div>
        <Form method="post" action={railAction} preventScrollReset>
          <input type="hidden" name="rail" value={rail ? "false" : "true"} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <button type="submit" className="sv-nav__a" title={fold}>
            <Icon name="sidebar" />
            <span className="sv-nav__t">{fold}</span>
          </button>
        </Form>
      </div>
    </nav>
  );
}

/** Below 900 px: four items and "More", which opens a sheet with the rest. */
export function BottomBar({ nav, footItems, barItems }: { nav: NavGroup[]; footItems: NavItem[]; barItems: string[] }) {
  const all = nav.flatMap(({ items }) => items);
  const shown = barItems.flatMap((id) => all.find((item) => item.id === id) ?? []);
  const rest = nav.map((group) => ({ ...group, items: group.items.filter((item) => !shown.includes(item)) }));
  const more = [...rest, { id: "foot", items: footItems }].filter(({ items }) => items.length > 0);
  const alarm = rest.some(({ items }) => items.some((item) => item.alarm));
  return (
    <nav className="sv-bar" aria-label={m.ui_main_menu()}>
      {shown.map((item) => (
        <ItemLink key={item.id} item={item} className="sv-bar__a">
          <Icon name={item.icon} size={22} />
          <span>{item.shortLabel ?? item.label}</span>
          <Count item={item} />
        </ItemLink>
      ))}
      {more.length > 0 && (
        <Menu
          className="sv-bar__a"
          label={
            <>
              <Icon name="menu" size={22} />
              <span>{m.ui_more()}</span>
              {alarm && <span className="sv-count" data-alarm data-dot />}
            </>
          }
        >
          <Groups nav={more} />
        </Menu>
      )}
    </nav>
  );
}
