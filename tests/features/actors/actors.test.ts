import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { actorView } from "~/features/actors/actor.view.server";
import type { ActorUses } from "~/features/actors/actor-uses.db.server";
import { actorsInPlanView, actorsView } from "~/features/actors/actors.view.server";
import { addActorPerson, changeActorPerson, removeActorPerson } from "~/features/actors/change-people.server";
import { addTask, changeTask, moveTask, removeTask } from "~/features/actors/change-tasks.server";
import { type ActorInput, addActor, changeActor } from "~/features/actors/keep-actor.server";
import { endActor, removeActor } from "~/features/actors/remove-actor.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

const database = useDatabase();
const today = "2026-11-22";
const all = { today, after: null, search: "" };

async function inRegion<T>(work: (db: RegionDb) => Promise<T>): Promise<T> {
  const region = await makeRegion(database.url().adminUrl);
  return withRegion({ regionId: region.id, personId: null, via: "session" }, work);
}

const input = (name: string, more: Partial<ActorInput> = {}): ActorInput => ({
  name,
  shortName: "",
  kind: "other",
  tier: "core",
  role: "",
  responsibility: "",
  web: "",
  first: null,
  last: null,
  parentId: null,
  aliases: "",
  ...more,
});

async function made(db: RegionDb, name: string, more: Partial<ActorInput> = {}): Promise<string> {
  const added = await addActor(db, input(name, more));
  if (!added.ok) throw new Error(added.reason);
  return added.id;
}

const seen = (db: RegionDb, id: string, removing = false) =>
  actorView(db, { id, today, after: null, search: "", removing });

describe("the actors of a region", () => {
  it("come by tier in the region's order, units under their actor and ended ones apart", () =>
    inRegion(async (db) => {
      const usht = await made(db, "USHT", { tier: "extended" });
      await made(db, "USHT Vest", { parentId: usht, tier: "extended" });
      await made(db, "KS");
      await made(db, "Fylkesmannen", { last: "2020-12-31" });
      const view = await actorsView(db, all);
      expect(view.tiers.map(({ tier, actors }) => [tier, actors.map(({ name }) => name)])).toEqual([
        ["core", ["KS"]],
        ["extended", ["USHT"]],
      ]);
      expect(view.tiers[1]?.actors[0]?.units.map(({ name }) => name)).toEqual(["USHT Vest"]);
      expect(view.ended.map(({ name }) => name)).toEqual(["Fylkesmannen"]);
      expect(view.counts).toEqual({ standing: 2, units: 1, ended: 1 });
      const found = await actorsView(db, { ...all, search: "vest" });
      expect(found.tiers.flatMap(({ actors }) => actors.map(({ name }) => name))).toEqual(["USHT"]);
    }));

  it("are none in a new region", () =>
    inRegion(async (db) => {
      const view = await actorsView(db, all);
      expect(view).toMatchObject({ tiers: [], ended: [], shown: 0, next: null });
    }));

  it("come fifty at a time, each once", () =>
    inRegion(async (db) => {
      await db.actor.createMany({
        data: Array.from({ length: 120 }, (_, at) => ({
          position: at % 7,
          name: `Aktør ${at}`,
          tier: (["outside", "core", "extended"] as const)[at % 3] ?? "core",
        })),
      });
      const names: string[] = [];
      let after: string | null = null;
      do {
        const view: Awaited<ReturnType<typeof actorsView>> = await actorsView(db, { ...all, after });
        names.push(...view.tiers.flatMap(({ actors }) => actors.map(({ name }) => name)));
        after = view.next;
      } while (after);
      expect(names).toHaveLength(120);
      expect(new Set(names).size).toBe(120);
    }));

  it("stand in the plan with their tasks in their own order, those outside left out", () =>
    inRegion(async (db) => {
      const ks = await made(db, "KS", { role: "Part" });
      await made(db, "Utanfor", { tier: "outside" });
      await addTask(db, { actorId: ks, name: "Rettleie" });
      await addTask(db, { actorId: ks, name: "Koordinere" });
      const rows = await actorsInPlanView(db, today);
      expect(rows.map(({ name, tasks }) => [name, tasks.map((task) => task.name)])).toEqual([
        ["KS", ["Rettleie", "Koordinere"]],
      ]);
    }));
});

describe("an actor", () => {
  it("is refused with an end before its start, and as a unit of a unit, of itself or of nobody", () =>
    inRegion(async (db) => {
      const usht = await made(db, "USHT");
      const unit = await made(db, "USHT Vest", { parentId: usht });
      const reason = async (more: Partial<ActorInput>) => {
        const added = await addActor(db, input("X", more));
        return added.ok || added.reason;
      };
      expect(await reason({ first: "2022-01-02", last: "2022-01-01" })).toBe("end-before-start");
      expect(await reason({ parentId: unit })).toBe("parent-is-unit");
      expect(await reason({ parentId: newId() })).toBe("no-such-parent");
      const ks = await made(db, "KS");
      const change = (id: string, parentId: string) => changeActor(db, { ...input("N"), id, version: 0, parentId });
      expect(await change(ks, ks)).toMatchObject({ reason: "own-unit" });
      expect(await change(usht, ks)).toMatchObject({ reason: "has-units" });
    }));

  it("takes no other way of writing that means another, and says which", () =>
    inRegion(async (db) => {
      await made(db, "Husbanken", { aliases: "Banken", shortName: "HB" });
      await db.group.create({ data: { position: 0, name: "Styringsgruppa" } });
      await db.actorName.create({ data: { words: "dei andre", shown: "Dei andre" } });
      const taken = (aliases: string) => addActor(db, input("KS", { aliases }));
      expect(await taken("ks vest\nBANKEN")).toMatchObject({
        reason: "alias-taken",
        alias: "BANKEN",
        means: "Husbanken",
      });
      expect(await taken("hb")).toMatchObject({ reason: "alias-taken", means: "Husbanken" });
      expect(await taken("styringsgruppa")).toMatchObject({ reason: "alias-taken", means: "Styringsgruppa" });
      expect(await taken("dei andre")).toMatchObject({ reason: "alias-taken", means: null });
      expect(await taken("KS Vest")).toMatchObject({ ok: true });
    }));

  it("keeps what it was when somebody else was first, and gives back what stands", () =>
    inRegion(async (db) => {
      const id = await made(db, "KS");
      const first = await changeActor(db, { ...input("KS Vestland", { aliases: "ks" }), id, version: 0 });
      expect(first).toEqual({ ok: true, changed: true });
      const second = await changeActor(db, { ...input("KS region"), id, version: 0 });
      expect(second).toMatchObject({ reason: "changed-meanwhile", now: { name: "KS Vestland", version: 1 } });
      expect(await changeActor(db, { ...input("KS Vestland", { aliases: "ks" }), id, version: 1 })).toEqual({
        ok: true,
        changed: false,
      });
      const history = (await seen(db, id))?.history ?? [];
      expect(history.map(({ did, about }) => [did, about].filter(Boolean).join(": "))).toEqual([
        "La til skrivemåte: ks",
        "Endret aktør",
        "La til aktør",
      ]);
      expect(history[1]?.changes).toEqual([{ field: "Navn", before: "KS", after: "KS Vestland" }]);
    }));

  it("is removed when nothing stands on it, its tasks and spellings with it", () =>
    inRegion(async (db) => {
      const id = await made(db, "Feil", { aliases: "feila" });
      await addTask(db, { actorId: id, name: "Ingenting" });
      expect(await removeActor(db, id)).toEqual({ ok: true, name: "Feil" });
      expect(await db.actor.count()).toBe(0);
      expect(await db.actorName.count()).toBe(0);
      expect(await removeActor(db, id)).toMatchObject({ reason: "not-found" });
    }));

  it("is not removed while anything stands on it, and says what", () =>
    inRegion(async (db) => {
      const id = await made(db, "KS");
      const person = await db.person.create({ data: { name: "Rådgjevar, KS", email: "radgjevar@ks.example" } });
      const of = { actorId: id };
      const uses: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
        ["units", () => made(db, "Eining", { parentId: id }), () => db.actor.deleteMany({ where: { parentId: id } })],
        [
          "networks",
          () => db.network.create({ data: { position: 0, name: "Nettverk", runBy: { create: of } } }),
          () => db.network.deleteMany(),
        ],
        [
          "groups",
          () => db.group.create({ data: { position: 0, name: "Gruppe", ...of } }),
          () => db.group.deleteMany(),
        ],
        [
          "people",
          () => addActorPerson(db, { ...of, personId: person.id, title: "", first: null, last: null }),
          () => db.actorPerson.deleteMany(),
        ],
        [
          "editors",
          () =>
            db.role.create({
              data: { ...of, personId: person.id, kind: "network_leader", validFrom: new Date("2020-01-01") },
            }),
          () => db.role.deleteMany(),
        ],
        [
          "tasksWithParts",
          async () => {
            const added = await addTask(db, { actorId: id, name: "Oppgåve" });
            const taskId = added.ok ? added.id : "";
            await db.responsibility.create({ data: { ...of, taskId, part: "performs" } });
          },
          () => db.responsibility.deleteMany(),
        ],
        [
          "audiences",
          () =>
            db.audience.create({ data: { name: "Alle", rules: { create: { position: 0, kind: "actor", ...of } } } }),
          () => db.audience.deleteMany(),
        ],
      ];
      for (const [what, add, drop] of uses) {
        await add();
        const refused = await removeActor(db, id);
        expect(refused, what).toMatchObject({ reason: "in-use" });
        const found: Partial<ActorUses> = refused.ok || refused.reason !== "in-use" ? {} : refused.uses;
        const used = Object.entries(found).filter(([, use]) => (typeof use === "number" ? use > 0 : use.length > 0));
        expect(
          used.map(([name]) => name),
          what,
        ).toContain(what);
        await drop();
      }
      expect(await removeActor(db, id)).toMatchObject({ ok: true });
    }));

  it("ends after its last day, not before its first, and what goes on is told", () =>
    inRegion(async (db) => {
      const id = await made(db, "USHT", { first: "2021-01-01" });
      await made(db, "USHT Vest", { parentId: id });
      expect(await endActor(db, { id, version: 0, last: "2020-12-31" })).toMatchObject({ reason: "end-before-start" });
      expect(await endActor(db, { id, version: 7, last: "2026-01-31" })).toMatchObject({ reason: "changed-meanwhile" });
      const ended = await endActor(db, { id, version: 0, last: "2026-01-31" });
      expect(ended).toMatchObject({ ok: true, open: { units: [{ name: "USHT Vest" }], responsibilities: 0 } });
      const view = await seen(db, id);
      expect(view?.actor.span).toEqual({ from: "2021-01-01", to: "2026-02-01" });
      expect(view?.open?.units).toHaveLength(1);
    }));

  it("of another region, or of an id that is none, is not there", () =>
    inRegion(async (db) => {
      const other = await inRegion((elsewhere) => made(elsewhere, "KS"));
      expect(await seen(db, other)).toBeNull();
      expect(await seen(db, "x")).toBeNull();
      expect(await addTask(db, { actorId: other, name: "x" })).toMatchObject({ reason: "not-found" });
      expect(await changeActor(db, { ...input("N"), id: other, version: 0 })).toMatchObject({ reason: "not-found" });
      expect(await endActor(db, { id: other, version: 0, last: today })).toMatchObject({ reason: "not-found" });
    }));
});

describe("the tasks of an actor", () => {
  const taskNames = async (db: RegionDb, id: string) => (await seen(db, id))?.tasks.map(({ name }) => name);

  it("have their own order, which changes by a place", () =>
    inRegion(async (db) => {
      const actorId = await made(db, "KS");
      const ids: string[] = [];
      for (const name of ["A", "B", "C"]) {
        const added = await addTask(db, { actorId, name });
        if (added.ok) ids.push(added.id);
      }
      const [a = "", , c = ""] = ids;
      expect(await moveTask(db, { actorId, id: c, direction: "up", today })).toEqual({ ok: true });
      expect(await taskNames(db, actorId)).toEqual(["A", "C", "B"]);
      expect(await moveTask(db, { actorId, id: a, direction: "up", today })).toMatchObject({ reason: "no-place" });
      const other = await made(db, "USHT");
      expect(await moveTask(db, { actorId: other, id: a, direction: "down", today })).toMatchObject({
        reason: "not-found",
      });
    }));

  it("get other words and a last day, and are removed unless somebody has a part in them", () =>
    inRegion(async (db) => {
      const actorId = await made(db, "KS");
      const added = await addTask(db, { actorId, name: "A" });
      const id = added.ok ? added.id : "";
      expect(await changeTask(db, { actorId, id, name: "Ny", last: "2026-01-01" })).toEqual({ ok: true });
      const view = await seen(db, actorId);
      expect(view?.pastTasks.map(({ name }) => name)).toEqual(["Ny"]);
      await db.responsibility.create({ data: { actorId, taskId: id, part: "accountable" } });
      expect(await removeTask(db, { actorId, id })).toEqual({ ok: false, reason: "has-parts", parts: 1 });
      await db.responsibility.deleteMany();
      expect(await removeTask(db, { actorId, id })).toEqual({ ok: true });
      expect(await removeTask(db, { actorId, id })).toMatchObject({ reason: "not-found" });
      expect(await changeTask(db, { actorId, id, name: "Ny", last: null })).toMatchObject({ reason: "not-found" });
    }));
});

describe("the people of an actor", () => {
  it("can work for several, but not twice for one on a day", () =>
    inRegion(async (db) => {
      const [ks, usht] = [await made(db, "KS"), await made(db, "USHT")];
      const { id: personId } = await db.person.create({ data: { name: "Rådgjevar", email: "r@ks.example" } });
      const days = { title: "Rådgjevar", first: null, last: "2025-12-31" };
      expect(await addActorPerson(db, { actorId: ks, personId, ...days })).toMatchObject({ ok: true });
      expect(await addActorPerson(db, { actorId: usht, personId, ...days })).toMatchObject({ ok: true });
      expect(await addActorPerson(db, { actorId: ks, personId, ...days })).toMatchObject({ reason: "works-there" });
      const again = await addActorPerson(db, { actorId: ks, personId, title: "", first: "2026-01-01", last: null });
      expect(again).toMatchObject({ ok: true });
      const id = again.ok ? again.id : "";
      const change = (more: { first: string | null; last: string | null }) =>
        changeActorPerson(db, { actorId: ks, id, title: "Leiar", ...more });
      expect(await change({ first: "2026-02-01", last: "2026-01-01" })).toMatchObject({ reason: "end-before-start" });
      expect(await change({ first: "2025-12-31", last: null })).toMatchObject({ reason: "works-there" });
      expect(await change({ first: "2026-03-01", last: null })).toEqual({ ok: true });
      const view = await seen(db, ks);
      expect(view?.people.map(({ title }) => title)).toEqual(["Leiar"]);
      expect(view?.formerPeople).toHaveLength(1);
      expect(await removeActorPerson(db, { actorId: usht, id })).toMatchObject({ reason: "not-found" });
      expect(await removeActorPerson(db, { actorId: ks, id })).toEqual({ ok: true });
      expect(await addActorPerson(db, { actorId: ks, personId: newId(), ...days })).toMatchObject({
        reason: "no-such-person",
      });
    }));
});
