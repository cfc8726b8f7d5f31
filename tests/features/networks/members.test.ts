import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { addMembers } from "~/features/networks/add-network-members.server";
import { endMemberships } from "~/features/networks/end-network-members.server";
import { addMembersSchema, endMembersSchema } from "~/features/networks/member-form.schema";
import { networkView } from "~/features/networks/network.view.server";
import { networksOfMunicipality } from "~/features/networks/networks-of-municipality.view.server";
import { networkRegion, now, today } from "./scene";

const database = useDatabase();
const missing = "00000000-0000-7000-8000-000000000000";

async function setUp() {
  const region = await networkRegion(database.url().adminUrl);
  const networkId = await region.addNetwork({ name: "Matnettverket", operators: "KS" });
  const add = (fields: Record<string, unknown>, id = networkId) =>
    region.inside((db) =>
      addMembers(db, { networkId: id, form: addMembersSchema().parse({ from: today, ...fields }) }),
    );
  const end = (fields: Record<string, unknown>) =>
    region.inside((db) => endMemberships(db, { networkId, form: endMembersSchema().parse(fields) }));
  const members = () => region.inside(async (db) => (await networkView(db, { id: networkId, today, now }))?.members);
  const places = (municipalities: string[], fields: Record<string, unknown> = {}) =>
    add({ intent: "add-municipalities", municipalities, ...fields });
  return { ...region, networkId, add, end, members, places };
}

describe("coming into a network", () => {
  it("is one by one or several at once, and of several those who are in already stay as they are", async () => {
    const { addMunicipalities, places, members } = await setUp();
    const [voss = "", bomlo = ""] = await addMunicipalities("Voss", "Bømlo");
    expect(await places([voss])).toEqual({ ok: true, added: 1, already: 0, guests: 0 });
    expect(await places([voss, bomlo])).toEqual({ ok: true, added: 1, already: 1, guests: 0 });
    expect((await members())?.present.map(({ name }) => name)).toEqual(["Bømlo", "Voss"]);
  });

  it("is refused for the same municipality twice at once, and not when it comes again later", async () => {
    const { addMunicipalities, places } = await setUp();
    const [voss = ""] = await addMunicipalities("Voss");
    expect(await places([voss], { from: "2026-01-01", last: "2026-03-31" })).toMatchObject({ ok: true });
    const refused = { ok: false, field: "municipalities", reason: "already-in" };
    expect(await places([voss], { from: "2026-03-31" })).toEqual(refused);
    expect(await places([voss], { from: "2025-01-01", last: "2026-01-01" })).toEqual(refused);
    expect(await places([voss], { from: "2026-04-01" })).toMatchObject({ ok: true });
  });

  it("is a whole area at once, without its guests from other regions", async () => {
    const { inside, addMunicipalities, add, members } = await setUp();
    const [voss = "", bomlo = ""] = await addMunicipalities("Voss", "Bømlo");
    const area = await inside(async (db) => {
      const guest = await db.municipality.findFirstOrThrow({ where: { name: "Bergen" } });
      const made = await db.area.create({ data: { position: 1, name: "Helse Fonna" } });
      await db.areaMunicipality.createMany({
        data: [voss, bomlo, guest.id].map((municipalityId) => ({ areaId: made.id, municipalityId })),
      });
      return made.id;
    });
    expect(await add({ intent: "add-municipalities", area })).toEqual({ ok: true, added: 2, already: 0, guests: 1 });
    expect((await members())?.present).toHaveLength(2);
    expect(await add({ intent: "add-municipalities", area: missing })).toMatchObject({ field: "area", reason: "gone" });
  });

  it("is refused for a municipality that is not in the region, and for nobody", async () => {
    const { inside, places } = await setUp();
    const bergen = await inside((db) => db.municipality.findFirstOrThrow({ where: { name: "Bergen" } }));
    expect(await places([bergen.id])).toMatchObject({ field: "municipalities", reason: "none-in-region" });
    expect(await places([])).toMatchObject({ field: "municipalities", reason: "nobody" });
  });

  it("is refused when the last day is before the first", async () => {
    const { addMunicipalities, places, inside } = await setUp();
    const [voss = ""] = await addMunicipalities("Voss");
    expect(await places([voss], { last: "2026-05-25" })).toEqual({
      ok: false,
      field: "last",
      reason: "end-before-start",
    });
    expect(await places([voss], { last: today })).toMatchObject({ ok: true });
    expect(await inside((db) => db.networkMember.count())).toBe(1);
  });

  it("is for a person by name or address, and an address nobody has needs a name", async () => {
    const { add, addPerson, inside, members } = await setUp();
    await addPerson("Fagleiar Ein", "ein@nettverk.example");
    await addPerson("Fagleiar To", "to@nettverk.example");
    expect(await add({ intent: "add-person", person: "fagleiar" })).toMatchObject({
      field: "person",
      reason: "several",
    });
    expect(await add({ intent: "add-person", person: "ein@nettverk.example" })).toMatchObject({ ok: true });
    expect(await add({ intent: "add-person", person: "Fagleiar Ein" })).toMatchObject({ reason: "already-in" });
    const fresh = { intent: "add-person", person: "Ny@nettverk.example" };
    expect(await add(fresh)).toMatchObject({ field: "personName", reason: "name-missing" });
    expect(await add({ intent: "add-person", person: "Ukjend Namn" })).toMatchObject({
      field: "person",
      reason: "unknown",
    });
    expect(await inside((db) => db.person.count())).toBe(2);
    expect(await add({ ...fresh, personName: "Fagleiar Ny" })).toMatchObject({ ok: true });
    expect((await members())?.present.map(({ email }) => email)).toEqual([
      "ein@nettverk.example",
      "ny@nettverk.example",
    ]);
    const log = JSON.stringify(await inside((db) => db.auditEvent.findMany()));
    expect(log).not.toMatch(/Fagleiar|nettverk\.example/);
  });

  it("is for a group, and for none that is gone", async () => {
    const { inside, add, members } = await setUp();
    const group = await inside((db) => db.group.create({ data: { position: 1, name: "Arbeidsgruppe mat" } }));
    expect(await add({ intent: "add-group", group: group.id })).toMatchObject({ ok: true });
    expect(await add({ intent: "add-group", group: missing })).toMatchObject({ field: "group", reason: "gone" });
    expect((await members())?.present).toMatchObject([{ kind: "group", name: "Arbeidsgruppe mat" }]);
  });

  it("is into a network of the region, and no other", async () => {
    const { add } = await setUp();
    expect(await add({ intent: "add-municipalities", municipalities: [missing] }, missing)).toMatchObject({
      ...{ ok: false, reason: "not-found" },
    });
  });
});

describe("leaving a network", () => {
  it("is after a last day, and those who have left are listed apart", async () => {
    const { addMunicipalities, places, end, members } = await setUp();
    await places(await addMunicipalities("Voss", "Bømlo"), { from: "2026-01-01" });
    const [bomlo] = (await members())?.present ?? [];
    expect(await end({ intent: "end", members: [bomlo?.id], last: "2026-05-25" })).toEqual({ ok: true, count: 1 });
    const after = await members();
    expect(after?.present.map(({ name }) => name)).toEqual(["Voss"]);
    expect(after?.past).toMatchObject([{ name: "Bømlo", from: "2026-01-01", last: "2026-05-25" }]);
  });

  it("is refused before the day somebody came, for all or none, and for nobody", async () => {
    const { addMunicipalities, places, end, members } = await setUp();
    const [voss = "", bomlo = ""] = await addMunicipalities("Voss", "Bømlo");
    await places([voss], { from: "2026-01-01" });
    await places([bomlo], { from: "2026-05-01" });
    const ids = (await members())?.present.map(({ id }) => id) ?? [];
    const refused = await end({ intent: "end", members: ids, last: "2026-04-30" });
    expect(refused).toEqual({ ok: false, reason: "end-before-joined", name: "Bømlo" });
    expect((await members())?.present.map(({ last }) => last)).toEqual([null, null]);
    expect(await end({ intent: "end", members: [], last: today })).toEqual({ ok: false, reason: "nobody" });
    expect(await end({ intent: "end", members: [missing], last: today })).toEqual({ ok: false, reason: "nobody" });
  });

  it("can be as if one never was there, and the log keeps it", async () => {
    const { addMunicipalities, places, end, members, inside } = await setUp();
    await places(await addMunicipalities("Voss"));
    const ids = (await members())?.present.map(({ id }) => id) ?? [];
    expect(await end({ intent: "remove", members: ids })).toEqual({ ok: true, count: 1 });
    expect(await inside((db) => db.networkMember.count())).toBe(0);
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectKind: "network-member" } }));
    expect(log.map(({ action }) => action).sort()).toEqual(["created", "removed"]);
  });
});

describe("the networks of a municipality", () => {
  it("are those it is in on the day", async () => {
    const { addMunicipalities, places, inside } = await setUp();
    const [voss = ""] = await addMunicipalities("Voss");
    await places([voss], { from: "2026-02-01", last: "2026-02-28" });
    const on = (day: string) => inside((db) => networksOfMunicipality(db, voss, new Date(day)));
    expect(await on("2026-02-28")).toMatchObject([{ name: "Matnettverket", joined: "2026-02-01" }]);
    expect(await on("2026-01-31")).toEqual([]);
    expect(await on("2026-03-01")).toEqual([]);
  });
});

describe("two who take the same new person into networks at the same moment", () => {
  it("name her once", async () => {
    const { inside, addNetwork, add } = await setUp();
    const second = await addNetwork({ name: "Etisk refleksjon" });
    const asked = { intent: "add-person", person: "ny@voss.example", personName: "Rådgjevar" };
    const results = await Promise.all([add(asked), add(asked, second)]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await inside((db) => db.person.count({ where: { email: "ny@voss.example" } }))).toBe(1);
  });
});

describe("going out of a network", () => {
  it("keeps the last day of one who had left before, and who may have come back since", async () => {
    const { addMunicipalities, places, end, members } = await setUp();
    const [voss = ""] = await addMunicipalities("Voss");
    await places([voss], { from: "2024-01-01", last: "2024-06-30" });
    await places([voss], { from: "2025-01-01" });
    const { past = [], present = [] } = (await members()) ?? {};
    const ids = [...past, ...present].map(({ id }) => id);
    expect(await end({ intent: "end", members: ids, last: "2025-12-31" })).toMatchObject({ ok: true });
    expect((await members())?.past.map(({ from, last }) => [from, last])).toEqual([
      ["2024-01-01", "2024-06-30"],
      ["2025-01-01", "2025-12-31"],
    ]);
  });
});
