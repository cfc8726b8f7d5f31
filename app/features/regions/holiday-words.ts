import type { HolidayKind } from "~/domain/regions/holidays";
import { m } from "~/i18n/messages/messages";

/** What a kind of holiday is called. */
export const holidayKindWords = (kind: HolidayKind) =>
  kind === "school" ? m.regions_holiday_school() : m.regions_holiday_closed();
