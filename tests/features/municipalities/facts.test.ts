import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { assignContactPerson } from "~/features/municipalities/assign-contact-person.server";
import { changeFacts } from "~/features/municipalities/change-facts.server";
import { contactPersonsOn, vacantMunicipalities } from "~/features/municipalities/contact-persons.view.server";
import { findMunicipality } from "~/features/municipalities/municipalities.db.server";
import { coverage } from "~/features/municipalities/municipalities.view.server";
import { factsOf, municipalityFacts } from "~/features/municipalities/municipality-facts.view.server";
import {
  type MunicipalityFactsInput,
  municipalityFactsSchema,
} from "~/features/municipalities/municipality-facts-form.schema";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const today = day("2026-11-22");
const now = new Date("2026-11-22T09:00:00Z");

/** A region with Voss and Bergen, and a way in. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const voss = await inside(async (db) => {
    const found = await db.municipality.findMany({ where: { number: { in: ["4601", "4621"] } } });
    await db.regionMunicipality.createMany({ data: found.map(({ id }) => ({ municipalityId: id })) });
    return found.find(({ number }) => number === "4621")?.id ?? "";
  });
  const facts = () =>
    inside(async (db) => {
      const found = await findMunicipality(db, "4621");
      if (!found) throw new Error("Voss is in the region");
      return factsOf(found);
    });
  const change = async (input: Partial<MunicipalityFactsInput>) => {
    const { population, populationYear, writtenStandard: standard, seen } = await facts();
    return inside((db) =>
      changeFacts(db, {
        number: "4621",
        now,
        input: { population, populationYear, standard, seen, from: null, last: null, ...input },
      }),
    );
  };
  return { inside, voss, facts, change };
}

describe("the facts of a municipality", () => {
  it("are unknown until somebody writes them, and each change is kept", async () => {
    const { inside, facts, change } = await setUp();
    expect(await facts()).toMatchObject({ population: null, writtenStandard: null, from: null, to: null });
    expect(await change({ population: 16_000, populationYear: 2026, standard: "nynorsk" })).toEqual({ ok: true });
    expect(await facts()).toMatchObject({ population: 16_000, populationYear: 2026, writtenStandard: "nynorsk" });
    const { history } = await inside(async (db) => {
      const municipality = await findMunicipality(db, "4621");
      if (!municipality) throw new Error("Voss is in the region");
      return municipalityFacts(db, { municipality, today });
    });
    expect(history).toMatchObject([
      {
        did: "Endret kommune",
        changes: [
          { field: "Folketall", after: "16000" },
          { field: "Folketall for år", after: "2026" },
          { field: "Målform", before: "", after: "nynorsk" },
        ],
      },
    ]);
  });

  it("are not saved over somebody else's change", async () => {
    const { facts, change } = await setUp();
    const { seen } = await facts();
    await change({ population: 1, populationYear: 2026 });
    expect(await change({ seen, population: 2, populationYear: 2026 })).toMatchObject({
      reason: "changed-meanwhile",
      now: { population: 1 },
    });
  });

  it("are read from a form with spaces in numbers, and refused where they make no sense", () => {
    const read = (form: object) =>
      municipalityFactsSchema(2026).safeParse({ seen: "", standard: "unknown", from: "", last: "", ...form });
    expect(read({ population: "16 000", populationYear: "2026" }).data).toMatchObject({
      population: 16_000,
      populationYear: 2026,
      standard: null,
      from: null,
    });
    const wrong = [
      { population: "16000", populationYear: "" },
      { population: "", populationYear: "2026" },
      { population: "-4", populationYear: "2026" },
      { population: "mange", populationYear: "2026" },
      { population: "1", populationYear: "2027" },
      { from: "2026-02-30" },
      { from: "2026-05-01", last: "2026-04-30" },
      { standard: "samisk" },
    ];
    for (const form of wrong) expect(read(form).success, JSON.stringify(form)).toBe(false);
  });
});

describe("a municipality that leaves the region", () => {
  it("is in none of the lists after its last day, and in them until then", async () => {
    const { inside, change } = await setUp();
    expect(await change({ last: "2026-12-31" })).toEqual({ ok: true });
    const lists = (on: string) =>
      inside(async (db) => [
        (await coverage(db, { today: day(on), after: null })).total,
        (await vacantMunicipalities(db, day(on))).length,
      ]);
    expect(await lists("2026-12-31")).toEqual([2, 2]);
    expect(await lists("2027-01-01")).toEqual([1, 1]);
  });

  it("stays while it has a contact person, an open invitation, a network or a group after its last day", async () => {
    const { inside, voss, facts, change } = await setUp();
    const contact = { name: "Kontaktperson, Voss", email: "kontakt@voss.example" };
    await inside(async (db) => {
      const assigned = await assignContactPerson(db, { municipalityId: voss, ...contact, today, replaces: null });
      if (!assigned.ok) throw new Error(assigned.reason);
      const network = await db.network.create({ data: { name: "Læringsnettverk", position: 0 } });
      await db.networkMember.create({ data: { networkId: network.id, municipalityId: voss, joinedOn: today } });
      const group = await db.group.create({ data: { name: "Arbeidsgruppe", kind: "working", position: 0 } });
      await db.groupMember.create({ data: { groupId: group.id, municipalityId: voss } });
      const event = await db.event.create({
        data: {
          title: "Samling",
          startsAt: new Date("2027-02-01T09:00:00Z"),
          endsAt: new Date("2027-02-01T12:00:00Z"),
          zone: "Europe/Oslo",
          state: "published",
        },
      });
      const { personId } = assigned;
      await db.invitation.create({ data: { eventId: event.id, personId, municipalityId: voss, locale: "nn" } });
    });
    const before = await facts();
    expect(await change({ last: "2026-12-31", population: 5, populationYear: 2026 })).toMatchObject({
      ok: false,
      reason: "tied",
      ties: {
        contact: [contact.name],
        events: [{ title: "Samling" }],
        networks: [{ name: "Læringsnettverk" }],
        groups: [{ name: "Arbeidsgruppe" }],
      },
    });
    expect(await facts()).toEqual(before);

    await inside(async (db) => {
      const over = day("2027-01-01");
      await db.role.updateMany({ data: { validTo: over } });
      await db.networkMember.updateMany({ data: { leftOn: over } });
      await db.groupMember.updateMany({ data: { validTo: over } });
      await db.invitation.updateMany({ data: { withdrawnAt: now } });
    });
    expect(await change({ last: "2026-12-31" })).toEqual({ ok: true });
    expect(await inside((db) => contactPersonsOn(db, today))).toHaveLength(1);
    expect(await inside((db) => contactPersonsOn(db, day("2027-01-01")))).toEqual([]);
  });
});
