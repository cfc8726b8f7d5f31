import { type ChannelKind, channelKinds } from "~/domain/communications-plan/channels";
import { isUuid } from "~/domain/shared/ids";
import type { MatrixShow } from "./matrix.view.server";

export type MatrixQuery = {
  asOf: string;
  show: MatrixShow;
  period: string | null;
  channels: ChannelKind[];
  areas: string[];
  withoutAccountable: boolean;
  search: string;
};

/** Whether the text is a day that exists, as ISO. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** What the address asks for. What cannot be read is as if it were not there. */
export function readMatrixQuery(params: URLSearchParams, today: string): MatrixQuery {
  const day = params.get("day") ?? "";
  const show = params.get("show");
  return {
    asOf: isDay(day) ? day : today,
    show: show === "tasks" || show === "plan" ? show : "all",
    period: params.get("period") || null,
    channels: channelKinds.filter((kind) => params.getAll("channel").includes(kind)),
    areas: [...new Set(params.getAll("area").filter(isUuid))],
    withoutAccountable: params.get("without") === "1",
    search: (params.get("q") ?? "").trim().slice(0, 200),
  };
}
