import { beforeAll, describe, expect, it } from "vitest";
import { type NetworkRegion, networkRegion } from "#tests/features/networks/scene";
import { useDatabase } from "#tests/support/database";
import { call, type Part, type Route, signInTo } from "#tests/support/routes";
import type { RoleKind } from "~/domain/auth/permissions";
import * as editPublication from "~/routes/publications/edit-publication";
import * as newPublication from "~/routes/publications/new-publication";
import * as publicPublications from "~/routes/publications/public-publications";
import * as publication from "~/routes/publications/publication";
import * as publications from "~/routes/publications/publications";
import * as publicRegion from "~/routes/regions/public-region";

const database = useDatabase();

let vestland: NetworkRegion;
let other: NetworkRegion;
let ids: Record<"own" | "others" | "regions" | "foreign", string>;
const cookies = { coordinator: "", leader: "", publisher: "", reader: "" };

const fields = {
  ...{ kind: "talk", title: "Innlegg", day: "2021-05-19", place: "", author: "", link: "", text: "" },
  ...{ planRowId: "", actorId: "", version: "0" },
};

const add = (region: NetworkRegion, data: { actorId?: string; open?: boolean; title?: string; day?: Date }) =>
  region.inside(async (db) => {
    const said = { kind: "talk" as const, title: "Innlegg", day: new Date("2021-05-19") };
    return (await db.publication.create({ data: { ...said, ...data } })).id;
  });

beforeAll(async () => {
  vestland = await networkRegion(database.url().adminUrl);
  other = await networkRegion(database.url().adminUrl);
  const signIn = (kind: RoleKind, actorId: string | null) =>
    signInTo(database.url().adminUrl, vestland.id, { kind, actorId });
  cookies.coordinator = await signIn("coordinator", null);
  cookies.leader = await signIn("network_leader", vestland.centre);
  cookies.publisher = await signIn("webinar_publisher", vestland.ks);
  cookies.reader = await signIn("reader", null);
  ids = {
    own: await add(vestland, { actorId: vestland.unit }),
    others: await add(vestland, { actorId: vestland.ks }),
    regions: await add(vestland, {}),
    foreign: await add(other, { open: true, title: "Ein annan region" }),
  };
});

const editing: [string, Part, Route][] = [
  ["edit-publication", "loader", editPublication],
  ["edit-publication", "action", editPublication],
  ["publication (its removal)", "action", publication],
];

describe("an editor of an actor", () => {
  it.each(editing)("edits its publications and its units', and nobody else's: %s, %s", async (_name, part, route) => {
    const at = async (id: string) =>
      (await call(route, part, { region: vestland.slug, publication: id }, cookies.leader, { ...fields, version: "7" }))
        .status;
    expect([200, 400, 409]).toContain(await at(ids.own));
    expect(await at(ids.others)).toBe(403);
    expect(await at(ids.regions)).toBe(403);
    expect(await at(ids.foreign)).toBe(404);
    expect(await at("x")).toBe(404);
  });

  it("logs for her own, and is told at the field when it is another's", async () => {
    const post = (actorId: string) =>
      call(newPublication, "action", { region: vestland.slug }, cookies.publisher, { ...fields, actorId });
    expect((await post(vestland.ks)).status).toBe(302);
    for (const actorId of ["", vestland.unit, other.ks])
      expect(await post(actorId)).toMatchObject({ status: 400, body: { errors: { actorId: expect.any(String) } } });
  });

  it("is told from one who only reads, and from a coordinator", async () => {
    const at = { region: vestland.slug, publication: ids.others };
    for (const [who, status] of [
      ["coordinator", 200],
      ["reader", 403],
    ] as const) {
      expect((await call(editPublication, "loader", at, cookies[who])).status).toBe(status);
      expect((await call(newPublication, "loader", { region: vestland.slug }, cookies[who])).status).toBe(status);
    }
    expect((await call(publication, "loader", at, cookies.reader)).body).toMatchObject({ mayEdit: false });
    expect((await call(publications, "loader", { region: vestland.slug }, cookies.reader)).body).toMatchObject({
      mayMake: false,
    });
    const removing = await call(publication, "loader", at, cookies.reader, undefined, "?remove");
    expect(removing.body).toMatchObject({ removing: false });
  });
});

describe("two who edit one publication", () => {
  it("lose nothing: the second is told, with all that was typed and the version that stands", async () => {
    const at = { region: vestland.slug, publication: await add(vestland, {}) };
    const save = (more: Record<string, string>) =>
      call(editPublication, "action", at, cookies.coordinator, { ...fields, ...more });
    expect((await save({ title: "Først" })).status).toBe(302);
    const typed = { title: "Sist", text: "مرحبا 🎙️", place: "Voss", open: "on" };
    expect(await save(typed)).toMatchObject({
      status: 409,
      body: { values: typed, version: 1, errors: { form: expect.any(String) } },
    });
    expect((await save({ ...typed, version: "1" })).status).toBe(302);
  });
});

describe("a publication", () => {
  it("is removed by the button that says so, and by no empty form", async () => {
    const at = { region: vestland.slug, publication: await add(vestland, {}) };
    expect((await call(publication, "action", at, cookies.coordinator, {})).status).toBe(400);
    expect((await call(publication, "loader", at, cookies.coordinator)).status).toBe(200);
    expect((await call(publication, "action", at, cookies.coordinator, { intent: "remove" })).status).toBe(302);
    expect((await call(publication, "loader", at, cookies.coordinator)).status).toBe(404);
  });
});

describe("the public pages", () => {
  it("show everybody what is open and has been said, of the region alone", async () => {
    const region = await networkRegion(database.url().adminUrl);
    await add(region, { title: "Open", open: true });
    await add(region, { title: "Lukka" });
    await add(region, { title: "Kjem", open: true, day: new Date("2099-01-01") });
    const all = await call(publicPublications, "loader", { region: region.slug }, "");
    expect(all).toMatchObject({ status: 200, body: { view: { total: 1, publications: [{ title: "Open" }] } } });
    expect((await call(publicRegion, "loader", { region: region.slug }, "")).body).toMatchObject({
      publications: [{ title: "Open" }],
    });
    expect(JSON.stringify(all.body)).not.toMatch(/Lukka|Kjem|Ein annan/);
  });

  it("are not found where there is no region, and read any address", async () => {
    for (const slug of ["no-such-region", "%", ""])
      expect((await call(publicPublications, "loader", { region: slug }, "")).status).toBe(404);
    for (const query of ["?after=x", `?after=2021-02-30~${ids.own}`, "?after=~~~", "?lang=en&after="])
      expect((await call(publicPublications, "loader", { region: other.slug }, "", undefined, query)).status).toBe(200);
  });
});
