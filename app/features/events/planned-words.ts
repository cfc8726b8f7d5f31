import type { PlannedTime } from "~/domain/regions/office-hours";
import { m } from "~/i18n/messages/messages";

/** Why a time to send at was refused, with the nearest one that is allowed in words. */
export function plannedRefusal(reason: Extract<PlannedTime, { ok: false }>["reason"], nearest: string | null): string {
  if (reason === "no-such-time") return m.events_no_such_time();
  if (reason === "in-the-past") return m.events_in_the_past();
  if (reason === "after-start") return nearest ? m.events_planned_after_start({ nearest }) : m.events_planned_no_time();
  return nearest ? m.events_planned_closed({ nearest }) : m.events_planned_no_time();
}
