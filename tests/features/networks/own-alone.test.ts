import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { type Answer, call, type Part, type Route, signInTo } from "#tests/support/routes";
import { eventActors } from "~/features/events/event-actors.view.server";
import * as cancelEvent from "~/routes/events/cancel-event";
import * as editEvent from "~/routes/events/edit-event";
import * as event from "~/routes/events/event";
import * as events from "~/routes/events/events";
import * as invite from "~/routes/events/invite";
import * as newEvent from "~/routes/events/new-event";
import * as editNetwork from "~/routes/networks/edit-network";
import * as network from "~/routes/networks/network";
import * as newNetwork from "~/routes/networks/new-network";
import * as publicNetwork from "~/routes/networks/public-network";
import * as publicRegion from "~/routes/regions/public-region";
import { type NetworkRegion, networkRegion } from "./scene";

const database = useDatabase();

let vestland: NetworkRegion;
let other: NetworkRegion;
const cookies: Record<"coordinator" | "leader" | "reader" | "nobody", string> = {
  ...{ coordinator: "", leader: "", reader: "", nobody: "" },
};
let ids: {
  ownNetwork: string;
  otherNetwork: string;
  ownEvent: string;
  networkEvent: string;
  otherEvent: string;
  foreignNetwork: string;
  foreignEvent: string;
};

/** Somebody with a role in the region, signed in. */
const signIn = (
  region: NetworkRegion,
  kind: "coordinator" | "network_leader" | "reader",
  actorId: string | null,
): Promise<string> => signInTo(database.url().adminUrl, region.id, { kind, actorId });

const addEvent = (region: NetworkRegion, data: { actorId?: string; networkId?: string }) =>
  region.inside(async (db) => {
    const at = { startsAt: new Date("2031-05-14T08:00:00Z"), endsAt: new Date("2031-05-14T10:00:00Z") };
    return (await db.event.create({ data: { ...at, ...data, title: "Samling", zone: "Europe/Oslo" } })).id;
  });

beforeAll(async () => {
  vestland = await networkRegion(database.url().adminUrl);
  other = await networkRegion(database.url().adminUrl);
  cookies.coordinator = await signIn(vestland, "coordinator", null);
  cookies.leader = await signIn(vestland, "network_leader", vestland.centre);
  cookies.reader = await signIn(vestland, "reader", null);
  const ownNetwork = await vestland.addNetwork({ name: "Aktiv", operators: "USHT Helse Fonna" });
  const otherNetwork = await vestland.addNetwork({ name: "Etikk", operators: "KS" });
  const foreignNetwork = await other.addNetwork({ name: "Aktiv", operators: "USHT", open: true });
  ids = {
    ...{ ownNetwork, otherNetwork, foreignNetwork },
    ownEvent: await addEvent(vestland, { actorId: vestland.unit }),
    networkEvent: await addEvent(vestland, { networkId: ownNetwork }),
    otherEvent: await addEvent(vestland, { actorId: vestland.ks, networkId: otherNetwork }),
    foreignEvent: await addEvent(other, { actorId: other.centre }),
  };
});

const fields = {
  ...{ title: "Samling", kind: "meeting", date: "2031-05-14", start: "09:00", end: "10:30", version: "-1" },
  ...{ name: "", intent: "end", last: "2026-01-01" },
};

const ofNetwork: [string, Part, Route][] = [
  ["edit-network", "loader", editNetwork],
  ["edit-network", "action", editNetwork],
  ["network (its members)", "action", network],
];
const ofEvent: [string, Part, Route][] = [
  ["edit-event", "loader", editEvent],
  ["edit-event", "action", editEvent],
  ["cancel-event", "loader", cancelEvent],
  ["invite", "loader", invite],
  ["event (its changes)", "action", event],
];

describe("an editor of an actor", () => {
  it.each(ofNetwork)("edits its networks, and nobody else's: %s, %s", async (_name, part, route) => {
    const at = (id: string) => call(route, part, { region: vestland.slug, network: id }, cookies.leader, fields);
    expect([200, 400]).toContain((await at(ids.ownNetwork)).status);
    expect((await at(ids.otherNetwork)).status).toBe(403);
    expect((await at(ids.foreignNetwork)).status).toBe(404);
    expect((await at("x")).status).toBe(404);
  });

  it.each(ofEvent)(
    "edits its events and those of its networks, and nobody else's: %s, %s",
    async (_name, part, route) => {
      const at = (id: string) => call(route, part, { region: vestland.slug, event: id }, cookies.leader, fields);
      expect([200, 400, 409]).toContain((await at(ids.ownEvent)).status);
      expect([200, 400, 409]).toContain((await at(ids.networkEvent)).status);
      expect((await at(ids.otherEvent)).status).toBe(403);
      expect((await at(ids.foreignEvent)).status).toBe(404);
      expect((await at("x")).status).toBe(404);
    },
  );

  it.each([
    ["cancel-event", cancelEvent],
    ["invite", invite],
  ])("does not change another's by posting to %s", async (_name, route) => {
    const at = (id: string) => call(route, "action", { region: vestland.slug, event: id }, cookies.leader, fields);
    expect((await at(ids.otherEvent)).status).toBe(403);
    expect((await at(ids.foreignEvent)).status).toBe(404);
  });

  it.each([
    ["coordinator", 200],
    ["reader", 403],
  ] as const)("is told from a %s", async (who, status) => {
    const network = { region: vestland.slug, network: ids.otherNetwork };
    expect((await call(editNetwork, "loader", network, cookies[who])).status).toBe(status);
    const event = { region: vestland.slug, event: ids.otherEvent };
    expect((await call(editEvent, "loader", event, cookies[who])).status).toBe(status);
    expect((await call(newNetwork, "loader", { region: vestland.slug }, cookies[who])).status).toBe(status);
    expect((await call(newEvent, "loader", { region: vestland.slug }, cookies[who])).status).toBe(status);
  });

  it("is offered what is hers alone, and not another's network to gather", async () => {
    const at = (query: string) => call(newEvent, "loader", { region: vestland.slug }, cookies.leader, undefined, query);
    const { body } = await at(`?network=${ids.ownNetwork}`);
    expect(body).toMatchObject({
      network: "Aktiv",
      values: { kind: "network_gathering", networkId: ids.ownNetwork },
      options: {
        limited: true,
        actors: [{ label: "USHT" }, { label: "USHT Helse Fonna" }],
        networks: [{ label: "Aktiv" }],
      },
    });
    expect((await at(`?network=${ids.otherNetwork}`)).status).toBe(403);
    expect((await call(events, "loader", { region: vestland.slug }, cookies.leader)).body).toMatchObject({
      mayMake: true,
    });
  });

  it("makes events of her own actors and networks, and of no others", async () => {
    const post = (more: Record<string, string>) =>
      call(newEvent, "action", { region: vestland.slug }, cookies.leader, { ...fields, ...more });
    const refused = (answer: Answer) => Object.keys((answer.body as { errors: object }).errors);
    expect(refused(await post({}))).toEqual(["actorId"]);
    expect(refused(await post({ actorId: vestland.ks }))).toEqual(["actorId"]);
    expect(refused(await post({ networkId: ids.otherNetwork }))).toEqual(["networkId"]);
    expect(refused(await post({ actorId: other.centre }))).toEqual(["actorId"]);
    expect(refused(await post({ networkId: ids.foreignNetwork, actorId: vestland.unit }))).toEqual(["networkId"]);
    expect((await post({ actorId: vestland.unit })).status).toBe(302);
    expect((await post({ networkId: ids.ownNetwork, title: "Haustsamling" })).status).toBe(302);
    const made = await vestland.inside((db) => db.event.findFirstOrThrow({ where: { title: "Haustsamling" } }));
    expect(made).toMatchObject({ networkId: ids.ownNetwork, actorId: vestland.unit });
  });

  it("may keep what stands of an event, and not give it to others", async () => {
    const id = await addEvent(vestland, { actorId: vestland.ks, networkId: ids.ownNetwork });
    const save = (more: Record<string, string>) =>
      call(editEvent, "action", { region: vestland.slug, event: id }, cookies.leader, {
        ...fields,
        version: "0",
        ...more,
      });
    const given = await save({ actorId: vestland.ks });
    expect(given).toMatchObject({ status: 400, body: { errors: { actorId: expect.any(String) } } });
    expect((await save({ actorId: vestland.ks, networkId: ids.ownNetwork, place: "Voss" })).status).toBe(302);
    expect(await vestland.inside((db) => db.event.findFirstOrThrow({ where: { id } }))).toMatchObject({
      ...{ actorId: vestland.ks, networkId: ids.ownNetwork, place: "Voss" },
    });
  });
});

describe("whose an event is", () => {
  it("is the actor that holds it, those that run its network, and what they are units of", async () => {
    const actors = (id: string) => vestland.inside((db) => eventActors(db, id));
    expect((await actors(ids.ownEvent))?.sort()).toEqual([vestland.centre, vestland.unit].sort());
    expect((await actors(ids.networkEvent))?.sort()).toEqual([vestland.centre, vestland.unit].sort());
    expect(await actors(ids.otherEvent)).toEqual([vestland.ks]);
    expect(await actors(ids.foreignEvent)).toBeNull();
    expect(await actors("x")).toBeNull();
  });
});

describe("the public page of a region", () => {
  it("is for everybody, with the networks that are open and no other", async () => {
    const { status, body } = await call(publicRegion, "loader", { region: other.slug }, "");
    expect(status).toBe(200);
    expect(body).toMatchObject({ networks: [{ id: ids.foreignNetwork, name: "Aktiv", operators: ["USHT"] }] });
    expect((await call(publicRegion, "loader", { region: vestland.slug }, "")).body).toMatchObject({ networks: [] });
  });

  it("is not found where there is no region, and no network that is closed, another's or none", async () => {
    for (const slug of ["no-such-region", "favicon.ico", "%", ""])
      expect((await call(publicRegion, "loader", { region: slug }, "")).status).toBe(404);
    const at = (slug: string, id: string) => call(publicNetwork, "loader", { region: slug, network: id }, "");
    expect((await at(other.slug, ids.foreignNetwork)).status).toBe(200);
    expect((await at(vestland.slug, ids.foreignNetwork)).status).toBe(404);
    expect((await at(vestland.slug, ids.ownNetwork)).status).toBe(404);
    expect((await at(vestland.slug, "x")).status).toBe(404);
  });
});
