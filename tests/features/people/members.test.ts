import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { addMember } from "~/features/people/add-member.server";
import { changePerson, personVersion } from "~/features/people/change-person.server";
import { endRole } from "~/features/people/end-role.server";
import { giveRole } from "~/features/people/give-role.server";
import { inviteAgain } from "~/features/people/invite-again.server";
import { memberView } from "~/features/people/member.view.server";
import { membersView } from "~/features/people/members.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const now = new Date("2026-05-26T10:00:00Z");
const today = "2026-05-26";
const first = { first: today, last: null, actorId: null, now };

/** A region with one coordinator and one actor, and a way in as her. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>, personId: string | null = null) =>
    withRegion({ regionId: region.id, personId, via: "session" }, work);
  const added = await inside((db) =>
    addMember(db, { name: "Koordinator", email: "koordinator@vestland.example", kind: "coordinator", ...first }),
  );
  if (!added.ok) throw new Error(added.reason);
  const actor = await inside((db) => db.actor.create({ data: { position: 1, name: "USHT" } }));
  return { inside, coordinator: added, actorId: actor.id };
}

describe("members of a region", () => {
  it("are added with a role, a change log and an invitation, in one go", async () => {
    const { inside, coordinator } = await setUp();
    const [deliveries, links, log] = await inside((db) =>
      Promise.all([
        db.delivery.findMany(),
        db.linkToken.findMany(),
        db.auditEvent.findMany({ orderBy: { id: "asc" } }),
      ]),
    );
    expect(deliveries.map(({ kind, toAddress }) => [kind, toAddress])).toEqual([
      ["role-invitation", "koordinator@vestland.example"],
    ]);
    expect(links.map(({ purpose, subjectId }) => [purpose, subjectId])).toEqual([["role", coordinator.roleId]]);
    expect(log.map(({ action, subjectKind }) => `${action} ${subjectKind}`)).toEqual([
      "created person",
      "created role",
    ]);
    expect(JSON.stringify(log)).not.toContain("vestland.example");
  });

  it("keep one person for one address, however it is written", async () => {
    const { inside, coordinator } = await setUp();
    const again = await inside((db) =>
      addMember(db, { name: "En annen", email: " Koordinator@Vestland.example", kind: "reader", ...first }),
    );
    expect(again).toEqual({ ok: false, reason: "known-address", personId: coordinator.personId });
  });

  it("leave nothing behind when the role is refused", async () => {
    const { inside } = await setUp();
    const add = (role: object) =>
      inside((db) =>
        addMember(db, { name: "Leder", email: "leder@usht.example", kind: "network_leader", ...first, ...role }),
      );
    expect(await add({})).toEqual({ ok: false, reason: "actor-missing" });
    expect(await add({ actorId: "0190a5f0-0000-7000-8000-000000000000" })).toEqual({
      ok: false,
      reason: "no-such-actor",
    });
    expect(await add({ kind: "reader", last: "2026-05-25" })).toEqual({ ok: false, reason: "end-before-start" });
    expect(await add({ kind: "contact_person" })).toEqual({ ok: false, reason: "through-municipality" });
    expect(await inside((db) => db.person.count())).toBe(1);
    expect(await inside((db) => db.delivery.count())).toBe(1);
  });

  it("are given another role, and never the same twice at one time", async () => {
    const { inside, coordinator, actorId } = await setUp();
    const give = (wish: object) =>
      inside((db) => giveRole(db, { personId: coordinator.personId, kind: "network_leader", ...first, ...wish }));
    expect(await give({ actorId, last: "2026-06-30" })).toMatchObject({ ok: true });
    expect(await give({ actorId, first: "2026-06-30" })).toEqual({ ok: false, reason: "already-held" });
    expect(await give({ actorId, first: "2026-07-01" })).toMatchObject({ ok: true });
    expect(await give({ personId: actorId, actorId })).toEqual({ ok: false, reason: "no-such-person" });
  });

  it("show an actor of another region to nobody", async () => {
    const [one, other] = [await setUp(), await setUp()];
    const given = await one.inside((db) =>
      giveRole(db, { personId: one.coordinator.personId, kind: "network_leader", ...first, actorId: other.actorId }),
    );
    expect(given).toEqual({ ok: false, reason: "no-such-actor" });
    expect(await one.inside((db) => memberView(db, other.coordinator.personId, today))).toBeNull();
    expect(await one.inside((db) => endRole(db, { roleId: other.coordinator.roleId, last: "now", today }))).toEqual({
      ok: false,
      reason: "no-such-role",
    });
  });
});

describe("ending a role", () => {
  it("never takes the last coordinator, also not on a later day", async () => {
    const { inside, coordinator } = await setUp();
    const end = (roleId: string, last: string) => inside((db) => endRole(db, { roleId, last, today }));
    expect(await end(coordinator.roleId, "now")).toEqual({ ok: false, reason: "last-coordinator" });
    expect(await end(coordinator.roleId, "2026-12-31")).toEqual({ ok: false, reason: "last-coordinator" });
    const next = await inside((db) =>
      addMember(db, {
        name: "Neste",
        email: "neste@vestland.example",
        kind: "coordinator",
        ...first,
        first: "2026-08-01",
      }),
    );
    expect(await end(coordinator.roleId, "2026-07-30")).toEqual({ ok: false, reason: "last-coordinator" });
    expect(await end(coordinator.roleId, "2026-07-31")).toEqual({ ok: true });
    expect(next.ok && (await end(next.roleId, "now"))).toEqual({ ok: false, reason: "last-coordinator" });
  });

  it("holds for two who end at the same moment", async () => {
    const { inside, coordinator } = await setUp();
    const other = await inside((db) =>
      addMember(db, { name: "Andre", email: "andre@vestland.example", kind: "coordinator", ...first }),
    );
    if (!other.ok) throw new Error(other.reason);
    const endNow = (db: RegionDb, roleId: string) => endRole(db, { roleId, last: "now", today });
    let second: Promise<unknown> | undefined;
    const ending = await inside(async (db) => {
      const ended = await endNow(db, coordinator.roleId);
      second = inside((db) => endNow(db, other.roleId));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return ended;
    });
    expect([ending, await second]).toEqual([{ ok: true }, { ok: false, reason: "last-coordinator" }]);
  });

  it("includes the last day, and writes down before and after", async () => {
    const { inside, coordinator } = await setUp();
    const given = await inside((db) => giveRole(db, { personId: coordinator.personId, kind: "reader", ...first }));
    if (!given.ok) throw new Error(given.reason);
    const end = (last: string, on = today) => inside((db) => endRole(db, { roleId: given.roleId, last, today: on }));
    expect(await end("2026-05-25")).toEqual({ ok: false, reason: "end-before-start" });
    expect(await end("2026-05-31")).toEqual({ ok: true });
    expect(await end("now", "2026-06-01")).toEqual({ ok: false, reason: "already-ended" });
    const view = await inside((db) => memberView(db, coordinator.personId, "2026-06-01"));
    expect(view?.ended.map(({ span }) => span)).toEqual([{ from: today, to: "2026-06-01" }]);
    const log = await inside((db) => db.auditEvent.findFirst({ where: { action: "updated", subjectKind: "role" } }));
    expect([log?.before, log?.after]).toMatchObject([{ validTo: null }, { validTo: "2026-06-01" }]);
  });
});

describe("changing a person", () => {
  it("saves the address in lower case and takes back the links sent to the old one", async () => {
    const { inside, coordinator } = await setUp();
    const { personId } = coordinator;
    const seen = personVersion({ name: "Koordinator", email: "koordinator@vestland.example" });
    const change = (input: object, by: string | null = null) =>
      inside(
        (db) => changePerson(db, { personId, name: "Koordinator", email: "Ny@Vestland.example", seen, now, ...input }),
        by,
      );
    expect(await change({}, personId)).toEqual({ ok: false, reason: "own-address" });
    expect(await change({ seen: "før" })).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await change({})).toEqual({ ok: true });
    const [person, links, log] = await inside((db) =>
      Promise.all([
        db.person.findFirst(),
        db.linkToken.findMany(),
        db.auditEvent.findFirst({ where: { action: "updated", subjectKind: "person" } }),
      ]),
    );
    expect(person?.email).toBe("ny@vestland.example");
    expect(links.map(({ revokedAt }) => revokedAt)).toEqual([now]);
    expect(log?.after).toEqual({ changed: ["address"] });
  });

  it("refuses an address that another person has", async () => {
    const { inside, coordinator } = await setUp();
    await inside((db) => addMember(db, { name: "Leser", email: "leser@vestland.example", kind: "reader", ...first }));
    const seen = personVersion({ name: "Koordinator", email: "koordinator@vestland.example" });
    const { personId } = coordinator;
    expect(
      await inside((db) => changePerson(db, { personId, name: "K", email: "leser@vestland.example", seen, now })),
    ).toEqual({ ok: false, reason: "address-taken" });
  });
});

describe("the invitation to a role", () => {
  it("is sent again for a role that is held, and not for one that has ended", async () => {
    const { inside, coordinator } = await setUp();
    const given = await inside((db) =>
      giveRole(db, { personId: coordinator.personId, kind: "reader", ...first, last: "2026-05-31" }),
    );
    if (!given.ok) throw new Error(given.reason);
    const again = (on: string, personId = coordinator.personId) =>
      inside((db) => inviteAgain(db, { roleId: given.roleId, personId, today: on, now }));
    expect(await again(today)).toEqual({ ok: true });
    expect(await inside((db) => db.delivery.count())).toBe(3);
    expect(await again("2026-06-01")).toEqual({ ok: false, reason: "already-ended" });
    expect(await again(today, given.roleId)).toEqual({ ok: false, reason: "no-such-role" });
  });
});

describe("the list of members", () => {
  it("goes on after fifty, by name, and shows the ended apart", async () => {
    const { inside, coordinator } = await setUp();
    await inside(async (db) => {
      for (let n = 0; n < 60; n++) {
        const email = `leser${n}@vestland.example`;
        const person = await db.person.create({ data: { name: `Leser ${String(n).padStart(2, "0")}`, email } });
        const validTo = n === 59 ? new Date("2026-02-01") : null;
        await db.role.create({
          data: { personId: person.id, kind: "reader", validFrom: new Date("2026-01-01"), validTo },
        });
      }
    });
    const list = (after: string | null, search = "", kind: "coordinator" | null = null) =>
      inside((db) => membersView(db, { today, after, search, kind }));
    const page = await list(null);
    expect([page.members.length, page.members[0]?.name]).toEqual([50, "Koordinator"]);
    expect(page.ended.map(({ person }) => person.name)).toEqual(["Leser 59"]);
    const rest = await list(page.next);
    expect([rest.members.length, rest.next]).toEqual([10, null]);
    expect(new Set([...page.members, ...rest.members].map(({ id }) => id)).size).toBe(60);
    expect((await list(null, "LESER7@")).members.map(({ name }) => name)).toEqual(["Leser 07"]);
    expect((await list(null, "", "coordinator")).members.map(({ id }) => id)).toEqual([coordinator.personId]);
  });
});
