import { type Filters, type Grouping, groupings } from "~/domain/communications-plan/rows";

/** The filters of a plan as they stand in an address. The same ones select for every view of it. */
export function readFilters(params: URLSearchParams): Filters {
  return {
    search: params.get("q") ?? "",
    channels: params.getAll("channel"),
    responsible: params.getAll("responsible"),
    audiences: params.getAll("audience"),
    areas: params.getAll("area"),
    states: params.getAll("state"),
  };
}

const names = ["q", "channel", "responsible", "audience", "area", "state"];

/** Of an address, what selects rows, so that another view shows the same ones: "?channel=web", or nothing. */
export function selectionOf(params: URLSearchParams): string {
  const kept = new URLSearchParams([...params].filter(([name, value]) => names.includes(name) && value !== ""));
  return kept.size > 0 ? `?${kept}` : "";
}

export const isFiltered = (filters: Filters) => Object.values(filters).some((value) => value.length > 0);

/** The order of the table as it stands in an address: groups, or by number. */
export function readOrder(params: URLSearchParams): Grouping | "number" {
  const asked = params.get("group");
  return asked === "number" ? asked : (groupings.find((grouping) => grouping === asked) ?? "channel");
}

/** How many rows an address asks for: fifty, or whole fifties more, or all of them. */
export function readShow(params: URLSearchParams): number {
  const asked = params.get("show");
  if (asked === "all") return Number.MAX_SAFE_INTEGER;
  return /^\d{1,5}$/.test(asked ?? "") ? Math.max(Number(asked), 50) : 50;
}
