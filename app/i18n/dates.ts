import { instantToLocal } from "~/domain/shared/local-time";

export type DateLocale = "nb" | "nn" | "en";

/** Written out, since the Intl data of a browser or a machine may lack Nynorsk. Monday first. */
const weekdays = {
  nb: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
  nn: ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};
const shortWeekdays = {
  nb: ["ma.", "ti.", "on.", "to.", "fr.", "lø.", "sø."],
  nn: ["må.", "ty.", "on.", "to.", "fr.", "la.", "su."],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
const norwegianMonths = "januar februar mars april mai juni juli august september oktober november desember".split(" ");
const months = {
  nb: norwegianMonths,
  nn: norwegianMonths,
  en: "January February March April May June July August September October November December".split(" "),
};

/**
 * A date in words.
 *
 * @param isoDate "YYYY-MM-DD"
 * @param style long "onsdag 26. mai 2027", short "on. 26. mai" (without the year)
 * @throws RangeError when the date does not exist
 */
export function formatDate(isoDate: string, locale: DateLocale, style: "long" | "short" = "long"): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== isoDate)
    throw new RangeError(`no such date: ${isoDate}`);
  const weekday = (style === "long" ? weekdays : shortWeekdays)[locale][(date.getUTCDay() + 6) % 7];
  const day = locale === "en" ? date.getUTCDate() : `${date.getUTCDate()}.`;
  const words = `${weekday} ${day} ${months[locale][date.getUTCMonth()]}`;
  return style === "long" ? `${words} ${date.getUTCFullYear()}` : words;
}

/** The clock in a zone: "kl. 09.00–14.30", English "09:00–14:30". For a range within one local day. */
export function formatTimeRange(startInstant: string, endInstant: string, zone: string, locale: DateLocale): string {
  const times = [startInstant, endInstant].map((instant) => formatClock(instantToLocal(instant, zone).time, locale));
  return `${before(locale)}${times.join("–")}`;
}

/**
 * When something lasts: "onsdag 26. mai 2027, kl. 09.00–14.30"; over several days both ends in full,
 * "onsdag 26. mai 2027, kl. 09.00 – torsdag 27. mai 2027, kl. 14.30".
 */
export function formatDateTimeRange(
  startInstant: string,
  endInstant: string,
  zone: string,
  locale: DateLocale,
): string {
  const day = instantToLocal(startInstant, zone).date;
  if (day === instantToLocal(endInstant, zone).date)
    return `${formatDate(day, locale)}, ${formatTimeRange(startInstant, endInstant, zone, locale)}`;
  return `${formatInstant(startInstant, zone, locale)} – ${formatInstant(endInstant, zone, locale)}`;
}

/** A moment: "onsdag 26. mai 2027, kl. 09.00", English "Wednesday 26 May 2027, 09:00". */
export function formatInstant(instant: string, zone: string, locale: DateLocale): string {
  const { date, time } = instantToLocal(instant, zone);
  return `${formatDate(date, locale)}, ${before(locale)}${formatClock(time, locale)}`;
}

/** A time of the day: "09.00", English "09:00". */
export function formatClock(time: string, locale: DateLocale): string {
  return locale === "en" ? time : time.replace(":", ".");
}

function before(locale: DateLocale): string {
  return locale === "en" ? "" : "kl. ";
}

/** The day of a date tile: month and weekday in short, "mai", "26", "ons.". */
export function dayWords(instant: string, zone: string, locale: DateLocale) {
  return dayOfTile(instantToLocal(instant, zone).date, locale);
}

/** The same for a local day, "YYYY-MM-DD". */
export function dayOfTile(isoDate: string, locale: DateLocale) {
  const date = new Date(`${isoDate}T00:00:00Z`);
  const month = months[locale][date.getUTCMonth()] ?? "";
  return {
    month: month.length > 4 ? `${month.slice(0, 3)}${locale === "en" ? "" : "."}` : month,
    day: String(date.getUTCDate()),
    weekday: shortWeekdays[locale][(date.getUTCDay() + 6) % 7] ?? "",
  };
}

/** Words that stand as a sentence of their own: "Torsdag 18. februar". */
export function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
