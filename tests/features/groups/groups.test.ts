import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import {
  addMember,
  changeMember,
  endMember,
  type MemberOf,
  removeMember,
} from "~/features/groups/change-members.server";
import { groupActors, groupChoices } from "~/features/groups/group-members.view.server";
import { groupsView, groupView, memberChoices } from "~/features/groups/groups.view.server";
import { editGroup, type GroupInput, newGroup } from "~/features/groups/keep-group.server";
import { removeGroup } from "~/features/groups/remove-group.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = "2026-05-26";
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const nobody: MemberOf = { personId: null, memberGroupId: null, actorId: null, municipalityId: null };
const input: GroupInput = { name: "Gruppe", kind: "working", purpose: "", actorId: null, first: null, last: null };

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const actor = (name: string) => inside((db) => db.actor.create({ data: { name, position: 1 } }));
  const person = (name: string) =>
    inside((db) => db.person.create({ data: { name, email: `${name.toLowerCase()}@samvirk.example` } }));
  const group = async (more: Partial<GroupInput> = {}) => {
    const made = await inside((db) => newGroup(db, { ...input, ...more }));
    if (!made.ok) throw new Error(made.reason);
    return made.id;
  };
  const join = (groupId: string, member: Partial<MemberOf>, days: { first?: string; last?: string } = {}) =>
    inside((db) =>
      addMember(db, { groupId, member: { ...nobody, ...member }, part: "member", first: null, last: null, ...days }),
    );
  const joined = async (...args: Parameters<typeof join>) => {
    const added = await join(...args);
    if (!added.ok) throw new Error(added.reason);
    return added.id;
  };
  return { inside, actor, person, group, join, joined };
}

describe("a group", () => {
  it("is made, changed, ended, and shows what has happened to it", async () => {
    const { inside, group, actor } = await setUp();
    const sfvl = await actor("Statsforvaltaren");
    const id = await group({ actorId: sfvl.id, kind: "project" });
    const change = { ...input, id, version: 0, name: "Prosjektgruppa", kind: "project" as const, actorId: sfvl.id };
    expect(await inside((db) => editGroup(db, { ...change, last: "2026-05-25" }))).toEqual({ ok: true });
    const view = await inside((db) => groupView(db, { id, today }));
    expect(view?.group).toMatchObject({ name: "Prosjektgruppa", version: 1, span: { from: null, to: "2026-05-26" } });
    expect(view?.history.map(({ did, changes }) => [did, changes.map(({ field }) => field)])).toEqual([
      ["Endret gruppe", ["Navn", "Gjelder ikke fra"]],
      ["La til gruppe", []],
    ]);
    const list = await inside((db) => groupsView(db, { today, ended: true, after: null }));
    expect(list.kinds.map(({ kind, groups }) => [kind, groups.map(({ name }) => name)])).toEqual([
      ["project", ["Prosjektgruppa"]],
    ]);
    expect(list.counts).toEqual({ standing: 0, ended: 1 });
  });

  it("refuses to be saved over what another has saved, to end before it begins, and an actor that is not there", async () => {
    const { inside, group } = await setUp();
    const id = await group();
    await inside((db) => editGroup(db, { ...input, id, version: 0, name: "Den fyrste" }));
    expect(await inside((db) => editGroup(db, { ...input, id, version: 0 }))).toEqual({
      ok: false,
      reason: "changed-meanwhile",
      version: 1,
    });
    const other = await setUp();
    const foreign = await other.actor("KS");
    expect(await inside((db) => newGroup(db, { ...input, actorId: foreign.id }))).toMatchObject({
      reason: "no-such-actor",
    });
    expect(await inside((db) => newGroup(db, { ...input, first: "2026-02-02", last: "2026-02-01" }))).toMatchObject({
      reason: "end-before-start",
    });
    expect(await other.inside((db) => groupView(db, { id, today }))).toBeNull();
  });

  it("is paged by fifty, by what it is for and in the region's order, each once", async () => {
    const { inside, group } = await setUp();
    for (let at = 0; at < 60; at++) await group({ name: `G${at}`, kind: at % 2 ? "steering" : "working" });
    const first = await inside((db) => groupsView(db, { today, ended: false, after: null }));
    const second = await inside((db) => groupsView(db, { today, ended: false, after: first.next }));
    const names = [first, second].flatMap((page) => page.kinds.flatMap(({ groups }) => groups.map(({ name }) => name)));
    expect([first.shown, second.shown, second.next]).toEqual([50, 10, null]);
    expect(new Set(names).size).toBe(60);
  });

  it("is removed when it was a slip, and not when it has had members", async () => {
    const { inside, group, person, joined } = await setUp();
    const [empty, used] = [await group(), await group()];
    await joined(used, { personId: (await person("Ein")).id });
    expect(await inside((db) => removeGroup(db, empty))).toEqual({ ok: true });
    expect(await inside((db) => removeGroup(db, used))).toEqual({ ok: false, reason: "in-use" });
  });
});

describe("the members of a group", () => {
  it("are persons for somebody, actors, municipalities and groups, each from and to a day", async () => {
    const { inside, group, person, actor, joined } = await setUp();
    const municipality = await inside(async (db) => {
      const voss = await db.municipality.findFirstOrThrow({ where: { name: "Voss" } });
      await db.regionMunicipality.create({ data: { municipalityId: voss.id } });
      return voss;
    });
    const [id, inner, ks, one] = [
      await group(),
      await group({ name: "Indre" }),
      await actor("KS"),
      await person("Ein"),
    ];
    await joined(id, { personId: one.id, municipalityId: municipality.id }, { first: "2026-01-01" });
    await joined(id, { actorId: ks.id });
    await joined(id, { municipalityId: municipality.id });
    await joined(id, { memberGroupId: inner });
    const past = await joined(id, { personId: (await person("To")).id }, { last: "2026-05-25" });
    const view = await inside((db) => groupView(db, { id, today }));
    expect(view?.members.map((each) => (each.person ?? each.actor ?? each.municipality ?? each.group)?.name)).toEqual([
      "Ein",
      "KS",
      "Voss",
      "Indre",
    ]);
    expect(view?.members[0]).toMatchObject({ municipality: { name: "Voss" }, span: { from: "2026-01-01", to: null } });
    expect(view?.past.map((each) => each.id)).toEqual([past]);
    expect((await inside((db) => groupView(db, { id: inner, today })))?.uses.groups.map(({ name }) => name)).toEqual([
      "Gruppe",
    ]);
    expect(view?.history[0]?.about).toBe("Ein, Indre, KS og 2 til");
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectKind: "group-member" } }));
    expect(JSON.stringify(log)).not.toMatch(/samvirk\.example|"Ein"|"To"/);
  });

  it("may be in several groups, but in one only once at a time for the same", async () => {
    const { group, person, join } = await setUp();
    const [one, two, her] = [await group(), await group(), await person("Ho")];
    expect(await join(one, { personId: her.id }, { last: "2026-05-01" })).toMatchObject({ ok: true });
    expect(await join(two, { personId: her.id })).toMatchObject({ ok: true });
    expect(await join(one, { personId: her.id }, { first: "2026-05-01" })).toEqual({
      ok: false,
      reason: "already-member",
    });
    expect(await join(one, { personId: her.id }, { first: "2026-05-02" })).toMatchObject({ ok: true });
    expect(await join(one, { personId: her.id }, { first: "2026-05-02", last: "2026-05-01" })).toMatchObject({
      reason: "end-before-start",
    });
  });

  it("are refused in a circle, which is named, also when two are added at the same moment", async () => {
    const { inside, group, join } = await setUp();
    const [a, b, c] = [await group({ name: "A" }), await group({ name: "B" }), await group({ name: "C" })];
    await join(a, { memberGroupId: b });
    await join(b, { memberGroupId: c });
    expect(await join(c, { memberGroupId: a })).toEqual({ ok: false, reason: "circle", names: ["C", "A", "B", "C"] });
    expect(await join(a, { memberGroupId: a })).toMatchObject({ reason: "circle", names: ["A", "A"] });
    const [d, e] = [await group({ name: "D" }), await group({ name: "E" })];
    const both = await Promise.all([join(d, { memberGroupId: e }), join(e, { memberGroupId: d })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await inside((db) => db.groupMember.count())).toBe(3);
  });

  it("may be each other's at different times", async () => {
    const { group, join, inside } = await setUp();
    const [a, b] = [await group(), await group()];
    const first = await join(a, { memberGroupId: b }, { last: "2025-12-31" });
    expect(await join(b, { memberGroupId: a }, { first: "2026-01-01" })).toMatchObject({ ok: true });
    const longer = { groupId: a, part: "member" as const, first: null, last: "2026-01-01" };
    const represents = { actorId: null, municipalityId: null };
    expect(
      await inside((db) => changeMember(db, { ...longer, represents, id: first.ok ? first.id : "" })),
    ).toMatchObject({ reason: "circle" });
  });

  it("change their part, end, and are removed when they were a slip", async () => {
    const { inside, group, person, actor, joined } = await setUp();
    const [id, ks] = [await group(), await actor("KS")];
    const member = await joined(id, { personId: (await person("Ho")).id }, { first: "2026-01-01" });
    const represents = { actorId: ks.id, municipalityId: null };
    const change = { groupId: id, id: member, part: "leader" as const, first: "2026-01-01", last: null, represents };
    expect(await inside((db) => changeMember(db, change))).toEqual({ ok: true });
    const list = await inside((db) => groupsView(db, { today, ended: false, after: null }));
    expect(list.kinds[0]?.groups[0]).toMatchObject({
      members: 1,
      leaders: [{ person: { name: "Ho" }, actor: { name: "KS" } }],
    });
    expect(await inside((db) => endMember(db, { groupId: id, id: member, today }))).toEqual({ ok: true });
    expect((await inside((db) => groupView(db, { id, today })))?.past[0]?.span.to).toBe(today);
    expect(await inside((db) => endMember(db, { groupId: id, id: member, today }))).toMatchObject({
      reason: "not-found",
    });
    const elsewhere = await group();
    expect(await inside((db) => removeMember(db, { groupId: elsewhere, id: member }))).toMatchObject({ ok: false });
    expect(await inside((db) => removeMember(db, { groupId: id, id: member }))).toEqual({ ok: true });
    const view = await inside((db) => groupView(db, { id, today }));
    expect([view?.members, view?.past]).toEqual([[], []]);
    expect(view?.history.map(({ did }) => did.split(" ")[0])).toEqual(["Fjernet", "Endret", "Endret", "La", "La"]);
  });

  it("are found by name or address, and nobody of another region", async () => {
    const { inside, group, person, join } = await setUp();
    const other = await setUp();
    const foreign = await other.person("Framand");
    await person("Framande");
    const id = await group();
    const found = await inside((db) => memberChoices(db, { groupId: id, today, search: "framand" }));
    expect(found.found.people.map(({ name }) => name)).toEqual(["Framande"]);
    expect(found.groups).toEqual([]);
    expect(await join(id, { personId: foreign.id })).toEqual({ ok: false, reason: "nobody" });
  });
});

describe("the actors of a group", () => {
  it("are those that are members, that persons represent, and those of the groups inside, on the day", async () => {
    const { inside, group, person, actor, join } = await setUp();
    const [a, b, gone] = [await group({ name: "A" }), await group({ name: "B" }), await group({ last: "2026-05-01" })];
    const [ks, usht, nav] = [await actor("KS"), await actor("USHT"), await actor("NAV")];
    await join(a, { actorId: ks.id });
    await join(a, { memberGroupId: b });
    await join(a, { memberGroupId: gone });
    await join(b, { personId: (await person("Ho")).id, actorId: usht.id });
    await join(b, { actorId: nav.id }, { last: "2026-05-25" });
    await join(gone, { actorId: nav.id });
    const actors = await inside((db) => groupActors(db, day(today)));
    expect([actors.get(a), actors.get(b), actors.get(gone)]).toEqual([[ks.id, usht.id], [usht.id], undefined]);
    expect((await inside((db) => groupActors(db, day("2026-05-25")))).get(b)).toEqual([usht.id, nav.id]);
    expect((await inside((db) => groupChoices(db, day(today)))).map(({ name }) => name)).toEqual(["A", "B"]);
    expect(await inside((db) => groupChoices(db))).toHaveLength(3);
  });
});
