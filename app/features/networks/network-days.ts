import { formatDate } from "~/i18n/dates";
import { getLocale } from "~/i18n/messages/runtime";

/** A day without its weekday, "1. mai 2026". */
export function dayWithYear(isoDay: string): string {
  return formatDate(isoDay, getLocale()).replace(/^\S+\s/, "");
}
