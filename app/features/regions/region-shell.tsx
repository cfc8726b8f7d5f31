import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ShellView } from "~/features/regions/shell.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { MenuButton, MenuLink, MenuRule } from "~/ui/menu";
import { Shell } from "~/ui/shell";
import { Toast } from "~/ui/toast";

type Props = {
  view: ShellView;
  crumbs: { label: string; to?: string }[];
  wide?: boolean | undefined;
  rail: boolean;
  toast: string | null;
  returnTo: string;
  children: ReactNode;
};

/** The shell of the product, filled with what this person may see in this region. */
export function RegionShell({ view, crumbs, wide, rail, toast, returnTo, children }: Props) {
  const { region, regions, user, nav } = view;
  const { slug } = region;
  const onWheel = /\/plan\/[^/]+\/wheel$/.test(returnTo.replace(/\?.*$/, ""));
  const placed = nav.groups.map((group) => ({
    ...group,
    items: group.items.map((item) => {
      if (item.id === "wheel") return { ...item, current: onWheel };
      return item.id === "plan" && onWheel ? { ...item, current: false } : item;
    }),
  }));
  const dressed = ({ slug, ...rest }: ShellView["regions"][number]) => ({ ...rest, to: paths.overview(slug) });
  return (
    <Shell
      region={dressed(region)}
      regions={regions.map(dressed)}
      nav={placed}
      barItems={nav.bar}
      breadcrumb={[{ label: region.name, ...(crumbs.length > 0 && { to: paths.overview(slug) }) }, ...crumbs]}
      user={{ name: user.name, initials: initialsOf(user.name), role: user.role }}
      userMenu={
        <>
          <MenuLink to={paths.account()} icon="person">
            {m.nav_account()}
          </MenuLink>
          <MenuLink to={paths.ownFeed(slug)} icon="calendar">
            {m.feeds_title()}
          </MenuLink>
          <MenuLink to={paths.publicRegion(slug)} icon="globe">
            {m.nav_public_page()}
          </MenuLink>
          <MenuRule />
          <Form method="post" action={paths.signOut()} reloadDocument>
            <MenuButton icon="leave">{m.nav_sign_out()}</MenuButton>
          </Form>
        </>
      }
      languages={region.languages}
      rail={rail}
      railAction={paths.preferences()}
      returnTo={returnTo}
      footItems={nav.foot}
      wide={wide}
      toast={toast ? <Toast message={toast} /> : undefined}
    >
      {children}
    </Shell>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word));
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}
