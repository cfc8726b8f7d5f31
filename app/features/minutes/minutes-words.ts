import { instantToLocal } from "~/domain/shared/local-time";
import type { CaseText } from "~/features/minutes/live.view.server";
import type { LiveItem, LivePresence } from "~/features/minutes/live-state.view.server";
import type { FieldFault } from "~/features/minutes/save-item.server";
import { formatClock, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

export const outcomeNames = {
  as_proposed: m.minutes_as_proposed,
  changed: m.minutes_changed,
  noted: m.minutes_noted,
  postponed: m.minutes_postponed,
  not_treated: m.minutes_not_treated,
};

export const outcomeName = (outcome: string | undefined): string =>
  outcome && outcome in outcomeNames ? outcomeNames[outcome as keyof typeof outcomeNames]() : "";

export const openRefusals = { "no-agenda": m.minutes_refused_agenda, over: m.minutes_refused_over };

/** "1. juni 2017": the day without its weekday. */
export const dayShort = (day: string): string => formatDate(day, getLocale()).replace(/^\S+ /, "");

export const dayInLine = (day: string): string => dayShort(day).replace(/ \d{4}$/, "");

export const clockIn = (at: string, zone: string): string => formatClock(instantToLocal(at, zone).time, getLocale());

export function faultWords(fault: FieldFault, able = 0): string {
  const words = {
    "too-long": m.minutes_fault_too_long,
    "not-known": m.minutes_fault_not_known,
    "not-a-number": m.minutes_fault_not_a_number,
    negative: m.minutes_fault_negative,
    empty: m.minutes_fault_empty,
  };
  return fault === "too-many" ? m.minutes_fault_too_many({ n: able }) : words[fault]();
}

type Placed = Pick<LiveItem, "id" | "parentId" | "number" | "year" | "letter">;

/** The number of an item as it is read: "15/2017", "18/2017 A" for a part of it; empty where there is none. */
export function numberOf(item: Placed, items: readonly Placed[]): string {
  if (item.number !== null) return `${item.number > 9 ? "" : 0}${item.number}/${item.year}`;
  const parent = items.find(({ id }) => id === item.parentId);
  return [parent ? numberOf(parent, items) : "", item.letter].filter(Boolean).join(" ");
}

/** "Sak 15/2017", and what stands before the cases by its kind. */
export function itemEyebrow(item: Placed, items: readonly Placed[], text: CaseText | undefined): string {
  const number = numberOf(item, items);
  if (number !== "") return m.minutes_item_case({ number });
  return text?.kind === "opening" ? m.minutes_item_opening() : "";
}

/** "sak 16, Studietur november 2017", for a button. */
export function itemShort(item: Placed, items: readonly Placed[], text: CaseText | undefined): string {
  const number = numberOf(item, items).replace(/\/\d{4}/, "");
  const title = text?.title ?? "";
  return number === "" ? title : m.minutes_next_short({ number, title });
}

/** Whose seat it is: the place, else the name. */
export const seatName = ({ fields }: Pick<LivePresence, "fields">): string => fields.represents || fields.name || "";

/** A list in words: "Hole, Hurum og Sande". */
export function listWords(words: readonly string[]): string {
  const and = getLocale() === "en" ? "and" : "og";
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;
}
