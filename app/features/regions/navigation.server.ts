import type { Membership } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { NavGroup, NavItem } from "~/ui/navigation";

type Role = Membership["roles"][number]["kind"];

/** Where a person may go in a region, in words and in the order of her role; its words are made here, and not by every page. */
export function navigationOf({
  slug,
  role,
  may,
  alarms,
  approvals,
  ownMunicipality,
}: {
  slug: string;
  role: Role;
  may: Record<
    | "invitations"
    | "plan"
    | "actors"
    | "responsibility"
    | "audiences"
    | "networks"
    | "events"
    | "publications"
    | "newsletters"
    | "bodies"
    | "actionPlan"
    | "reports"
    | "accounts"
    | "municipalities"
    | "deliveries"
    | "import"
    | "settings"
    | "audit"
    | "rollUp",
    boolean
  >;
  /** How many municipalities need somebody to look. */
  alarms: number;
  /** How many issues and invitations wait for a yes of the reader. */
  approvals: { issues: number; invitations: number };
  ownMunicipality: string | null;
}): { groups: NavGroup[]; foot: NavItem[]; bar: string[] } {
  const waits = (count: number) => (count > 0 ? { count: { count, spoken: m.nav_waits_for_you({ n: count }) } } : {});
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
          },
          may.plan,
        ),
        ...shown({ id: "wheel", label: m.nav_year_wheel(), to: paths.currentWheel(slug), icon: "pie" }, may.plan),
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
        ...shown(
          {
            ...{ id: "events", label: m.nav_events(), to: paths.events(slug), icon: "calendar" as const },
            ...(!may.deliveries && waits(approvals.invitations)),
          },
          may.events,
        ),
        ...shown(
          { id: "publications", label: m.nav_publications(), to: paths.publications(slug), icon: "megaphone" },
          may.publications,
        ),
        ...shown(
          {
            ...{
              id: "newsletters",
              label: m.nav_newsletters(),
              to: paths.newsletters(slug),
              icon: "newsletter" as const,
            },
            ...waits(approvals.issues),
          },
          may.newsletters,
        ),
        ...shown(
          { id: "audiences", label: m.nav_audiences(), to: paths.audiences(slug), icon: "person-group" },
          may.audiences,
        ),
        ...shown(
          {
            ...{ id: "deliveries", label: m.nav_deliveries(), to: paths.deliveries(slug), icon: "send" as const },
            also: paths.automation(slug),
            ...waits(approvals.invitations),
          },
          may.deliveries,
        ),
      ],
    },
    {
      id: "bodies",
      title: m.nav_bodies(),
      items: may.bodies
        ? [
            { id: "bodies", label: m.nav_meetings(), to: paths.bodies(slug), icon: "gavel" },
            { id: "cases", label: m.nav_cases(), to: paths.cases(slug), icon: "inbox" },
            { id: "decisions", label: m.nav_decisions(), to: paths.decisions(slug), icon: "tasklist" },
            { id: "body-members", label: m.nav_body_members(), to: paths.allMembers(slug), icon: "person-group" },
          ]
        : [],
    },
    {
      id: "action-plan",
      title: m.nav_action_plan(),
      items: [
        ...shown(
          { id: "measures", label: m.nav_measures(), to: paths.actionPlans(slug), icon: "chart" },
          may.actionPlan,
        ),
        ...shown({ id: "reports", label: m.nav_reports(), to: paths.reports(slug), icon: "file" }, may.reports),
        ...shown({ id: "accounts", label: m.nav_accounts(), to: paths.projects(slug), icon: "pie" }, may.accounts),
        ...shown({ id: "fees", label: m.nav_fees(), to: paths.fees(slug), icon: "tasklist" }, may.accounts),
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
            ...(alarms > 0 && {
              alarm: { count: alarms, spoken: m.municipalities_alarm_count({ n: alarms }) },
            }),
          },
          may.municipalities,
        ),
        ...(ownMunicipality
          ? [
              {
                id: "municipality",
                label: m.nav_own_municipality(),
                to: paths.municipality(slug, ownMunicipality),
                icon: "pin" as const,
              },
            ]
          : []),
      ],
    },
  ];
  const foot: NavItem[] = [
    ...shown({ id: "roll-up", label: m.nav_roll_up(), to: paths.rollUp(), icon: "chart" }, may.rollUp),
    ...shown({ id: "audit", label: m.nav_audit(), to: paths.audit(slug), icon: "file" }, may.audit),
    ...shown({ id: "settings", label: m.nav_settings(), to: paths.settings(slug), icon: "cog" }, may.settings),
  ];
  return {
    groups: groupsFor(role, groups).filter((group) => group.items.length > 0),
    foot,
    bar: bars[role] ?? ["overview", "plan", "events", "municipalities"],
  };
}

/** The bar of a small screen, for those who do not begin with the plan. */
const bars: Partial<Record<Role, string[]>> = {
  network_leader: ["overview", "networks", "events", "municipalities"],
  webinar_publisher: ["overview", "events", "publications", "wheel"],
  secretariat: ["overview", "bodies", "cases", "measures"],
  contact_person: ["overview", "invitations", "municipality"],
};

/**
 * Those who work with networks and events have these before the plan, which they read, and meet no governing bodies;
 * those who prepare the bodies' meetings have these first.
 */
function groupsFor(role: Role, groups: NavGroup[]): NavGroup[] {
  const sorted = (place: (group: NavGroup) => number) => [...groups].sort((a, b) => place(a) - place(b));
  if (role === "secretariat") return sorted(({ id }) => ["top", "bodies", "action-plan", "work"].indexOf(id) >>> 0);
  if (role !== "network_leader" && role !== "webinar_publisher") return groups;
  const later = sorted(({ id }) => (id === "plan" ? 1 : 0));
  return later.filter(({ id }) => id !== "bodies" && id !== "action-plan");
}
