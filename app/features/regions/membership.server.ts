import { redirect } from "@remix-run/node";
import { type Action, can, type HeldRole, type Subject } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { paths } from "~/paths";
import type { Access } from "~/platform/db/region-db.server";
import { systemDb, systemRows } from "~/platform/db/system-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";
import { readTogether } from "~/platform/read-together.server";
import { oncePerRequest } from "~/platform/request-context.server";
import { currentSession, type SignedIn } from "~/platform/session.server";

/** A region as every page of it needs it. */
export type RegionFacts = {
  id: string;
  slug: string;
  name: string;
  programme: string;
  initials: string;
  accent: "fjord" | "skifer" | "lyng";
  zone: string;
  languages: string[];
  defaultStandard: "bokmal" | "nynorsk";
};

/** Somebody signed in, in one region, with the roles held there today. */
export type Membership = {
  region: RegionFacts;
  personId: string;
  roles: HeldRole[];
  session: SignedIn;
  access: Access;
};

const facts = {
  id: true,
  slug: true,
  name: true,
  programme: true,
  initials: true,
  accent: true,
  zone: true,
  languages: true,
  defaultStandard: true,
} as const;

/** The region of this slug; null when there is none. */
export function findRegion(slug: string): Promise<RegionFacts | null> {
  const key = `region:${slug.toLowerCase()}`;
  return oncePerRequest(key, () =>
    readTogether(key, () => systemDb().region.findUnique({ where: { slug: slug.toLowerCase() }, select: facts })),
  );
}

/**
 * The region an address names and what the signed-in person is there. Nobody signed in: to the sign-in page and
 * back. No role there today, or no such region: 404, alike. A role that may not do this: 403.
 */
export async function requireRegion(
  request: Request,
  slug: string | undefined,
  action: Action,
  subject?: Subject,
): Promise<Membership> {
  const session = await currentSession(request);
  if (!session) {
    const { pathname, search } = new URL(request.url);
    throw redirect(paths.signIn(pathname.replace(/\.data$/, "") + search));
  }
  const membership = await findMembership(session, slug ?? "");
  if (!membership) notFound();
  if (!can(membership.roles, action, subject)) {
    // Somebody who is to see its reports alone has no page in the region, and is shown where they are.
    if (action === "overview.see" && membership.roles.every(isDirectorate)) throw redirect(paths.rollUp());
    forbidden();
  }
  return membership;
}

async function findMembership(session: SignedIn, slug: string): Promise<Membership | null> {
  const held = (await placesOf(session.email)).find(({ region }) => region.slug === slug.toLowerCase());
  if (!held) return null;
  const access: Access = { regionId: held.region.id, personId: held.personId, via: "session" };
  return { ...held, session, access };
}

/** The regions somebody has a role in today, each by its own clock, in the order of their names. */
export async function regionsOf(email: string): Promise<RegionFacts[]> {
  return (await placesOf(email)).map(({ region }) => region);
}

const isDirectorate = ({ kind }: HeldRole) => kind === "directorate";

/** The regions somebody has pages in today, and whether any region lets the person read the reports it submits. */
export async function placesToGo(email: string): Promise<{ regions: RegionFacts[]; rollUp: boolean }> {
  const places = await placesOf(email);
  return {
    regions: places.filter(({ roles }) => !roles.every(isDirectorate)).map(({ region }) => region),
    rollUp: places.some(({ roles }) => roles.some(isDirectorate)),
  };
}

/** A region that lets somebody read the reports it has submitted, and nothing else of it by that. */
export type GrantedRegion = { region: RegionFacts; access: Access };

/**
 * The regions whose submitted reports the signed-in person may read today: those that have given the role of a
 * directorate. Nobody signed in: to the sign-in page and back. None: 404.
 */
export async function requireGrants(request: Request): Promise<GrantedRegion[]> {
  const session = await currentSession(request);
  if (!session) {
    const { pathname, search } = new URL(request.url);
    throw redirect(paths.signIn(pathname.replace(/\.data$/, "") + search));
  }
  const granted = (await placesOf(session.email)).filter(({ roles }) => roles.some(isDirectorate));
  if (granted.length === 0) notFound();
  return granted.map(({ region, personId }) => ({ region, access: { regionId: region.id, personId, via: "session" } }));
}

type Place = { region: RegionFacts; personId: string; roles: HeldRole[] };
type HeldRow = RegionFacts & HeldRole & { personId: string; validFrom: Date; validTo: Date | null };

/** Where somebody has a role today, and which, in one query once per request: every page of a region begins with it. */
function placesOf(email: string): Promise<Place[]> {
  return oncePerRequest(`places:${email}`, async () => {
    const now = new Date();
    const rows = await systemRows<HeldRow>()`
      SELECT region.id, region.slug, region.name, region.programme, region.initials, region.accent::text, region.zone,
        region.languages, region.default_standard::text AS "defaultStandard", role.person_id AS "personId",
        role.kind::text, role.actor_id AS "actorId", role.municipality_id AS "municipalityId",
        role.valid_from AS "validFrom", role.valid_to AS "validTo"
      FROM person
      JOIN role ON role.region_id = person.region_id AND role.person_id = person.id
      JOIN region ON region.id = person.region_id
      WHERE person.email = ${email}
      ORDER BY region.name, region.id, role.id`;
    const places = new Map<string, Place>();
    for (const { personId, kind, actorId, municipalityId, validFrom, validTo, ...region } of rows) {
      const today = dayIn(region.zone, now);
      if (validFrom > today || (validTo && validTo <= today)) continue;
      const place = places.get(region.id) ?? { region, personId, roles: [] };
      place.roles.push({ kind, actorId, municipalityId });
      places.set(region.id, place);
    }
    return [...places.values()];
  });
}

function dayIn(zone: string, now: Date): Date {
  return new Date(instantToLocal(now.toISOString(), zone).date);
}
