import { can } from "~/domain/auth/permissions";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { type Membership, regionsOf } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";

/** What the frame around every page of a region shows. */
export async function shellView({ region, roles, session, access, personId }: Membership) {
  const [regions, name] = await Promise.all([
    regionsOf(session.email),
    withRegion(access, async (db) => (await db.person.findFirst({ where: { id: personId } }))?.name ?? session.email),
  ]);
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
    user: { name, role: roles[0]?.kind ?? ("reader" as const) },
    may: {
      plan: can(roles, "plan.see"),
      actors: can(roles, "actors.see"),
      networks: can(roles, "networks.see"),
      events: can(roles, "events.see"),
      municipalities: can(roles, "municipalities.edit") || can(roles, "plan.see"),
      deliveries: can(roles, "deliveries.see"),
      import: can(roles, "import.run"),
      settings: can(roles, "region.edit"),
      audit: can(roles, "audit.see"),
    },
  };
}

export type ShellView = Awaited<ReturnType<typeof shellView>>;
