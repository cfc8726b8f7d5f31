import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { bindWords } from "~/features/audiences/bind-words.server";
import { networkView } from "~/features/networks/network.view.server";
import { filtersOf, networksView } from "~/features/networks/networks.view.server";
import { openNetwork, openNetworks } from "~/features/networks/open-networks.view.server";
import { withRegion } from "~/platform/db/region-db.server";
import { networkRegion, now, today } from "./scene";

const database = useDatabase();
const setUp = () => networkRegion(database.url().adminUrl);
const ask = (query = "", after: string | null = null, ownActorIds: string[] = []) => ({
  ...{ after, today, now, ownActorIds },
  filters: filtersOf(new URLSearchParams(query)),
});

describe("the register of networks", () => {
  it("says of each what its words mean: who runs it, how far it has come, about what, how often", async () => {
    const { inside, addNetwork, unit, food } = await setUp();
    await addNetwork({
      ...{ name: "Matnettverket", operators: "USHT Helse Fonna, Matforum", status: "Eksisteran de" },
      ...{ theme: "Innsatsomr åde 3", form: "to samlingar i året og eiga gruppe" },
    });
    const { networks, unknownOperators } = await inside((db) => networksView(db, ask()));
    expect(networks).toMatchObject([
      { stage: "existing", areas: [{ id: food }], frequency: "2 ganger i året", runBy: [unit], next: null },
    ]);
    expect(networks[0]?.operators).toMatchObject([
      { kind: "actor", name: "USHT Helse Fonna" },
      { kind: "words", words: "Matforum", unknown: true },
    ]);
    expect(unknownOperators).toBe(1);
  });

  it("has what somebody has chosen in place of what the words say", async () => {
    const { inside, addNetwork, ks, health } = await setUp();
    const id = await addNetwork({ name: "A", operators: "USHT", status: "Eksisterande", theme: "Innsatsområde 3" });
    await inside(async (db) => {
      await db.network.updateMany({ where: { id }, data: { stage: "planned" } });
      await db.networkOperator.create({ data: { networkId: id, actorId: ks } });
      await db.priorityAreaLink.create({ data: { networkId: id, priorityAreaId: health } });
    });
    const { networks } = await inside((db) => networksView(db, ask()));
    expect(networks).toMatchObject([{ stage: "planned", runBy: [ks], areas: [{ id: health }] }]);
  });

  it("is narrowed by words, operator (and the units of one), stage and priority area", async () => {
    const { inside, addNetwork, centre, unit, ks, food } = await setUp();
    await addNetwork({
      name: "Matnettverket",
      operators: "USHT Helse Fonna",
      status: "Eksisterande",
      theme: "Mat og måltid",
    });
    await addNetwork({ name: "Etikk", operators: "KS", status: "Under planlegging" });
    const names = async (query: string) =>
      (await inside((db) => networksView(db, ask(query)))).networks.map(({ name }) => name);
    expect(await names(`operator=${centre}`)).toEqual(["Matnettverket"]);
    expect(await names(`operator=${unit}&operator=${ks}`)).toEqual(["Matnettverket", "Etikk"]);
    expect(await names("stage=planned")).toEqual(["Etikk"]);
    expect(await names("stage=unknown")).toEqual([]);
    expect(await names(`area=${food}`)).toEqual(["Matnettverket"]);
    expect(await names("q=ETIKK ks")).toEqual(["Etikk"]);
    expect(await names("operator=x&stage=constructor&area='&q=")).toEqual(["Matnettverket", "Etikk"]);
  });

  it("has one's own first, those of one's units too", async () => {
    const { inside, addNetwork, centre } = await setUp();
    await addNetwork({ name: "Etikk", operators: "KS" });
    await addNetwork({ name: "Aktiv", operators: "USHT Helse Fonna" });
    const view = await inside((db) => networksView(db, ask("", null, [centre])));
    expect(view.mine.map(({ name }) => name)).toEqual(["Aktiv"]);
    expect(view.networks.map(({ name }) => name)).toEqual(["Etikk"]);
  });

  it("is shown fifty at a time, each network once, equal names and positions included", async () => {
    const { inside } = await setUp();
    await inside((db) =>
      db.network.createMany({
        data: Array.from({ length: 120 }, (_, at) => ({ position: Math.floor(at / 2), name: "Læringsnettverk" })),
      }),
    );
    const seen: string[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const view: Awaited<ReturnType<typeof networksView>> = await inside((db) => networksView(db, ask("", after)));
      sizes.push(view.networks.length);
      seen.push(...view.networks.map(({ id }) => id));
      after = view.next;
    } while (after);
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
  });

  it("begins at the beginning when the address names no network", async () => {
    const { inside, addNetwork } = await setUp();
    await addNetwork({ name: "A" });
    expect((await inside((db) => networksView(db, ask("", "'x")))).networks).toHaveLength(1);
  });
});

describe("a network", () => {
  it("has what was not understood of its words beside what was", async () => {
    const { inside, addNetwork } = await setUp();
    const id = await addNetwork({ name: "A", form: "to samlingar i året og eiga gruppe" });
    const network = await inside((db) => networkView(db, { id, today, now }));
    expect(network?.reading).toMatchObject({ meaning: "2 ganger i året", unparsed: ["eiga gruppe"] });
  });

  it("is sent to the audience that is chosen, else to the one its words have been bound to", async () => {
    const { inside, addNetwork } = await setUp();
    const id = await addNetwork({ name: "A" });
    const audience = await inside(async (db) => {
      await db.network.updateMany({ where: { id }, data: { audience: "Tilsette  i kommunane" } });
      const bound = await db.audience.create({ data: { name: "Alle kontaktpersonar" } });
      const chosen = await db.audience.create({ data: { name: "Dei tilsette" } });
      await db.audienceWords.create({
        data: { words: "tilsette i kommunane", shown: "Tilsette i kommunane", audienceId: bound.id },
      });
      return { bound, chosen };
    });
    const name = async () => (await inside((db) => networkView(db, { id, today, now })))?.audience?.name;
    expect(await name()).toBe("Alle kontaktpersonar");
    await inside((db) => db.network.updateMany({ where: { id }, data: { audienceId: audience.chosen.id } }));
    expect(await name()).toBe("Dei tilsette");
  });

  it("is none of another region, and none of an id that is none", async () => {
    const { inside, addNetwork } = await setUp();
    const id = await addNetwork({ name: "A", open: true });
    const other = await makeRegion(database.url().adminUrl);
    const access = { regionId: other.id, personId: null, via: "session" as const };
    expect(await withRegion(access, (db) => networkView(db, { id, today, now }))).toBeNull();
    expect(await withRegion(access, (db) => openNetwork(db, { id, today, now }))).toBeNull();
    expect(await inside((db) => networkView(db, { id: "1", today, now }))).toBeNull();
  });
});

describe("what everybody may see", () => {
  it("are the networks that are open, and of those nothing of persons", async () => {
    const { inside, addNetwork, addPerson } = await setUp();
    const id = await addNetwork({ name: "Open", operators: "KS", open: true });
    const closed = await addNetwork({ name: "Closed", operators: "KS" });
    const person = await addPerson("Kontakt for nettverket", "kontakt@nettverk.example");
    await inside(async (db) => {
      await db.network.updateMany({ where: { id }, data: { contactPersonId: person } });
      await db.networkMember.create({ data: { networkId: id, personId: person, joinedOn: new Date(today) } });
    });
    const list = await inside((db) => openNetworks(db, { today, now }));
    expect(list.map(({ name }) => name)).toEqual(["Open"]);
    const one = await inside((db) => openNetwork(db, { id, today, now }));
    expect(one?.operators).toEqual(["KS"]);
    for (const shown of [JSON.stringify(list), JSON.stringify(one)]) expect(shown).not.toMatch(/kontakt|@/i);
    expect(await inside((db) => openNetwork(db, { id: closed, today, now }))).toBeNull();
  });
});

describe("whom a network is for, in words", () => {
  it("is the audience they are bound to, however the cell ends, and none when it names several", async () => {
    const { inside, addNetwork } = await setUp();
    const [one, several] = [await addNetwork({ name: "A" }), await addNetwork({ name: "B" })];
    const found = await inside(async (db) => {
      const { id: audienceId } = await db.audience.create({ data: { name: "Kjøkenleiarar" } });
      await bindWords(db, { words: "kjøkenleiarar", audienceId });
      await db.network.updateMany({ where: { id: one }, data: { audience: "Kjøkenleiarar." } });
      await db.network.updateMany({ where: { id: several }, data: { audience: "Kjøkenleiarar, kokkar" } });
      return [await networkView(db, { id: one, today, now }), await networkView(db, { id: several, today, now })];
    });
    expect(found.map((network) => network?.audience?.name ?? null)).toEqual(["Kjøkenleiarar", null]);
  });
});
