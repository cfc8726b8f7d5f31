import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { networkDetail, networksView } from "~/features/networks/networks.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const today = "2026-05-26";

async function setUp(count: number) {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  await inside((db) =>
    db.network.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        // Two of one position, so that the order within it counts.
        position: Math.floor(at / 2),
        name: "Læringsnettverk",
        form: "to samlingar i året og eiga gruppe",
        links: ["https://nettverk.example/om"],
      })),
    }),
  );
  return { inside };
}

describe("the register of networks", () => {
  it("says how often each meets, from the words of its form", async () => {
    const { inside } = await setUp(1);
    const view = await inside((db) => networksView(db, { after: null, today }));
    expect(view).toMatchObject({ total: 1, next: null, networks: [{ frequency: "2 ganger i året" }] });
  });

  it("is shown fifty at a time, each network once, equal names and positions included", async () => {
    const { inside } = await setUp(120);
    const seen: string[] = [];
    let after: string | null = null;
    const sizes: number[] = [];
    do {
      const view: Awaited<ReturnType<typeof networksView>> = await inside((db) => networksView(db, { after, today }));
      sizes.push(view.networks.length);
      seen.push(...view.networks.map(({ id }) => id));
      after = view.next;
    } while (after);
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
  });

  it("begins at the beginning when the address names no network", async () => {
    const { inside } = await setUp(1);
    expect((await inside((db) => networksView(db, { after: "'x", today }))).networks).toHaveLength(1);
  });
});

describe("a network", () => {
  it("has what was not understood beside what was", async () => {
    const { inside } = await setUp(1);
    const id = (await inside((db) => networksView(db, { after: null, today }))).networks[0]?.id ?? "";
    const network = await inside((db) => networkDetail(db, { id, today }));
    expect(network?.reading).toMatchObject({ meaning: "2 ganger i året", unparsed: ["eiga gruppe"] });
    expect(network?.links).toEqual(["https://nettverk.example/om"]);
  });

  it("is none of another region, and none of an id that is none", async () => {
    const { inside } = await setUp(1);
    const id = (await inside((db) => networksView(db, { after: null, today }))).networks[0]?.id ?? "";
    const other = await makeRegion(database.url().adminUrl);
    const access = { regionId: other.id, personId: null, via: "session" as const };
    expect(await withRegion(access, (db) => networkDetail(db, { id, today }))).toBeNull();
    expect(await inside((db) => networkDetail(db, { id: "1", today }))).toBeNull();
  });
});
