import { type PublicHoliday, publicHolidayName } from "~/domain/timing";
import { m } from "~/i18n/messages/messages";

const names: Record<PublicHoliday, () => string> = {
  "new-year": () => m.timing_holiday_new_year(),
  "maundy-thursday": () => m.timing_holiday_maundy_thursday(),
  "good-friday": () => m.timing_holiday_good_friday(),
  "easter-sunday": () => m.timing_holiday_easter_sunday(),
  "easter-monday": () => m.timing_holiday_easter_monday(),
  "labour-day": () => m.timing_holiday_labour_day(),
  "constitution-day": () => m.timing_holiday_constitution_day(),
  ascension: () => m.timing_holiday_ascension(),
  pentecost: () => m.timing_holiday_pentecost(),
  "whit-monday": () => m.timing_holiday_whit_monday(),
  christmas: () => m.timing_holiday_christmas(),
  "boxing-day": () => m.timing_holiday_boxing_day(),
};

/** What is celebrated on a day (ISO) that is a public holiday: "Kristi himmelfartsdag"; null on any other day. */
export function holidayWords(day: string): string | null {
  const holiday = publicHolidayName(day);
  return holiday && names[holiday]();
}
