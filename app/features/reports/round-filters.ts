/** The filters of a round's rows as they stand in an address. */
export type RoundFilters = {
  search: string;
  areas: string[];
  /** Ids of people, and `nobody`. */
  owners: string[];
  states: RowStateName[];
  /** Only those of which a person must say which activity they are. */
  asks: boolean;
  /** Only those that say something else than in the round before. */
  changed: boolean;
};

export const rowStates = ["empty", "draft", "delivered"] as const;
export type RowStateName = (typeof rowStates)[number];

/** The owner of a row that nobody owns. */
export const nobody = "nobody";

export const noRoundFilters: RoundFilters = {
  ...{ search: "", areas: [], owners: [], states: [], asks: false, changed: false },
};

export function readRoundFilters(params: URLSearchParams): RoundFilters {
  return {
    search: params.get("q")?.trim() ?? "",
    areas: params.getAll("area"),
    owners: params.getAll("owner"),
    states: rowStates.filter((state) => params.getAll("state").includes(state)),
    asks: params.get("asks") === "yes",
    changed: params.get("changed") === "yes",
  };
}

export const hasRoundFilters = ({ search, areas, owners, states, asks, changed }: RoundFilters) =>
  search !== "" || areas.length + owners.length + states.length > 0 || asks || changed;
