import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { noChoices } from "~/features/documents/import-choices";
import { importDocument } from "~/features/documents/import-document.server";
import { unknownNames } from "~/features/groups/names.view.server";
import { registerOn } from "~/features/municipalities/register.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { seedDemo } from "../../../prisma/seed/regions";

useDatabase();

const inside = async <T>(slug: string, work: (db: RegionDb) => Promise<T>): Promise<T> => {
  const region = await systemDb().region.findFirstOrThrow({ where: { slug } });
  return withRegion({ regionId: region.id, personId: null, via: "operator" }, work);
};

beforeAll(async () => {
  await seedDemo({ whole: true, events: false });
});

describe("the demo", () => {
  it("has in Vestland 43 municipalities with a contact person each, and nobody is written to", async () => {
    await inside("vestland", async (db) => {
      expect(await db.regionMunicipality.count({ where: { validTo: null } })).toBe(43);
      expect(await db.role.count({ where: { kind: "contact_person" } })).toBe(43);
      expect(await db.delivery.count()).toBe(0);
    });
  });

  it("has Vestland's areas, one of them with guests from Rogaland", async () => {
    await inside("vestland", async (db) => {
      const areas = await db.area.findMany({ include: { municipalities: { include: { municipality: true } } } });
      const sizes = Object.fromEntries(areas.map(({ name, municipalities }) => [name, municipalities.length]));
      expect(sizes).toEqual({ "Sogn og Fjordane": 18, Hordaland: 25, "Helse Fonna": 16 });
      const guests = areas.flatMap(({ municipalities }) =>
        municipalities.filter(({ municipality }) => municipality.county === "Rogaland"),
      );
      expect(guests).toHaveLength(8);
    });
  });

  it("knows that Hornindal was in Vestland until it went into Volda", async () => {
    const register = await inside("vestland", (db) =>
      registerOn(db, { day: new Date("2017-06-01"), today: new Date("2026-01-01") }),
    );
    const { now } = register.rows.find(({ name }) => name === "Hornindal") ?? {};
    expect(now).toMatchObject({ kind: "became", to: [{ name: "Volda", outside: true }] });
  });

  it("has Vestland's plan, actors with three units of USHT, and networks", async () => {
    await inside("vestland", async (db) => {
      const plans = await db.communicationsPlan.findMany({
        include: { _count: { select: { rows: true } } },
        orderBy: { from: "asc" },
      });
      expect(plans.map(({ _count }) => _count.rows)).toEqual([24, 13]);
      expect(await db.actor.count({ where: { parentId: null, tier: { not: "outside" } } })).toBe(8);
      const units = await db.actor.findMany({ where: { parentId: { not: null } }, include: { parent: true } });
      expect(units.map(({ parent }) => parent?.name)).toEqual(["USHT", "USHT", "USHT"]);
      expect(await db.network.count()).toBe(19);
      expect(await db.network.count({ where: { open: true } })).toBe(5);
      expect(await db.networkMember.count()).toBe(4 * 8 + 3 * 25 + 2 * 18 + 43);
      expect(await db.groupMember.count()).toBeGreaterThan(10);
    });
  });

  it("knows the names in the plan but those a coordinator is to be asked about", async () => {
    const unknown = await inside("vestland", unknownNames);
    const inPlan = unknown.filter(({ places }) => places.some(({ kind }) => kind === "plan-row"));
    expect(inPlan.map(({ shown }) => shown.toLowerCase())).toEqual(["eiga arbeidsgruppe"]);
    const unknownInRegion = await inside("vestregionen", unknownNames);
    expect(unknownInRegion.filter(({ places }) => places.some(({ kind }) => kind === "plan-row"))).toEqual([]);
  });

  it("has Vestregionen's 15 municipalities and 2 counties of 2017, and the 26 of the health cooperation", async () => {
    await inside("vestregionen", async (db) => {
      const areas = await db.area.findMany({ include: { _count: { select: { municipalities: true } } } });
      expect(
        areas.map(({ name, kind, counties, _count }) => [name, kind, counties.length, _count.municipalities]),
      ).toEqual([
        ["Vestregionen", "circle", 2, 15],
        ["Kommunehelsesamarbeidet", "circle", 0, 26],
      ]);
      const now = await db.regionMunicipality.count({ where: { validTo: null } });
      const then = await db.regionMunicipality.count({ where: { validFrom: null } });
      expect([now, then]).toEqual([11, 15]);
      expect(await db.role.count({ where: { kind: "contact_person" } })).toBe(11);
      expect(await db.network.count()).toBe(4);
    });
  });

  it("has in Vestregionen the first report of 2017, whose rows are about the plan of the year or ask", async () => {
    await inside("vestregionen", async (db) => {
      const round = await db.reportRound.findFirstOrThrow({
        where: { from: new Date("2017-01-01") },
        include: { rows: true },
      });
      const about = round.rows.filter(({ activityId }) => activityId !== null).length;
      const asks = round.rows.filter((row) => row.asks).length;
      expect([round.kind, round.rows.length, about, asks]).toEqual(["four_monthly", 74, 69, 4]);
    });
  });

  it.each(["vestland", "vestregionen"])(
    "finds nothing new in the plan of %s when it is imported again",
    async (slug) => {
      const text = readFileSync(`prisma/seed/${slug}-plan.txt`, "utf8");
      const report = await inside(slug, (db) =>
        importDocument(db, { fileName: "plan.txt", text, choices: noChoices, dryRun: true, now: new Date() }),
      );
      for (const table of report.tables) expect(table).toMatchObject({ created: 0, updated: 0, problems: [] });
    },
  );
});
