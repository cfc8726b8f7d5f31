import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tilesOf } from "~/domain/municipalities/tiles";

const migration = new URL("../../../prisma/migrations/20261122000100_register_2024/migration.sql", import.meta.url);
const register = [
  ...readFileSync(migration, "utf8").matchAll(/\('(\d{4})', '([^']+)', (?:NULL|'[^']*'), '(\d\d)'/g),
].map(([, number = "", name = "", county = ""]) => ({ number, name, county }));
const vestland = register.filter(({ county }) => county === "46");

describe("the tiles of a region", () => {
  it("place all of Vestland, each municipality on a place and with a code of its own", () => {
    const tiles = tilesOf(vestland);
    expect(tiles).toHaveLength(43);
    expect(new Set(tiles.map(({ code }) => code)).size).toBe(43);
    expect(new Set(tiles.map(({ column, row }) => `${column}/${row}`)).size).toBe(43);
    expect(tiles.every(({ column = -1, row = -1 }) => column >= 0 && column < 6 && row >= 0 && row < 10)).toBe(true);
  });

  it("name each place by its own municipality: the code is made of the letters of the name", () => {
    for (const { name, code } of tilesOf(vestland)) {
      const letters = [...name.toUpperCase()];
      let at = 0;
      for (const letter of code) at = letters.indexOf(letter, at) + 1;
      expect(at, `${name} ${code}`).toBeGreaterThan(0);
    }
  });

  it("keep neighbours: Bergen lies south of Alver, Stryn east of Gloppen", () => {
    const at = new Map(tilesOf(vestland).map((tile) => [tile.name, tile]));
    expect(at.get("Bergen")).toMatchObject({ column: 1, row: 6 });
    expect(at.get("Alver")).toMatchObject({ column: 1, row: 5 });
    expect(at.get("Stryn")?.column).toBe((at.get("Gloppen")?.column ?? 0) + 1);
  });

  it("are alphabetical without places where there is no grid, and codes are unique for any choice of municipalities", () => {
    const others = register.filter(({ county }) => county !== "46");
    fc.assert(
      fc.property(fc.subarray(others, { minLength: 1 }), (some) => {
        const tiles = tilesOf(some);
        expect(tiles.map(({ name }) => name)).toEqual(
          some.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "nb")),
        );
        expect(new Set(tiles.map(({ code }) => code)).size).toBe(some.length);
        expect(tiles.every(({ code, row }) => [...code].length === 3 && row === undefined)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
