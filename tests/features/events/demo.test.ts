import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { processorTime } from "#tests/support/work";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { seedDemo } from "../../../prisma/seed/regions";

useDatabase();

const inside = async <T>(slug: string, work: (db: RegionDb) => Promise<T>): Promise<T> => {
  const region = await systemDb().region.findFirstOrThrow({ where: { slug } });
  return withRegion({ regionId: region.id, personId: null, via: "operator" }, work);
};

beforeAll(async () => {
  console.log("processor time of the demo, ms:", await processorTime(() => seedDemo({ whole: true })));
});

describe.each(["vestland", "vestregionen"])("the events of the demo in %s", (slug) => {
  const events = () =>
    inside(slug, (db) => db.event.findMany({ include: { invitations: true, registrations: true, programme: true } }));

  it("are of every kind, to come and past, none on a weekend and no two on a day", async () => {
    const all = await events();
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(7);
    const over = all.filter(({ endsAt }) => endsAt < new Date());
    expect(over.length).toBeGreaterThan(2);
    for (const { state } of over) expect(state).toBe("held");
    for (const { startsAt } of all) expect([0, 6]).not.toContain(startsAt.getUTCDay());
    expect(new Set(all.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).size).toBe(all.length);
  });

  it("have answers of each sort, who came, a programme, a waiting list and somebody to approve", async () => {
    const all = await events();
    const invitations = all.flatMap((event) => event.invitations);
    expect(new Set(invitations.map(({ answer }) => answer)).size).toBe(4);
    expect(invitations.some(({ attendedAt }) => attendedAt !== null)).toBe(true);
    const states = new Set(all.flatMap((event) => event.registrations.map(({ state }) => state)));
    expect([...states].sort()).toEqual(["pending", "registered", "waiting"]);
    expect(all.filter(({ programme }) => programme.length > 3).length).toBeGreaterThan(1);
    for (const { capacity, registrations } of all)
      expect(registrations.filter(({ state }) => state === "registered").length).toBeLessThanOrEqual(capacity ?? 1000);
  });

  it("send nothing again of what has been", async () => {
    const waiting = await inside(slug, (db) =>
      db.delivery.findMany({ where: { state: "queued" }, include: { event: true } }),
    );
    for (const { event } of waiting) expect(event?.startsAt.getTime()).toBeGreaterThan(Date.now());
  });
});
