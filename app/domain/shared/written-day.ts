import { isDay } from "./days";

/** Why a text is no day: it cannot be read at all, says no year, or names a day there is not. */
export type WrittenDayProblem = "unreadable" | "no-year" | "no-such-day";
export type WrittenDay = { ok: true; day: string } | { ok: false; problem: WrittenDayProblem };

/** The first letters of the months in bokmål, nynorsk and English. */
const months: Record<string, number> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, mai: 5, may: 5, jun: 6, jul: 7, aug: 8 },
  ...{ sep: 9, okt: 10, oct: 10, nov: 11, des: 12, dec: 12 },
};

/**
 * A day as people and spreadsheets write it, as an ISO day: "2026-10-05", "5.10.2026", "05.10.26", "5/10 2026",
 * "måndag 5. oktober 2026". Two figures of a year mean 20xx.
 */
export function readWrittenDay(text: string): WrittenDay {
  const written = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ][\d:.]*z?)?$/.exec(written);
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3]);
  const plain = written.replace(/^\p{L}{2,9}\.?,?\s+(?=\d)/u, "");
  const figures = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]?\s*(?<=[\s./-])(\d{4}|\d{2}))?\.?$/.exec(plain);
  if (figures) return dayOf(figures[3], Number(figures[2]), figures[1]);
  const words = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?(?:,?\s*(\d{4}|\d{2}))?$/u.exec(plain);
  const month = words && months[words[2]?.slice(0, 3) ?? ""];
  return words && month ? dayOf(words[3], month, words[1]) : { ok: false, problem: "unreadable" };
}

function dayOf(year: string | undefined, month: number, date: string | undefined): WrittenDay {
  if (year === undefined) return { ok: false, problem: "no-year" };
  const two = (number: number | string | undefined) => String(number).padStart(2, "0");
  const day = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(date)}`;
  return isDay(day) ? { ok: true, day } : { ok: false, problem: "no-such-day" };
}
