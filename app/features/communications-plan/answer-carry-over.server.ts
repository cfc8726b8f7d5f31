import { isDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { CarryOverResult, CarryTarget } from "~/features/communications-plan/carry-over.server";
import { periodErrors } from "~/features/communications-plan/period-words";
import { timingMax } from "~/features/communications-plan/plan-row-form.schema";
import { m } from "~/i18n/messages/messages";

/** What a refused carry-over gives back, with all that was ticked and typed. */
export type RefusedCarry = {
  message: string;
  /** A sentence per field, by its name. */
  errors: Record<string, string>;
  chosen: string[];
  timings: Record<string, string>;
  notes: boolean;
  text: boolean;
  /** The rows that stood in the other plan already. */
  there: string[];
};

/** How many rows a plan can have that is carried over at once. */
const mostRows = 2_000;

/** The form as it was filled in. A row is "row[]", its words of time "timing.<id>". */
export function readCarryForm(form: FormData) {
  const chosen = [...new Set(form.getAll("row[]").map(String))].filter(isUuid).slice(0, mostRows);
  const timings: Record<string, string> = {};
  for (const [name, value] of form)
    if (name.startsWith("timing.") && typeof value === "string") timings[name.slice(7)] = value.replace(/\r\n?/g, "\n");
  const errors: Record<string, string> = {};
  for (const id of chosen)
    if ((timings[id] ?? "").length > timingMax) errors[`timing.${id}`] = m.plan_carry_too_long({ max: timingMax });
  const also = form.getAll("also").map(String);
  return {
    ...{ chosen, timings, errors },
    ...{ notes: also.includes("notes"), text: also.includes("text"), again: form.get("again") === "1" },
    rows: chosen.flatMap((id) => (timings[id] === undefined ? [] : [{ id, timing: timings[id] }])),
  };
}

export type CarryForm = ReturnType<typeof readCarryForm>;

/** The plan or the period a form was for; null for none that can be. */
export function targetInForm(form: FormData): CarryTarget | null {
  const [planId, from, to] = ["planId", "from", "until"].map((name) => String(form.get(name) ?? ""));
  if (planId) return isUuid(planId) ? { planId } : null;
  return from && to && isDay(from) && isDay(to) ? { from, to } : null;
}

type Refused = Exclude<CarryOverResult, { ok: true }>;

/** The page again, with what is wrong in words. */
export function refusedCarry(form: CarryForm, result: Refused | { reason: "too-long" }): RefusedCarry {
  const { chosen, timings, errors, notes, text } = form;
  const there = result.reason === "already-there" ? result.ids : [];
  return { message: messageOf(result), errors, chosen, timings, notes, text, there };
}

function messageOf(result: Refused | { reason: "too-long" }): string {
  switch (result.reason) {
    case "nothing-chosen":
      return m.plan_carry_nothing();
    case "not-found":
    case "row-gone":
      return m.plan_carry_gone();
    case "target-gone":
      return m.plan_carry_target_gone();
    case "target-closed":
      return m.plan_carry_closed();
    case "period":
      return Object.values(periodErrors(result.fault)).join(" ");
    case "already-there":
      return "";
    case "too-long":
      return m.plan_carry_mended();
  }
}
