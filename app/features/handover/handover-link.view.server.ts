import { writtenLocale } from "~/domain/municipalities/written-locale";
import { openLink } from "~/features/auth/links.server";
import { municipalityOf } from "~/features/handover/handover.db.server";
import { handoverParts, type Passed } from "~/features/handover/parts.server";
import { contactPersonOf } from "~/features/municipalities/contact-persons.view.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/** Whose handover a link is for, while that person is contact person; null when the link is wrong, used or expired. */
export async function handoverByToken(db: RegionDb, token: string, now: Date) {
  const link = await openLink(db, token, "handover", now);
  if (!link) return null;
  const region = await ownRegion(db);
  const today = new Date(todayIn(region.zone, now));
  const person = await contactPersonOf(db, link.subjectId, today);
  return person?.personId === link.personId ? { municipalityId: link.subjectId, person, region, today } : null;
}

/** What the page of a handover link shows: the municipality, who hands over, and what passes on. Changes nothing (L1). */
export async function handoverView(regionId: string, token: string, now: Date) {
  return withRegion({ regionId, personId: null, via: "link" }, async (db) => {
    const found = await handoverByToken(db, token, now);
    if (!found) return null;
    const { municipalityId, person, region } = found;
    const municipality = await municipalityOf(db, municipalityId);
    const open: Passed[] = [];
    for (const part of handoverParts)
      open.push(...(await part.open(db, { municipalityId, from: person.personId, now })));
    return {
      municipality: municipality.name,
      name: person.name,
      email: person.email,
      locale: writtenLocale(municipality.writtenStandard, region.defaultStandard),
      open,
    };
  });
}

export type HandoverView = NonNullable<Awaited<ReturnType<typeof handoverView>>>;
