import { Link } from "@remix-run/react";

export type TileState = "has" | "handover" | "vacant";

/** A municipality: three letters, full name, and its place on the region's grid (from 0). */
export type Tile = { code: string; name: string; column?: number; row?: number; state: TileState; to: string };

const STATES: TileState[] = ["has", "handover", "vacant"];

type Place = { key: string; tile?: Tile };

/** Tiles in reading order, north to south and west to east, with the empty places between them. */
function places(tiles: Tile[]): { columns: number; places: Place[] } {
  const placed = tiles.every(({ column, row }) => column !== undefined && row !== undefined);
  if (!placed) {
    const sorted = [...tiles].sort((a, b) => a.name.localeCompare(b.name, "nb"));
    return { columns: 6, places: sorted.map((tile) => ({ key: tile.code, tile })) };
  }
  const columns = Math.max(0, ...tiles.map(({ column = 0 }) => column)) + 1;
  const rows = Math.max(0, ...tiles.map(({ row = 0 }) => row)) + 1;
  const at = new Map(tiles.map((tile) => [`${tile.row}/${tile.column}`, tile]));
  const all = Array.from({ length: columns * rows }, (_, index) => {
    const key = `${Math.floor(index / columns)}/${index % columns}`;
    return { key, tile: at.get(key) };
  });
  return { columns, places: all };
}

/** One equal tile per municipality: colour and form say the state, the spoken name says it in words. */
export function TileMap({
  label,
  tiles,
  stateWords,
  legend = true,
}: {
  label: string;
  tiles: Tile[];
  stateWords: Record<TileState, string>;
  legend?: boolean;
}) {
  const { columns, places: all } = places(tiles);
  return (
    <>
      <ul className="sv-tiles" aria-label={label} data-columns={columns}>
        {all.map(({ key, tile }) =>
          tile ? (
            <li key={key} className="sv-tile" data-state={tile.state}>
              <Link to={tile.to} title={`${tile.name}: ${stateWords[tile.state]}`}>
                <span aria-hidden="true">{tile.code}</span>
                <span className="ds-sr-only">{`${tile.name}: ${stateWords[tile.state]}`}</span>
              </Link>
            </li>
          ) : (
            <li key={key} aria-hidden="true" />
          ),
        )}
      </ul>
      {legend && (
        <ul className="sv-legend" aria-hidden="true">
          {STATES.map((state) => (
            <li key={state}>
              <span className="sv-key" data-state={state} />
              {stateWords[state]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
