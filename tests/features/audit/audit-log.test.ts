import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { audit } from "~/features/audit/audit.server";
import { auditLogView } from "~/features/audit/audit-log.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const gone = "0190a5f0-0000-7000-8000-000000000000";
const thing = "0190a5f0-0000-7000-8000-000000000001";

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(
    work: (db: RegionDb) => Promise<T>,
    personId: string | null = null,
    via: "session" | "worker" = "session",
  ) => withRegion({ regionId: region.id, personId, via }, work);
  const person = await inside((db) => db.person.create({ data: { name: "Koordinator", email: "k@vestland.example" } }));
  const view = (before: string | null = null, subject: string | null = null) =>
    inside((db) => auditLogView(db, { before, subject }));
  return { inside, person, view };
}

describe("the change log", () => {
  it("names people as they are called now, and says when one is erased", async () => {
    const { inside, person, view } = await setUp();
    const change = (db: RegionDb) =>
      audit(db, { action: "updated", subject: "actor", id: thing, after: { personId: gone } });
    await inside(change, person.id);
    await inside(change, gone);
    await inside(change, null, "worker");
    await inside((db) => db.person.updateMany({ where: { id: person.id }, data: { name: "Ny koordinator" } }));
    const { events } = await view();
    expect(events.map(({ who, via }) => [who, via])).toEqual([
      [null, "worker"],
      [{ name: null }, "session"],
      [{ name: "Ny koordinator" }, "session"],
    ]);
    expect(events[0]?.changes).toEqual([{ field: "personId", before: null, after: [{ kind: "name", name: null }] }]);
  });

  it("shows what differs, before and after", async () => {
    const { inside, view } = await setUp();
    await inside((db) =>
      audit(db, {
        action: "updated",
        subject: "region",
        id: thing,
        before: { name: "Vestland", easterClosed: false, validTo: null, languages: ["nb"] },
        after: { name: "Vestland", easterClosed: true, validTo: "2026-06-01", languages: ["nb", "nn"] },
      }),
    );
    const { events } = await view();
    const changes = Object.fromEntries((events[0]?.changes ?? []).map(({ field, ...sides }) => [field, sides]));
    expect(changes).toEqual({
      languages: {
        before: [{ kind: "text", text: "nb" }],
        after: ["nb", "nn"].map((text) => ({ kind: "text", text })),
      },
      validTo: { before: [{ kind: "none" }], after: [{ kind: "time", iso: "2026-06-01" }] },
      easterClosed: { before: [{ kind: "yes-no", yes: false }], after: [{ kind: "yes-no", yes: true }] },
    });
  });

  it("leaves out what something new has no value for", async () => {
    const { inside, view } = await setUp();
    const after = { kind: "reader", actorId: null };
    await inside((db) => audit(db, { action: "created", subject: "role", id: thing, after }));
    const { events } = await view();
    expect(events[0]?.changes).toEqual([{ field: "kind", before: null, after: [{ kind: "text", text: "reader" }] }]);
  });

  it("goes on after fifty without a gap, and can show one kind alone", async () => {
    const { inside, view } = await setUp();
    for (let n = 0; n < 60; n++)
      await inside((db) =>
        audit(db, { action: "created", subject: n % 2 ? "actor" : "event", id: thing, after: { n } }),
      );
    const first = await view();
    const rest = await view(first.next);
    expect([first.events.length, rest.events.length, rest.next]).toEqual([50, 10, null]);
    expect(new Set([...first.events, ...rest.events].map(({ id }) => id)).size).toBe(60);
    expect((await view(null, "actor")).events).toHaveLength(30);
  });

  it("shows a region nothing of another's", async () => {
    const [one, other] = [await setUp(), await setUp()];
    await one.inside((db) => audit(db, { action: "created", subject: "actor", id: thing }));
    expect((await other.view()).events).toEqual([]);
  });
});
