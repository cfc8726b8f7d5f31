import { isDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { MatrixShow } from "./matrix.view.server";

export type MatrixQuery = {
  asOf: string;
  show: MatrixShow;
  period: string | null;
  channels: string[];
  areas: string[];
  withoutAccountable: boolean;
  search: string;
};

/** What the address asks for. What cannot be read is as if it were not there. */
export function readMatrixQuery(params: URLSearchParams, today: string): MatrixQuery {
  const day = params.get("day") ?? "";
  const show = params.get("show");
  return {
    asOf: isDay(day) ? day : today,
    show: show === "tasks" || show === "plan" ? show : "all",
    period: params.get("period") || null,
    channels: [...new Set(params.getAll("channel"))],
    areas: [...new Set(params.getAll("area").filter(isUuid))],
    withoutAccountable: params.get("without") === "1",
    search: (params.get("q") ?? "").trim().slice(0, 200),
  };
}
