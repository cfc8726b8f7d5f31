import { can } from "~/domain/auth/permissions";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { type Membership, placesToGo } from "~/features/regions/membership.server";
import { navigationOf } from "~/features/regions/navigation.server";
import { frameFacts } from "~/features/regions/regions.db.server";
import { roleNames } from "~/i18n/role-names";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What waits for the reader: municipalities that need somebody to look; issues and invitations that wait for a yes. */
type Waiting = { alarms: number; approvals: { issues: number; invitations: number } };

/** How the two are counted, by the words they belong to. Issues and invitations are, where any wait at all. */
type Counts = {
  alarms(): Promise<Waiting["alarms"]>;
  approvals(waits: { issues: boolean; invitations: boolean }): Promise<Waiting["approvals"]>;
};

/** What the frame around every page of a region shows. */
export async function shellView(db: RegionDb, { region, roles, session, personId }: Membership, counts: Counts) {
  const own = can(roles, "plan.see") ? null : roles.find((role) => role.municipalityId !== null);
  const municipalityId = own?.municipalityId ?? null;
  const [{ regions, rollUp }, alarms, { name, ownMunicipality, invited, waits }] = await Promise.all([
    placesToGo(session.email),
    counts.alarms(),
    frameFacts(db, { personId, municipalityId }),
  ]);
  const waiting: Waiting = { alarms, approvals: await counts.approvals(waits) };
  const may = {
    invitations: invited || can(roles, "invitations.see-own"),
    plan: can(roles, "plan.see"),
    actors: can(roles, "actors.see"),
    responsibility: can(roles, "responsibility.see"),
    audiences: can(roles, "audiences.see"),
    networks: can(roles, "networks.see"),
    events: can(roles, "events.see"),
    publications: can(roles, "publications.see"),
    newsletters: can(roles, "newsletters.see"),
    bodies: can(roles, "bodies.see"),
    actionPlan: can(roles, "action-plan.see"),
    reports: can(roles, "reports.see"),
    accounts: can(roles, "accounts.see"),
    municipalities: can(roles, "municipalities.edit") || can(roles, "plan.see"),
    deliveries: can(roles, "deliveries.see"),
    import: can(roles, "import.run"),
    settings: can(roles, "region.edit"),
    audit: can(roles, "audit.see"),
    rollUp,
  };
  const role = roles[0]?.kind ?? ("reader" as const);
  return {
    region: {
      slug: region.slug,
      name: region.name,
      programme: region.programme,
      initials: region.initials,
      accent: region.accent,
      languages: offeredLanguages(region.languages),
    },
    regions: regions.map(({ slug, name, programme, initials, accent }) => ({
      slug,
      name,
      programme,
      initials,
      accent,
    })),
    user: { name: name ?? session.email, role: roleNames[role]() },
    nav: navigationOf({ slug: region.slug, role, may, ...waiting, ownMunicipality }),
  };
}

export type ShellView = Awaited<ReturnType<typeof shellView>>;
