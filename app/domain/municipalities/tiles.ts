/** A municipality's tile: three letters, and its place from 0; without a place the map is alphabetical. */
export type PlacedTile = { number: string; name: string; code: string; column?: number; row?: number };

type Place = readonly [number: string, column: number, row: number, code: string];

/**
 * Vestland's municipalities (numbers of 2024) on a hand-made grid, six by ten, that keeps neighbours and compass.
 */
const vestland: readonly Place[] = [
  ["4648", 1, 0, "BRE"],
  ["4649", 2, 0, "STA"],
  ["4650", 3, 0, "GLO"],
  ["4651", 4, 0, "STR"],
  ["4602", 1, 1, "KIN"],
  ["4647", 2, 1, "SUN"],
  ["4645", 1, 2, "ASV"],
  ["4646", 2, 2, "FJA"],
  ["4638", 3, 2, "HØY"],
  ["4640", 4, 2, "SOG"],
  ["4644", 5, 2, "LUS"],
  ["4636", 0, 3, "SOL"],
  ["4637", 1, 3, "HYL"],
  ["4635", 2, 3, "GUL"],
  ["4639", 3, 3, "VIK"],
  ["4642", 4, 3, "LÆR"],
  ["4643", 5, 3, "ÅRD"],
  ["4633", 0, 4, "FED"],
  ["4632", 1, 4, "AUH"],
  ["4634", 2, 4, "MAS"],
  ["4629", 3, 4, "MOD"],
  ["4641", 4, 4, "AUR"],
  ["4626", 0, 5, "ØYG"],
  ["4631", 1, 5, "ALV"],
  ["4630", 2, 5, "OST"],
  ["4628", 3, 5, "VAK"],
  ["4621", 4, 5, "VOS"],
  ["4620", 5, 5, "ULV"],
  ["4627", 0, 6, "ASK"],
  ["4601", 1, 6, "BER"],
  ["4623", 2, 6, "SAM"],
  ["4622", 3, 6, "KVA"],
  ["4618", 4, 6, "ULL"],
  ["4619", 5, 6, "EID"],
  ["4625", 0, 7, "AUV"],
  ["4624", 1, 7, "BJØ"],
  ["4616", 2, 7, "TYS"],
  ["4617", 3, 7, "KVI"],
  ["4613", 0, 8, "BØM"],
  ["4615", 1, 8, "FIT"],
  ["4614", 2, 8, "STO"],
  ["4611", 3, 8, "ETN"],
  ["4612", 1, 9, "SVE"],
];

const grids: readonly (readonly Place[])[] = [vestland];

/** The tiles of a region's municipalities: on the grid that has them all, else by the alphabet. Codes are unique. */
export function tilesOf(municipalities: readonly { number: string; name: string }[]): PlacedTile[] {
  const grid = grids.find((places) =>
    municipalities.every(({ number }) => places.some(([placed]) => placed === number)),
  );
  if (grid && municipalities.length > grid.length / 2) {
    const places = new Map(grid.map(([number, column, row, code]) => [number, { column, row, code }]));
    return municipalities.flatMap((own) => {
      const place = places.get(own.number);
      return place ? [{ number: own.number, name: own.name, ...place }] : [];
    });
  }
  const taken = new Set<string>();
  return [...municipalities]
    .sort((a, b) => a.name.localeCompare(b.name, "nb") || Number(a.number) - Number(b.number))
    .map(({ number, name }) => {
      const code = codes(name).find((candidate) => !taken.has(candidate)) ?? number.slice(1);
      taken.add(code);
      return { number, name, code };
    });
}

/** Three letters of a name that begin as it does, the most natural first. */
function codes(name: string): string[] {
  const letters = [...name.toUpperCase().replace(/[^\p{L}]/gu, "")];
  const [first = "X", second = "X"] = letters;
  const third = letters.slice(2).map((letter) => first + second + letter);
  const skipping = letters.slice(2).flatMap((one, at) => letters.slice(at + 3).map((two) => first + one + two));
  return [...third, ...skipping, ...[..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => first + second + letter)];
}
