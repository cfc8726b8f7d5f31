import { makeRegion } from "#tests/features/regions/make-region";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

export const now = new Date("2027-05-03T08:00:00Z");
export const day = new Date("2027-05-03");

/** A region with Alver, Bergen (nynorsk) and Voss, each with a contact person, and one newsletter for them. */
export async function makeNewsletterRegion(adminUrl: string) {
  const region = await makeRegion(adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const places = await inside(async (db) => {
    const found = await db.municipality.findMany({
      where: { name: { in: ["Alver", "Bergen", "Voss"] }, endedOn: null },
      orderBy: { name: "asc" },
    });
    await db.regionMunicipality.createMany({
      data: found.map(({ id, name }) => ({
        municipalityId: id,
        ...(name === "Bergen" && { writtenStandard: "nynorsk" as const }),
      })),
    });
    return new Map(found.map(({ id, name }) => [name, id]));
  });
  const person = (name: string, more: object = {}) =>
    inside((db) => db.person.create({ data: { name, email: `${name.toLowerCase()}@samvirk.example`, ...more } }));
  for (const [name, municipalityId] of places) {
    const { id: personId } = await person(`Kontakt-${name}`);
    await inside((db) =>
      db.role.create({
        data: { personId, kind: "contact_person", municipalityId, validFrom: new Date("2026-01-01") },
      }),
    );
  }
  const newsletter = (more: object = {}) =>
    inside((db) => db.newsletter.create({ data: { position: 1, name: "Nyheitsbrev", ...more } }));
  const subscribe = (newsletterId: string, personId: string, state: "pending" | "active" | "left") =>
    inside((db) =>
      db.subscription.create({
        data: {
          newsletterId,
          personId,
          state,
          ...(state !== "pending" && { confirmedAt: now }),
          ...(state === "left" && { leftAt: now }),
        },
      }),
    );
  const contact = (name: string) =>
    inside((db) => db.person.findFirstOrThrow({ where: { name: `Kontakt-${name}` } })).then(({ id }) => id);
  return { ...region, inside, places, person, newsletter, subscribe, contact };
}

export type NewsletterRegion = Awaited<ReturnType<typeof makeNewsletterRegion>>;
