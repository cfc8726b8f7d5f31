/** The day of a date column, "YYYY-MM-DD". */
export const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

/** The same where there may be none. */
export const isoDayOrNull = (day: Date | null): string | null => (day === null ? null : isoDay(day));
