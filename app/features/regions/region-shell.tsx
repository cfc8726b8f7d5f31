import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ShellView } from "~/features/regions/shell.view.server";
import { m } from "~/i18n/messages/messages";
import { roleNames } from "~/i18n/role-names";
import { paths } from "~/paths";
import { MenuButton, MenuLink, MenuRule } from "~/ui/menu";
import type { NavGroup, NavItem } from "~/ui/navigation";
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
  const { region, regions, user, may } = view;
  const { slug } = region;
  const onWheel = /\/plan\/[^/]+\/wheel$/.test(returnTo.replace(/\?.*$/, ""));
  const shown = (item: NavItem, allowed: boolean) => (allowed ? [item] : []);
  const groups: NavGroup[] = [
    {
      id: "top",
      items: [
        { id: "overview", label: m.nav_overview(), to: paths.overview(slug), icon: "house", exact: true },
        ...shown(
          { id: "invitations", label: m.nav_invitations(), to: paths.ownInvitations(slug), icon: "mail" },
          may.invitations,
        ),
      ],
    },
    {
      id: "plan",
      title: m.nav_plan(),
      items: [
        ...shown(
          {
            id: "plan",
            label: m.nav_communications_plan(),
            shortLabel: m.nav_plan(),
            to: paths.plans(slug),
            icon: "table",
            ...(onWheel && { current: false }),
          },
          may.plan,
        ),
        ...shown(
          { id: "wheel", label: m.nav_year_wheel(), to: paths.currentWheel(slug), icon: "pie", current: onWheel },
          may.plan,
        ),
        ...shown(
          { id: "responsibility", label: m.nav_responsibility(), to: paths.responsibility(slug), icon: "grid" },
          may.responsibility,
        ),
        ...shown({ id: "actors", label: m.nav_actors(), to: paths.actors(slug), icon: "buildings" }, may.actors),
        ...shown({ id: "import", label: m.nav_import(), to: paths.imports(slug), icon: "import" }, may.import),
      ],
    },
    {
      id: "work",
      title: m.nav_work(),
      items: [
        ...shown({ id: "networks", label: m.nav_networks(), to: paths.networks(slug), icon: "network" }, may.networks),
        ...shown({ id: "events", label: m.nav_events(), to: paths.events(slug), icon: "calendar" }, may.events),
        ...shown(
          { id: "publications", label: m.nav_publications(), to: paths.publications(slug), icon: "megaphone" },
          may.publications,
        ),
        ...shown(
          { id: "audiences", label: m.nav_audiences(), to: paths.audiences(slug), icon: "person-group" },
          may.audiences,
        ),
        ...shown(
          { id: "deliveries", label: m.nav_deliveries(), to: paths.deliveries(slug), icon: "send" },
          may.deliveries,
        ),
      ],
    },
    {
      id: "municipalities",
      title: m.nav_municipalities(),
      items: [
        ...shown(
          {
            id: "municipalities",
            label: m.nav_contact_persons(),
            shortLabel: m.nav_municipalities(),
            to: paths.municipalities(slug),
            icon: "pin",
            ...(view.alarms > 0 && {
              alarm: { count: view.alarms, spoken: m.municipalities_alarm_count({ n: view.alarms }) },
            }),
          },
          may.municipalities,
        ),
        ...(view.ownMunicipality
          ? [
              {
                id: "municipality",
                label: m.nav_own_municipality(),
                to: paths.municipality(slug, view.ownMunicipality),
                icon: "pin" as const,
              },
            ]
          : []),
      ],
    },
  ];
  const foot: NavItem[] = [
    ...shown({ id: "audit", label: m.nav_audit(), to: paths.audit(slug), icon: "file" }, may.audit),
    ...shown({ id: "settings", label: m.nav_settings(), to: paths.settings(slug), icon: "cog" }, may.settings),
  ];
  const dressed = ({ slug, ...rest }: ShellView["regions"][number]) => ({ ...rest, to: paths.overview(slug) });
  return (
    <Shell
      region={dressed(region)}
      regions={regions.map(dressed)}
      nav={groupsFor(user.role, groups).filter((group) => group.items.length > 0)}
      barItems={bars[user.role] ?? ["overview", "plan", "events", "municipalities"]}
      breadcrumb={[{ label: region.name, ...(crumbs.length > 0 && { to: paths.overview(slug) }) }, ...crumbs]}
      user={{ name: user.name, initials: initialsOf(user.name), role: roleNames[user.role]() }}
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
      footItems={foot}
      wide={wide}
      toast={toast ? <Toast message={toast} /> : undefined}
    >
      {children}
    </Shell>
  );
}

/** The bar of a small screen, for those who do not begin with the plan. */
const bars: Partial<Record<ShellView["user"]["role"], string[]>> = {
  network_leader: ["overview", "networks", "events", "municipalities"],
  webinar_publisher: ["overview", "events", "publications", "wheel"],
  contact_person: ["overview", "invitations", "municipality"],
};

/** Those who work with networks and events have these before the plan, which they read. */
function groupsFor(role: ShellView["user"]["role"], groups: NavGroup[]): NavGroup[] {
  if (role !== "network_leader" && role !== "webinar_publisher") return groups;
  const later = (group: NavGroup) => (group.id === "plan" ? 1 : 0);
  return [...groups].sort((a, b) => later(a) - later(b));
}

function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word));
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}
