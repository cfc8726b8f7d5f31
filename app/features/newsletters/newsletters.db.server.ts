import { isUuid } from "~/domain/shared/ids";
import { heldOn } from "~/features/regions/held-on";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Accent, NewsletterLanguage } from "../../../prisma/generated/enums";

const shown = {
  ...{ id: true, position: true, name: true, description: true, toContactPersons: true, toNetworkMembers: true },
  ...{ audienceId: true, open: true, language: true, accent: true, logoId: true, fourEyes: true, endedAt: true },
  version: true,
  audience: { select: { id: true, name: true } },
  logo: { select: { id: true, name: true, type: true } },
  editors: { select: { personId: true, person: { select: { name: true, email: true } } } },
} as const;

/** All newsletters of the region in their order, those that have ended last. */
export async function listNewsletters(db: RegionDb) {
  const found = await db.newsletter.findMany({
    select: shown,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 200,
  });
  return found.sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null));
}

export type StoredNewsletter = Awaited<ReturnType<typeof listNewsletters>>[number];

/** One newsletter; null for an id that is none, or another region's. */
export async function findNewsletter(db: RegionDb, id: string) {
  return isUuid(id) ? db.newsletter.findFirst({ where: { id }, select: shown }) : null;
}

export async function newsletterOfName(db: RegionDb, name: string) {
  return db.newsletter.findFirst({ where: { name: { equals: name, mode: "insensitive" } }, select: { id: true } });
}

export type NewsletterColumns = {
  name: string;
  description: string;
  toContactPersons: boolean;
  toNetworkMembers: boolean;
  audienceId: string | null;
  open: boolean;
  language: NewsletterLanguage;
  accent: Accent | null;
  fourEyes: boolean;
};

export async function createNewsletter(db: RegionDb, columns: NewsletterColumns): Promise<{ id: string }> {
  const { _max } = await db.newsletter.aggregate({ _max: { position: true } });
  return db.newsletter.create({ data: { ...columns, position: (_max.position ?? 0) + 1 }, select: { id: true } });
}

/** Saves a newsletter that is still at this version; false when somebody else was first. */
export async function saveNewsletter(
  db: RegionDb,
  id: string,
  version: number,
  data: Partial<NewsletterColumns> & { logoId?: string | null; endedAt?: Date | null },
): Promise<boolean> {
  const { count } = await db.newsletter.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
  return count === 1;
}

/** Names exactly these as editors. */
export async function setEditors(db: RegionDb, newsletterId: string, personIds: readonly string[]): Promise<void> {
  await db.newsletterEditor.deleteMany({ where: { newsletterId, personId: { notIn: [...personIds] } } });
  await db.newsletterEditor.createMany({
    data: personIds.map((personId) => ({ newsletterId, personId })),
    skipDuplicates: true,
  });
}

/** The newsletters somebody is named as editor of. */
export async function newslettersEditedBy(db: RegionDb, personId: string): Promise<string[]> {
  const found = await db.newsletterEditor.findMany({ where: { personId }, select: { newsletterId: true } });
  return found.map(({ newsletterId }) => newsletterId);
}

/** Roles by which one may write a newsletter: a coordinator each, the others those they are named editors of. */
const writing = ["coordinator", "network_leader", "webinar_publisher", "secretariat"] as const;

/** Those who may write newsletters on a day (midnight UTC), by name; the coordinators marked. */
export async function possibleEditors(db: RegionDb, day: Date) {
  const roles = await db.role.findMany({
    where: { kind: { in: [...writing] }, ...heldOn(day) },
    select: { kind: true, person: { select: { id: true, name: true, email: true, locale: true } } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    take: 500,
  });
  type Writer = (typeof roles)[number]["person"] & { coordinator: boolean };
  const people = new Map<string, Writer>();
  for (const { kind, person } of roles) {
    const coordinator = kind === "coordinator" || people.get(person.id)?.coordinator === true;
    people.set(person.id, { ...person, coordinator });
  }
  return [...people.values()];
}

export async function hasAudience(db: RegionDb, id: string): Promise<boolean> {
  return (await db.audience.findFirst({ where: { id }, select: { id: true } })) !== null;
}

export async function audienceOptions(db: RegionDb) {
  return db.audience.findMany({
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
}

export async function createFile(
  db: RegionDb,
  file: { id: string; name: string; type: string; size: number; hash: string; content: Uint8Array<ArrayBuffer> | null },
): Promise<void> {
  await db.storedFile.create({ data: file });
}

/** Whether an issue of this newsletter has been approved or sent, so that its images may be shown in it. */
export async function hasFrozen(db: RegionDb, newsletterId: string): Promise<boolean> {
  const found = await db.newsletterIssue.findFirst({
    where: { newsletterId, state: { in: ["approved", "sent"] } },
    select: { id: true },
  });
  return found !== null;
}

/** Deletes a file that no paper, newsletter or piece of an issue names any longer; false while one does. */
export async function deleteUnusedFile(db: RegionDb, id: string): Promise<boolean> {
  const unused = { papers: { none: {} }, logoOf: { none: {} }, imageOf: { none: {} } };
  const { count } = await db.storedFile.deleteMany({ where: { id, ...unused } });
  return count > 0;
}
