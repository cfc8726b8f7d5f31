import { audit } from "~/features/audit/audit.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { newId } from "~/platform/ids.server";
import type { Prisma } from "../generated/client";

type DemoRegion = {
  region: Omit<Prisma.RegionUncheckedCreateInput, "id"> & { slug: string };
  /** Chooses the municipalities of the register that are in the region. */
  municipalities: Prisma.MunicipalityWhereInput;
  /** Those that were in the region until they ended, and those that have been in it since they began. */
  past?: { until: Date; numbers: string[]; since: string[] };
  /** Municipality number -> its decision; a municipality that is not here is unknown. */
  standards?: ReadonlyMap<string, "bokmal" | "nynorsk" | "neutral">;
  priorityAreas: string[];
  /** The word for one who speaks for a municipality, in the region's language; without it nobody does yet. */
  contactPerson?: string;
  people: { name: string; email: string; role: "coordinator" | "reader" | "directorate" }[];
};

/** The address of a municipality's contact person in the demo: "kontakt@voss.kommune.example". */
export function demoAddress(municipality: string): string {
  const plain = municipality.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  return `kontakt@${plain.replace(/[^a-z0-9]+/g, "-")}.kommune.example`;
}

/** Makes one region of the demo, whole or not at all. */
export async function seedRegion(demo: DemoRegion): Promise<string> {
  const id = newId();
  const { past } = demo;
  const municipalities = await systemDb().municipality.findMany({
    where: demo.municipalities,
    orderBy: { number: "asc" },
  });
  const ended = past && (await systemDb().municipality.findMany({ where: { number: { in: past.numbers } } }));
  const began = new Date(new Date().toISOString().slice(0, 10));
  await withRegion({ regionId: id, personId: null, via: "operator" }, async (db) => {
    await db.region.create({ data: { id, ...demo.region } });
    await db.priorityArea.createMany({ data: demo.priorityAreas.map((name, index) => ({ number: index + 1, name })) });
    await db.regionMunicipality.createMany({
      data: municipalities.map(({ id: municipalityId, number }) => ({
        municipalityId,
        writtenStandard: demo.standards?.get(number) ?? null,
        validFrom: past?.since.includes(number) ? past.until : null,
      })),
    });
    await db.regionMunicipality.createMany({
      data: (ended ?? []).map((municipality) => ({ municipalityId: municipality.id, validTo: past?.until ?? null })),
    });
    const staff = demo.people.map(({ role, ...person }) => ({ id: newId(), role, ...person }));
    const contacts = (demo.contactPerson ? municipalities : []).map((municipality) => ({
      id: newId(),
      municipalityId: municipality.id,
      name: `${demo.contactPerson}, ${municipality.name}`,
      email: demoAddress(municipality.name),
    }));
    await db.person.createMany({ data: [...staff, ...contacts].map(({ id, name, email }) => ({ id, name, email })) });
    await db.role.createMany({
      data: [
        ...staff.map(({ id, role }) => ({ personId: id, kind: role, validFrom: began })),
        ...contacts.map(({ id, municipalityId }) => ({
          personId: id,
          kind: "contact_person" as const,
          municipalityId,
          validFrom: began,
        })),
      ],
    });
    await audit(db, { action: "created", subject: "region", id, after: { slug: demo.region.slug, demo: true } });
  });
  return id;
}
