import type { Timing } from "~/domain/timing";
import type { Period } from "./period";

/**
 * Whether all that was understood of a timing lies outside a period: dates of another year, or a month the period does
 * not have. What also happens continuously, on demand or so often is inside, and so is what was not understood.
 */
export function liesOutside(timing: Pick<Timing, "kind" | "windows">, { from, to }: Period): boolean {
  return timing.kind === "dated" && timing.windows.every((window) => window.to < from || window.from > to);
}
