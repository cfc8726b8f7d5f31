import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { readNames } from "~/domain/actors/names";
import { bindName, forgetName, rebindName } from "~/features/groups/bind-name.server";
import { nameBook } from "~/features/groups/name-book.view.server";
import { namesView, unknownNames } from "~/features/groups/names.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

const database = useDatabase();

async function inRegion<T>(work: (db: RegionDb) => Promise<T>): Promise<T> {
  const region = await makeRegion(database.url().adminUrl);
  return withRegion({ regionId: region.id, personId: null, via: "session" }, work);
}

async function withPlan(db: RegionDb) {
  const actor = (name: string, position: number, responsibility = "") =>
    db.actor.create({ data: { name, position, responsibility } });
  const ks = await actor("KS", 0);
  const fylke = await actor("Fylkeskommune", 1, "Vestland fylkeskommune");
  const group = await db.group.create({ data: { position: 0, name: "Arbeidsgruppa" } });
  const plan = await db.communicationsPlan.create({
    data: { from: new Date("2021-01-01"), to: new Date("2021-12-31") },
  });
  const row = (position: number, responsible: string) => ({
    planId: plan.id,
    position,
    responsible,
    channel: "Webinar",
    goal: "",
    theme: "",
    timing: "",
    audience: "",
  });
  await db.planRow.createMany({ data: [row(0, "KS, SOF"), row(1, "Vestland fylkeskommune"), row(2, "sof / KS, SOF")] });
  await db.network.create({ data: { position: 0, name: "Nettverket", operators: "KS i lag med SOF og HVL" } });
  return { ks, fylke, group };
}

describe("the book of names", () => {
  it("has the actors, the groups, what was said, and an actor's fuller name", () =>
    inRegion(async (db) => {
      const { fylke } = await withPlan(db);
      await bindName(db, { shown: "SOF", actorId: null, groupId: null });
      const book = await nameBook(db);
      expect(book.actors.map(({ name }) => name)).toEqual(["KS", "Fylkeskommune"]);
      expect(book.names).toEqual([
        { words: "sof", actorId: null, groupId: null },
        { words: "vestland fylkeskommune", actorId: fylke.id, groupId: null },
      ]);
      expect(readNames("Vestland fylkeskommune", book)[0]?.means).toEqual({ kind: "actor", id: fylke.id });
    }));
});

describe("names nobody knows", () => {
  it("are asked about once, with where they stand, a place that writes it twice once", () =>
    inRegion(async (db) => {
      await withPlan(db);
      const names = await unknownNames(db);
      expect(names.map(({ shown, count }) => [shown, count])).toEqual([
        ["SOF", 3],
        ["HVL", 1],
      ]);
      expect(names[0]?.places.map(({ kind, name }) => [kind, name])).toEqual([
        ["plan-row", "Webinar"],
        ["plan-row", "Webinar"],
        ["network", "Nettverket"],
      ]);
    }));

  it("mean what they are said to, for every place, until that is changed or forgotten", () =>
    inRegion(async (db) => {
      const { ks, group } = await withPlan(db);
      expect(await bindName(db, { shown: " sOF ", actorId: null, groupId: group.id })).toEqual({ ok: true });
      expect((await unknownNames(db)).map(({ shown }) => shown)).toEqual(["HVL"]);
      const [said] = (await namesView(db)).said;
      const id = said?.id ?? "";
      expect(said).toMatchObject({ shown: "sOF", groupId: group.id });
      expect(await rebindName(db, { id, actorId: ks.id, groupId: null })).toEqual({ ok: true });
      expect((await namesView(db)).said[0]).toMatchObject({ actorId: ks.id, groupId: null });
      expect(await forgetName(db, id)).toEqual({ ok: true });
      expect((await unknownNames(db)).map(({ shown }) => shown)).toContain("SOF");
      expect(await forgetName(db, id)).toMatchObject({ reason: "not-found" });
      expect(await rebindName(db, { id, actorId: null, groupId: null })).toMatchObject({ reason: "not-found" });
    }));

  it("take no meaning that is not there, no empty words, and none over what another has said", () =>
    inRegion(async (db) => {
      const { ks } = await withPlan(db);
      const bind = (shown: string, actorId: string | null) => bindName(db, { shown, actorId, groupId: null });
      expect(await bind("SOF", newId())).toMatchObject({ reason: "no-such-meaning" });
      expect(await bind("  ", ks.id)).toMatchObject({ reason: "no-words" });
      expect(await bind("SOF", ks.id)).toEqual({ ok: true });
      expect(await bind("sof", ks.id)).toEqual({ ok: true });
      expect(await bind("SOF", null)).toMatchObject({ reason: "said-already" });
    }));
});

describe("names with a meaning", () => {
  it("are shown fifty at a time", () =>
    inRegion(async (db) => {
      const row = (_: unknown, at: number) => ({ words: `namn ${String(at).padStart(3, "0")}`, shown: `Namn ${at}` });
      await db.actorName.createMany({ data: Array.from({ length: 60 }, row) });
      const first = await namesView(db);
      expect([first.said.length, first.saidTotal]).toEqual([50, 60]);
      const rest = await namesView(db, { after: first.next });
      expect([rest.said.map(({ shown }) => shown)[0], rest.said.length, rest.next]).toEqual(["Namn 50", 10, null]);
    }));
});
