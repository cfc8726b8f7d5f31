import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { networkView } from "~/features/networks/network.view.server";
import { ownNetworks } from "~/features/networks/own-networks.view.server";
import { networkRegion, now, today } from "./scene";

const database = useDatabase();
type Answer = "accepted" | "declined" | "tentative" | null;

async function setUp() {
  const region = await networkRegion(database.url().adminUrl);
  const networkId = await region.addNetwork({ name: "Matnettverket", operators: "USHT Helse Fonna" });
  const [voss = "", bomlo = ""] = await region.addMunicipalities("Voss", "Bømlo");
  const vossPerson = await region.addPerson("Kontaktperson, Voss", "voss@kommune.example");
  const bomloPerson = await region.addPerson("Kontaktperson, Bømlo", "bomlo@kommune.example");
  const gather = (
    day: string,
    answers: { voss?: Answer; bomlo?: Answer },
    state: "published" | "cancelled" = "published",
  ) =>
    region.inside(async (db) => {
      const startsAt = new Date(`${day}T08:00:00Z`);
      const event = await db.event.create({
        data: {
          ...{ networkId, title: `Samling ${day}`, state, zone: "Europe/Oslo", startsAt },
          endsAt: new Date(`${day}T10:00:00Z`),
        },
      });
      const ask = (personId: string, municipalityId: string, answer: Answer | undefined) =>
        answer === undefined
          ? null
          : db.invitation.create({ data: { eventId: event.id, personId, municipalityId, locale: "nn", answer } });
      await ask(vossPerson, voss, answers.voss);
      await ask(bomloPerson, bomlo, answers.bomlo);
      return event.id;
    });
  const view = async () => {
    const network = await region.inside((db) => networkView(db, { id: networkId, today, now }));
    if (!network) throw new Error("There is no network");
    return network.gatherings;
  };
  const own = (actorIds: string[]) => region.inside((db) => ownNetworks(db, { actorIds, now }));
  return { ...region, networkId, vossPerson, gather, view, own };
}

describe("the gatherings of a network", () => {
  it("are those to come, the nearest first, and those that have been, the last first", async () => {
    const { gather, view } = await setUp();
    for (const day of ["2026-09-01", "2026-06-01", "2026-01-15", "2026-03-15"]) await gather(day, { voss: null });
    const { coming, past } = await view();
    expect(coming.map(({ title }) => title)).toEqual(["Samling 2026-06-01", "Samling 2026-09-01"]);
    expect(past.map(({ title }) => title)).toEqual(["Samling 2026-03-15", "Samling 2026-01-15"]);
    expect(coming[0]).toMatchObject({ invited: 1, counts: { yes: 0, maybe: 0, no: 0, none: 1 } });
  });

  it("have a table of answers in the order of time, cancelled ones and those nobody was asked to left out", async () => {
    const { gather, view } = await setUp();
    await gather("2026-03-15", { voss: "accepted", bomlo: null });
    await gather("2026-01-15", { voss: "declined" });
    await gather("2026-02-01", { voss: "accepted" }, "cancelled");
    await gather("2026-09-01", {});
    const { gatherings, rows } = (await view()).answers;
    expect(gatherings.map(({ title }) => title)).toEqual(["Samling 2026-01-15", "Samling 2026-03-15"]);
    expect(gatherings[1]?.counts).toEqual({ yes: 1, maybe: 0, no: 0, none: 1 });
    expect(rows).toMatchObject([
      { name: "Bømlo", cells: ["not-asked", "none"] },
      { name: "Voss", cells: ["declined", "accepted"] },
    ]);
  });

  it("say who has been silent the last three times, the one to come not counted", async () => {
    const { gather, view } = await setUp();
    for (const day of ["2026-01-15", "2026-02-15", "2026-03-15"]) await gather(day, { voss: null, bomlo: "declined" });
    await gather("2026-01-01", { voss: "accepted", bomlo: "accepted" });
    await gather("2026-06-01", { voss: "accepted", bomlo: null });
    expect((await view()).answers.silent).toMatchObject([
      { name: "Bømlo", why: "has-not-come" },
      { name: "Voss", why: "has-not-answered" },
    ]);
  });

  it("do not count an invitation that somebody else has taken over", async () => {
    const { gather, view, inside, vossPerson } = await setUp();
    await gather("2026-06-01", { voss: "accepted", bomlo: null });
    await inside((db) => db.invitation.updateMany({ where: { personId: vossPerson }, data: { withdrawnAt: now } }));
    expect((await view()).coming[0]).toMatchObject({ invited: 1, counts: { yes: 0, none: 1 } });
  });
});

describe("a network leader's own networks", () => {
  it("are those her actors run, the next gathering first, with its answers and who has been silent", async () => {
    const { addNetwork, gather, own, unit, centre, ks } = await setUp();
    await addNetwork({ name: "Aktiv", operators: "USHT" });
    await addNetwork({ name: "Etikk", operators: "KS" });
    for (const day of ["2026-01-15", "2026-02-15", "2026-03-15"]) await gather(day, { voss: null });
    await gather("2026-06-01", { voss: "accepted", bomlo: null });
    const mine = await own([centre]);
    expect(mine.total).toBe(2);
    expect(mine.networks).toMatchObject([
      {
        name: "Matnettverket",
        next: { title: "Samling 2026-06-01", invited: 2, counts: { yes: 1, maybe: 0, no: 0, none: 1 } },
        silentWords: expect.stringContaining("Voss"),
      },
      { name: "Aktiv", next: null, silentWords: "" },
    ]);
    expect((await own([unit])).networks.map(({ name }) => name)).toEqual(["Matnettverket"]);
    expect((await own([ks])).networks.map(({ name }) => name)).toEqual(["Etikk"]);
    expect(await own([])).toEqual({ networks: [], total: 0 });
  });
});
