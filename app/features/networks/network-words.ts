import type { Stage } from "~/domain/networks/stage";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

/** How far a network has come, in words. */
export const stageNames: Record<Stage, () => string> = {
  existing: () => m.networks_stage_existing(),
  developing: () => m.networks_stage_developing(),
  new: () => m.networks_stage_new(),
  planned: () => m.networks_stage_planned(),
};

export const stageTones = {
  existing: "success",
  developing: "accent",
  new: "accent",
  planned: "neutral",
} as const satisfies Record<Stage, string>;

/** A day without its weekday, "1. mai 2026". */
export function dayWithYear(isoDay: string): string {
  return formatDate(isoDay, getLocale()).replace(/^\S+\s/, "");
}

/** "2 Aktivitet, 3 Mat": the numbers and names of priority areas. */
export function areaWords(areas: readonly { number: number; name: string }[]): string {
  return areas.map(({ number, name }) => `${number} ${name}`).join(", ");
}
