import { describe, expect, it } from "vitest";
import { bodiesScene, bodyInput, seatInput } from "#tests/features/bodies/scene";
import { useDatabase } from "#tests/support/database";
import { bodiesView, bodyView } from "~/features/bodies/bodies.view.server";
import { bodyMembersOn, isMemberOn } from "~/features/bodies/body-members.view.server";
import { changeMember, endMember, moveMember, removeMember } from "~/features/bodies/change-members.server";
import { editBody, newBody, removeBody } from "~/features/bodies/keep-body.server";
import { setFirstNumber } from "~/features/bodies/set-first-number.server";

const database = useDatabase();
const today = "2026-05-26";
const scene = () => bodiesScene(database.url().adminUrl);

describe("a governing body", () => {
  it("goes on to another, and never round to itself", async () => {
    const { inside, body } = await scene();
    const assembly = await body({ name: "Generalforsamlingen", kind: "assembly" });
    const board = await body({ name: "Styringsgruppen", kind: "board", nextId: assembly });
    const council = await body({ nextId: board });
    const round = { ...bodyInput, name: "Generalforsamlingen", nextId: council, id: assembly, version: 0 };
    expect(await inside((db) => editBody(db, round))).toEqual({ ok: false, reason: "goes-round" });
    expect((await inside((db) => bodiesView(db, today))).chains).toEqual([
      [
        { id: council, name: "Rådmannsgruppen" },
        { id: board, name: "Styringsgruppen" },
        { id: assembly, name: "Generalforsamlingen" },
      ],
    ]);
  });

  it("has a name of its own, and is saved by whoever read it last", async () => {
    const { inside, body } = await scene();
    const id = await body();
    expect(await inside((db) => newBody(db, { ...bodyInput, name: "rådmannsgruppen" }))).toEqual({
      ok: false,
      reason: "name-taken",
    });
    const edit = { ...bodyInput, id, version: 0, quorum: 5 };
    expect(await inside((db) => editBody(db, edit))).toEqual({ ok: true });
    expect(await inside((db) => editBody(db, edit))).toMatchObject({ ok: false, reason: "changed-meanwhile" });
    expect((await inside((db) => bodyView(db, { id, today, addresses: true })))?.body).toMatchObject({ quorum: 5 });
  });

  it("is removed only when nothing hangs on it", async () => {
    const { inside, body, joined } = await scene();
    const id = await body();
    const seat = await joined(id, { office: "Rådmann" });
    expect(await inside((db) => removeBody(db, id))).toEqual({ ok: false, reason: "in-use" });
    expect(await inside((db) => removeMember(db, { bodyId: id, id: seat }))).toEqual({ ok: true });
    expect(await inside((db) => removeBody(db, id))).toEqual({ ok: true });
  });

  it("begins a year with the number that is said, until a case has one", async () => {
    const { inside, body } = await scene();
    const bodyId = await body();
    expect(await inside((db) => setFirstNumber(db, { bodyId, year: 2026, first: 14 }))).toEqual({ ok: true });
    const view = await inside((db) => bodyView(db, { id: bodyId, today, addresses: true }));
    expect(view?.numbers).toMatchObject([
      { year: 2026, next: "14/2026", count: 0 },
      { year: 2027, next: "01/2027" },
    ]);
    await inside((db) => db.bodyYear.updateMany({ where: { bodyId }, data: { last: 14 } }));
    expect(await inside((db) => setFirstNumber(db, { bodyId, year: 2026, first: 20 }))).toEqual({
      ok: false,
      reason: "numbers-given",
      last: 14,
    });
  });
});

describe("the members of a body on a day", () => {
  it("have their own deputies before those of everybody, in order", async () => {
    const { inside, body, person, joined } = await scene();
    const bodyId = await body();
    const [kari, ola, per, eva] = [await person("Kari"), await person("Ola"), await person("Per"), await person("Eva")];
    const member = await joined(bodyId, { personId: kari, part: "leader" });
    const office = await joined(bodyId, { office: "Rådmann" });
    const all = await joined(bodyId, { part: "deputy", personId: ola });
    const last = await joined(bodyId, { part: "deputy", personId: eva });
    await joined(bodyId, { part: "deputy", personId: per, deputyForId: member });
    const deputiesOf = async (id: string) =>
      (await inside((db) => bodyMembersOn(db, bodyId, today)))
        .find((each) => each.id === id)
        ?.deputies.map(({ name, personal }) => [name, personal]);
    expect(await deputiesOf(member)).toEqual([
      ["Per", true],
      ["Ola", false],
      ["Eva", false],
    ]);
    await inside((db) => moveMember(db, { bodyId, id: last, up: true, today }));
    expect(await deputiesOf(office)).toEqual([
      ["Eva", false],
      ["Ola", false],
    ]);
    expect(await inside((db) => isMemberOn(db, bodyId, ola, today))).toBe(true);
    await inside((db) => endMember(db, { bodyId, id: all, day: today }));
    expect(await inside((db) => isMemberOn(db, bodyId, ola, today))).toBe(false);
    expect(await inside((db) => bodyMembersOn(db, bodyId, today))).toMatchObject([
      { name: "Kari", email: "kari@samvirk.example", part: "leader", votes: true },
      { name: "Rådmann", email: null, personId: null, votes: true },
    ]);
  });

  it("take their own deputies with them when they leave, and cannot be saved over another's change", async () => {
    const { inside, body, person, joined } = await scene();
    const bodyId = await body();
    const id = await joined(bodyId, { personId: await person("Kari") });
    await joined(bodyId, { part: "deputy", personId: await person("Per"), deputyForId: id });
    const change = { ...seatInput, bodyId, id, version: 0, office: "Rådmann" };
    expect(await inside((db) => changeMember(db, change))).toEqual({ ok: true });
    expect(await inside((db) => changeMember(db, change))).toMatchObject({ ok: false, reason: "changed-meanwhile" });
    await inside((db) => endMember(db, { bodyId, id, day: today }));
    expect(await inside((db) => bodyMembersOn(db, bodyId, today))).toEqual([]);
    const view = await inside((db) => bodyView(db, { id: bodyId, today, addresses: true }));
    expect(view?.past).toHaveLength(2);
  });

  it("are refused a deputy of another, with the name of the one the deputy has", async () => {
    const { body, person, join, joined } = await scene();
    const bodyId = await body();
    const kari = await joined(bodyId, { personId: await person("Kari") });
    const eva = await joined(bodyId, { personId: await person("Eva") });
    const per = await person("Per");
    await joined(bodyId, { part: "deputy", personId: per, deputyForId: kari });
    expect(await join(bodyId, { part: "deputy", personId: per, deputyForId: eva })).toEqual({
      ok: false,
      reason: "deputy-for-two",
      name: "Kari",
    });
  });

  it("are not shown to another region", async () => {
    const [mine, other] = [await scene(), await scene()];
    const bodyId = await mine.body();
    await mine.joined(bodyId, { office: "Rådmann" });
    expect(await other.inside((db) => bodyMembersOn(db, bodyId, today))).toEqual([]);
    expect(await other.inside((db) => bodyView(db, { id: bodyId, today, addresses: true }))).toBeNull();
    expect(await other.join(bodyId, { office: "Rådmann" })).toEqual({ ok: false, reason: "not-found" });
  });
});
