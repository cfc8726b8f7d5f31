import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { networkSchema } from "~/features/networks/network-form.schema";
import { editNetwork, makeNetwork } from "~/features/networks/save-network.server";
import { coordinator, leaderOf, networkRegion } from "./scene";

const database = useDatabase();
const setUp = () => networkRegion(database.url().adminUrl);
const missing = "00000000-0000-7000-8000-000000000000";

const form = (fields: Record<string, unknown> = {}) => networkSchema().parse({ name: "Matnettverket", ...fields });
const problems = (fields: Record<string, unknown>) =>
  networkSchema()
    .safeParse({ name: "A", ...fields })
    .error?.issues.map(({ path }) => path[0]);

describe("the form of a network", () => {
  it("needs a name, and takes nothing for a link but an address of a page", () => {
    expect(problems({ name: "  " })).toEqual(["name"]);
    for (const links of ["javascript:alert(1)", "https://", "ftp://x.example/a", "nettverk.example", "https:///x"])
      expect(problems({ links }), links).toEqual(["links"]);
    expect(form({ links: "https://a.example/x\nhttp://b.example https://a.example/x" }).links).toEqual([
      "https://a.example/x",
      "http://b.example",
    ]);
  });

  it("takes no stage, audience or actor that cannot be one", () => {
    expect(problems({ stage: "ended" })).toEqual(["stage"]);
    expect(problems({ audienceId: "x" })).toEqual(["audienceId"]);
    expect(problems({ operatorIds: ["x"] })).toEqual(["operatorIds"]);
    expect(problems({ name: "a".repeat(501) })).toEqual(["name"]);
  });
});

describe("making a network", () => {
  it("puts it last, with what was chosen, and writes it down", async () => {
    const { inside, addNetwork, unit, food } = await setUp();
    await addNetwork({ name: "Den første" });
    const made = await inside((db) =>
      makeNetwork(db, {
        form: form({ operatorIds: [unit], areaIds: [food], stage: "new", open: "on" }),
        roles: coordinator,
      }),
    );
    if (!made.ok) throw new Error(made.reason);
    const network = await inside((db) =>
      db.network.findFirstOrThrow({ where: { id: made.id }, include: { runBy: true, priorityAreas: true } }),
    );
    expect(network).toMatchObject({ position: 2, operators: "USHT Helse Fonna", stage: "new", open: true });
    expect(network.runBy.map(({ actorId }) => actorId)).toEqual([unit]);
    expect(network.priorityAreas.map(({ priorityAreaId }) => priorityAreaId)).toEqual([food]);
    const [entry] = await inside((db) => db.auditEvent.findMany({ where: { subjectId: made.id } }));
    expect(entry).toMatchObject({ action: "created", after: { name: "Matnettverket", actorIds: [unit] } });
  });

  it("is for a leader with an own actor, a unit of it, or words that name it, and with no other", async () => {
    const { inside, centre, unit, ks } = await setUp();
    const make = (fields: Record<string, unknown>, actor: string) =>
      inside((db) => makeNetwork(db, { form: form(fields), roles: leaderOf(actor) }));
    expect(await make({ operatorIds: [unit] }, unit)).toMatchObject({ ok: true });
    expect(await make({ operatorIds: [ks, unit] }, centre)).toMatchObject({ ok: true });
    expect(await make({ operators: "USHT" }, centre)).toMatchObject({ ok: true });
    const refused = { ok: false, reason: "not-own", field: "operatorIds" };
    expect(await make({ operatorIds: [ks] }, centre)).toEqual(refused);
    expect(await make({ operatorIds: [centre] }, unit)).toEqual(refused);
    expect(await make({}, unit)).toEqual(refused);
  });

  it.each(["operatorIds", "areaIds", "audienceId"] as const)("refuses a choice that is gone: %s", async (field) => {
    const { inside } = await setUp();
    const value = field === "audienceId" ? missing : [missing];
    expect(await inside((db) => makeNetwork(db, { form: form({ [field]: value }), roles: coordinator }))).toEqual({
      ...{ ok: false, reason: "choice-gone", field },
    });
    expect(await inside((db) => db.network.count())).toBe(0);
  });

  it("finds its contact person by address or name, and asks when several match or none does", async () => {
    const { inside, addPerson } = await setUp();
    const one = await addPerson("Kontakt Ein", "ein@nettverk.example");
    const two = await addPerson("Kontakt To", "to@nettverk.example");
    const make = (fields: Record<string, unknown>) =>
      inside((db) => makeNetwork(db, { form: form(fields), roles: coordinator }));
    const contactOf = async (fields: Record<string, unknown>) => {
      const made = await make(fields);
      if (!made.ok) throw new Error(made.reason);
      return (await inside((db) => db.network.findFirstOrThrow({ where: { id: made.id } }))).contactPersonId;
    };
    expect(await contactOf({ contact: "EIN@nettverk.example" })).toBe(one);
    expect(await contactOf({ contact: "kontakt to" })).toBe(two);
    expect(await contactOf({ contact: "kontakt", contactPersonId: two })).toBe(two);
    expect(await contactOf({ contact: "" })).toBeNull();
    const several = await make({ contact: "kontakt" });
    expect(several).toMatchObject({ reason: "person-several", choices: [{ id: one }, { id: two }] });
    expect(await make({ contact: "ingen@nettverk.example" })).toMatchObject({ reason: "person-unknown" });
  });
});

describe("editing a network", () => {
  it("saves what is different, and shows what it was", async () => {
    const { inside, addNetwork, ks } = await setUp();
    const id = await addNetwork({ name: "Matnettverket", operators: "KS" });
    const edited = await inside((db) =>
      editNetwork(db, {
        id,
        form: form({ operators: "KS", operatorIds: [ks], form: "To samlingar" }),
        roles: coordinator,
      }),
    );
    expect(edited).toEqual({ ok: true, id });
    const [entry] = await inside((db) => db.auditEvent.findMany({ where: { subjectId: id } }));
    expect(entry).toMatchObject({
      action: "updated",
      before: { actorIds: [], form: "" },
      after: { actorIds: [ks], form: "To samlingar" },
    });
    expect(Object.keys(entry?.after as object).sort()).toEqual(["actorIds", "form"]);
  });

  it("writes nothing down when nothing is different", async () => {
    const { inside, addNetwork } = await setUp();
    const id = await addNetwork({ name: "Matnettverket" });
    await inside((db) => editNetwork(db, { id, form: form(), roles: coordinator }));
    expect(await inside((db) => db.auditEvent.count())).toBe(0);
    expect((await inside((db) => db.network.findFirstOrThrow())).version).toBe(0);
  });

  it("refuses one that somebody else has changed meanwhile, and one that is gone", async () => {
    const { inside, addNetwork } = await setUp();
    const id = await addNetwork({ name: "Matnettverket" });
    const edit = (name: string) => inside((db) => editNetwork(db, { id, form: form({ name }), roles: coordinator }));
    expect(await edit("Først")).toMatchObject({ ok: true });
    expect(await edit("Sist")).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect((await inside((db) => db.network.findFirstOrThrow())).name).toBe("Først");
    expect(await inside((db) => editNetwork(db, { id: missing, form: form(), roles: coordinator }))).toEqual({
      ...{ ok: false, reason: "not-found" },
    });
  });

  it("lets two who save at once go one after the other", async () => {
    const { inside, addNetwork } = await setUp();
    const id = await addNetwork({ name: "Matnettverket" });
    const edit = (name: string) => inside((db) => editNetwork(db, { id, form: form({ name }), roles: coordinator }));
    const results = await Promise.all([edit("A"), edit("B")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("leaves a leader's network with an actor of hers", async () => {
    const { inside, addNetwork, ks, unit } = await setUp();
    const id = await addNetwork({ name: "Matnettverket", operators: "USHT Helse Fonna" });
    const give = (operatorIds: string[]) =>
      inside((db) => editNetwork(db, { id, form: form({ operatorIds }), roles: leaderOf(unit) }));
    expect(await give([ks])).toMatchObject({ reason: "not-own" });
    expect(await give([ks, unit])).toMatchObject({ ok: true });
  });

  it("leaves the cells as imported, so that the next import sees that a person has been here", async () => {
    const { inside, addNetwork } = await setUp();
    const id = await addNetwork({ name: "Matnettverket" });
    await inside((db) => db.network.updateMany({ where: { id }, data: { imported: { name: "Matnettverket" } } }));
    await inside((db) => editNetwork(db, { id, form: form({ name: "Mat" }), roles: coordinator }));
    expect((await inside((db) => db.network.findFirstOrThrow())).imported).toEqual({ name: "Matnettverket" });
  });
});
