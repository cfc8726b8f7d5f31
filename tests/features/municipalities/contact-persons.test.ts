import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { assignContactPerson } from "~/features/municipalities/assign-contact-person.server";
import { chooseWrittenStandard } from "~/features/municipalities/choose-written-standard.server";
import { contactPersonsOn, vacantMunicipalities } from "~/features/municipalities/contact-persons.view.server";
import { endContactPerson } from "~/features/municipalities/end-contact-person.server";
import { findMunicipality } from "~/features/municipalities/municipalities.db.server";
import { coverage, municipalityDetail } from "~/features/municipalities/municipalities.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const today = day("2026-05-26");
const [old, young] = [
  { name: "Kontaktperson, Voss", email: "kontakt@voss.example" },
  { name: "Rådgjevar, Voss", email: "radgjevar@voss.example" },
];

/** A region with three municipalities, and a way in. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const ids = await inside(async (db) => {
    const found = await db.municipality.findMany({ where: { number: { in: ["4621", "4627", "4643"] } } });
    await db.regionMunicipality.createMany({ data: found.map(({ id }) => ({ municipalityId: id })) });
    return new Map(found.map(({ name, id }) => [name, id]));
  });
  const voss = ids.get("Voss") ?? "";
  const assign = (input: Partial<Parameters<typeof assignContactPerson>[1]>) =>
    inside((db) => assignContactPerson(db, { municipalityId: voss, ...old, today, replaces: null, ...input }));
  return { inside, assign, voss, askoy: ids.get("Askøy") ?? "" };
}

async function assigned(result: ReturnType<typeof assignContactPerson>) {
  const made = await result;
  if (!made.ok) throw new Error(made.reason);
  return made;
}

describe("a municipality's contact person", () => {
  it("is named where there is none, and written down without name or address", async () => {
    const { inside, assign, voss } = await setUp();
    const { personId } = await assigned(assign({}));
    expect(await inside((db) => contactPersonsOn(db, today))).toMatchObject([
      { personId, ...old, municipalityId: voss, number: "4621", municipalityName: "Voss", writtenStandard: null },
    ]);
    const log = await inside((db) => db.auditEvent.findMany({ orderBy: { id: "asc" } }));
    expect(log.map(({ action, subjectKind }) => `${action} ${subjectKind}`)).toEqual([
      "created person",
      "created role",
    ]);
    expect(JSON.stringify(log)).not.toMatch(/voss\.example|Kontaktperson/);
  });

  it("is asked about before another takes over, and nothing is saved until the answer", async () => {
    const { inside, assign } = await setUp();
    const { personId } = await assigned(assign({}));
    const asked = await assign(young);
    expect(asked).toEqual({ ok: false, reason: "has-contact-person", current: { personId, name: old.name } });
    expect(await inside((db) => contactPersonsOn(db, today))).toHaveLength(1);
    expect(await inside((db) => db.person.count())).toBe(1);
  });

  it("hands over from today: the old role ends the day the new begins, without a day between or in common", async () => {
    const { inside, assign, voss } = await setUp();
    const first = await assigned(assign({ today: day("2026-01-01") }));
    const second = await assigned(assign({ ...young, replaces: first.personId }));
    expect(second.ended).toBe(first.personId);
    const on = async (iso: string) => (await inside((db) => contactPersonsOn(db, day(iso)))).map(({ name }) => name);
    expect(await on("2026-05-25")).toEqual([old.name]);
    expect(await on("2026-05-26")).toEqual([young.name]);
    const municipality = await inside((db) => findMunicipality(db, "4621"));
    if (!municipality) throw new Error("no Voss");
    const view = await inside((db) => municipalityDetail(db, { municipality, today, regionDefault: "nynorsk" }));
    expect(view.current?.name).toBe(young.name);
    expect(view.before).toMatchObject([{ name: old.name, from: "2026-01-01", to: "2026-05-26" }]);
    expect(view.mailLocale).toBe("nn");
    expect(municipality.id).toBe(voss);
  });

  it("may be handed over again on the same day", async () => {
    const { inside, assign } = await setUp();
    const first = await assigned(assign({}));
    const second = await assigned(assign({ ...young, replaces: first.personId }));
    await assigned(assign({ replaces: second.personId }));
    expect((await inside((db) => contactPersonsOn(db, today))).map(({ name }) => name)).toEqual([old.name]);
  });

  it("is asked about again when another has taken over meanwhile", async () => {
    const { assign } = await setUp();
    const first = await assigned(assign({}));
    const second = await assigned(assign({ ...young, replaces: first.personId }));
    const late = await assign({ name: "Leiar, Voss", email: "leiar@voss.example", replaces: first.personId });
    expect(late).toMatchObject({ ok: false, reason: "has-contact-person", current: { personId: second.personId } });
  });

  it("is one when two are named at once: the second is asked", async () => {
    const { inside, assign } = await setUp();
    const results = await Promise.all([assign({}), assign(young)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "has-contact-person" });
    expect(await inside((db) => contactPersonsOn(db, today))).toHaveLength(1);
  });

  it("is not named twice with the same address, however it is written", async () => {
    const { assign } = await setUp();
    await assigned(assign({}));
    expect(await assign({ email: " Kontakt@VOSS.example " })).toMatchObject({ ok: false, reason: "already" });
  });

  it("keeps the day of one who is to begin later", async () => {
    const { inside, assign, voss } = await setUp();
    await assigned(assign({ ...young, today: day("2026-06-01") }));
    await assigned(assign({}));
    const names = async (iso: string) => (await inside((db) => contactPersonsOn(db, day(iso)))).map(({ name }) => name);
    expect(await names("2026-05-31")).toEqual([old.name]);
    expect(await names("2026-06-01")).toEqual([young.name]);
    expect(voss).not.toBe("");
  });

  it("ends without a successor: the municipality is vacant from today, in words and on the map", async () => {
    const { inside, assign, voss } = await setUp();
    const { personId } = await assigned(assign({ today: day("2026-01-01") }));
    const end = () => inside((db) => endContactPerson(db, { municipalityId: voss, personId, today }));
    expect(await end()).toEqual({ ok: true });
    expect(await end()).toEqual({ ok: false, reason: "not-contact-person" });
    const view = await inside((db) => coverage(db, { today, after: null }));
    expect(view).toMatchObject({ total: 3, covered: 0 });
    expect(view.rows.find(({ name }) => name === "Voss")).toMatchObject({ vacantSince: "2026-05-26", contact: null });
    expect(view.tiles.map(({ name, code, state }) => `${name} ${code} ${state}`)).toContain("Voss VOS vacant");
  });
});

describe("the municipalities of a region", () => {
  it("are vacant until somebody is named, in the order of the Norwegian alphabet", async () => {
    const { inside, assign, askoy } = await setUp();
    await assigned(assign({ municipalityId: askoy, email: "kontakt@askoy.example" }));
    const vacant = await inside((db) => vacantMunicipalities(db, today));
    expect(vacant.map(({ name }) => name)).toEqual(["Voss", "Årdal"]);
  });

  it("do not show in another region", async () => {
    await setUp().then(({ assign }) => assigned(assign({})));
    const other = await makeRegion(database.url().adminUrl);
    const seen = await withRegion({ regionId: other.id, personId: null, via: "session" }, async (db) => ({
      persons: await contactPersonsOn(db, today),
      voss: await findMunicipality(db, "4621"),
    }));
    expect(seen).toEqual({ persons: [], voss: null });
  });

  it("have the written standard they decided on, and the change is written down", async () => {
    const { inside } = await setUp();
    const choose = (number: string, standard: "nynorsk" | null) =>
      inside((db) => chooseWrittenStandard(db, { number, standard }));
    expect(await choose("4621", "nynorsk")).toEqual({ ok: true });
    expect(await choose("4621", "nynorsk")).toEqual({ ok: true });
    expect(await choose("0301", "nynorsk")).toEqual({ ok: false, reason: "not-found" });
    expect(await inside((db) => findMunicipality(db, "4621"))).toMatchObject({ writtenStandard: "nynorsk" });
    const log = await inside((db) => db.auditEvent.findMany());
    expect(log).toMatchObject([{ before: { writtenStandard: null }, after: { writtenStandard: "nynorsk" } }]);
  });

  it("have numbers; anything else in the address is none of them", async () => {
    const { inside } = await setUp();
    for (const number of ["", "462", "46211", "voss", "4621'--", "０３０１"])
      expect(await inside((db) => findMunicipality(db, number)), number).toBeNull();
  });
});
