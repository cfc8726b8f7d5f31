import type { Stage } from "~/domain/networks/stage";
import { m } from "~/i18n/messages/messages";

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

/** "2 Aktivitet, 3 Mat": the numbers and names of priority areas. */
export function areaWords(areas: readonly { number: number; name: string }[]): string {
  return areas.map(({ number, name }) => `${number} ${name}`).join(", ");
}
