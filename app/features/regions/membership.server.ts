import { redirect } from "@remix-run/node";
import { type Action, can, type HeldRole, type Subject } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { heldOn } from "~/features/regions/held-on";
import { paths } from "~/paths";
import type { Access } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
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
  if (!can(membership.roles, action, subject)) forbidden();
  return membership;
}

function findMembership(session: SignedIn, slug: string): Promise<Membership | null> {
  return oncePerRequest(`membership:${slug}`, async () => {
    const region = await findRegion(slug);
    if (!region) return null;
    const person = await systemDb().person.findFirst({
      where: { regionId: region.id, email: session.email },
      select: { id: true },
    });
    if (!person) return null;
    const roles = await systemDb().role.findMany({
      where: {
        regionId: region.id,
        personId: person.id,
        ...heldOn(dayIn(region.zone, new Date())),
      },
      select: { kind: true, actorId: true, municipalityId: true },
      orderBy: { id: "asc" },
    });
    if (roles.length === 0) return null;
    const access: Access = { regionId: region.id, personId: person.id, via: "session" };
    return { region, personId: person.id, roles, session, access };
  });
}

/** The regions somebody has a role in today, each by its own clock, in the order of their names. */
export async function regionsOf(email: string, now = new Date()): Promise<RegionFacts[]> {
  const people = await systemDb().person.findMany({ where: { email }, select: { id: true, regionId: true } });
  if (people.length === 0) return [];
  const regions = await systemDb().region.findMany({
    where: { id: { in: people.map((person) => person.regionId) } },
    select: facts,
    orderBy: { name: "asc" },
  });
  const held = regions.map((region) => ({
    regionId: region.id,
    personId: { in: people.filter((person) => person.regionId === region.id).map((person) => person.id) },
    ...heldOn(dayIn(region.zone, now)),
  }));
  const roles = await systemDb().role.findMany({ where: { OR: held }, select: { regionId: true } });
  return regions.filter((region) => roles.some((role) => role.regionId === region.id));
}

function dayIn(zone: string, now: Date): Date {
  return new Date(instantToLocal(now.toISOString(), zone).date);
}
