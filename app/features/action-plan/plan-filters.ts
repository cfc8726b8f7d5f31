import { type ActivityState, activityStates } from "~/domain/action-plan/activity";

/** The filters of an action plan as they stand in an address; the same ones select for every view of it. */
export type PlanFilters = {
  search: string;
  areas: string[];
  owners: string[];
  states: ActivityState[];
  /** Only those somebody should say something of. */
  stale: boolean;
};

const names = ["q", "area", "owner", "state", "stale"];

export function readFilters(params: URLSearchParams): PlanFilters {
  return {
    search: params.get("q")?.trim() ?? "",
    areas: params.getAll("area"),
    owners: params.getAll("owner"),
    states: activityStates.filter((state) => params.getAll("state").includes(state)),
    stale: params.get("stale") === "yes",
  };
}

/** Of an address, what selects rows, so that another view shows the same ones. */
export function selectionOf(params: URLSearchParams): string {
  const kept = new URLSearchParams([...params].filter(([name, value]) => names.includes(name) && value !== ""));
  return kept.size > 0 ? `?${kept}` : "";
}

export const isFiltered = ({ search, areas, owners, states, stale }: PlanFilters) =>
  search !== "" || areas.length + owners.length + states.length > 0 || stale;
