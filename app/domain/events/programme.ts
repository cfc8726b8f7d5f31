import type { LocalTime } from "~/domain/shared/local-time";

const day = 24 * 60;
const wall = ({ date, time }: LocalTime) => Date.parse(`${date}T${time}:00Z`) / 60_000;

/**
 * What the clock shows at an item. Minutes after the start are counted on the clock on the wall, so that a programme
 * over several days reads the same wherever the event is moved, also over a shift of the clock.
 */
export function clockAt(start: LocalTime, startsAfter: number): LocalTime {
  const at = new Date((wall(start) + startsAfter) * 60_000).toISOString();
  return { date: at.slice(0, 10), time: at.slice(11, 16) };
}

/** Minutes on the wall's clock from the start to a time; below zero before it. */
export function minutesAfter(start: LocalTime, at: LocalTime): number {
  return wall(at) - wall(start);
}

/** The days an event lasts, "YYYY-MM-DD", the first first. One that ends at midnight does not last into that day. */
export function daysOf(start: LocalTime, end: LocalTime): string[] {
  const last = clockAt(end, -1).date;
  const days = [start.date];
  while ((days.at(-1) ?? last) < last && days.length < 31)
    days.push(clockAt({ date: start.date, time: "00:00" }, days.length * day).date);
  return days;
}

/** Why an item does not fit where it stands: it begins at the end or after it, or before the one over it. */
export type ItemWarning = "after-end" | "before-former" | null;

/** What is odd about each item, in their order; `length` is the minutes the event lasts. */
export function warningsOf(items: { startsAfter: number | null }[], length: number): ItemWarning[] {
  let latest = 0;
  return items.map(({ startsAfter }) => {
    if (startsAfter === null) return null;
    const before = startsAfter < latest;
    latest = Math.max(latest, startsAfter);
    return startsAfter > length ? "after-end" : before ? "before-former" : null;
  });
}

const breaks =
  /^(kaffi?e?|matt?e?|lunsj|lunch|middag|dinner|bein|bens?)?[- ]?(pause|lunsj|lunch|middag|dinner|break|slutt|end)$/iu;

/** Whether an item is a pause or the end, which is shown quieter. */
export function isBreak({ title, speaker }: { title: string; speaker: string }): boolean {
  return speaker === "" && breaks.test(title.trim());
}

/** The place among the items where one that starts then belongs: before the first that starts later, else last. */
export function placeOf(items: { startsAfter: number | null }[], startsAfter: number | null): number {
  if (startsAfter === null) return items.length;
  const at = items.findIndex((item) => item.startsAfter !== null && item.startsAfter > startsAfter);
  return at < 0 ? items.length : at;
}

export type WrittenItem = { startsAfter: number | null; title: string; speaker: string; description: string };

const time = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2})|(?<=\d{2})(\d{2}))?(?![\d.]*\d)/iu;
const until = /^\s*(?:[-–—]|til|to)\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]?\d{2})?(?![\d.]*\d)/iu;

/**
 * A programme as it was written or pasted: one item a line, first the time ("09.00", "kl. 9", "0900", also with an end
 * after it), then the title, then the speaker after a tab or the last dash. A line without a time is an item of its
 * own, and one that begins with a bullet or an indent belongs to what the item over it says. A time earlier than the
 * last one is the next day's where the event lasts into it. Lines without a letter or a figure are passed over.
 *
 * @param days how many days the event lasts
 */
export function readProgramme(text: string, start: LocalTime, days: number): WrittenItem[] {
  const items: WrittenItem[] = [];
  let dayAt = 0;
  let latest = 0;
  for (const typed of text.split(/\r\n?|\n/)) {
    if (!/[\p{L}\p{N}]/u.test(typed)) continue;
    const found = readTime(typed.trim());
    const former = items.at(-1);
    if (!found && former && /^(?:\t| {2,}|\s*[•·*]\s|\s*[-–—]\s)/u.test(typed)) {
      const line = typed.replace(/^[\s•·*–—-]+/u, "").trim();
      former.description = [former.description, line].filter(Boolean).join("\n").slice(0, 2000);
      continue;
    }
    const { title, speaker } = readTitle(found ? found.rest : typed);
    let startsAfter: number | null = null;
    if (found) {
      const on = () =>
        minutesAfter(start, { date: clockAt({ ...start, time: "00:00" }, dayAt * day).date, time: found.time });
      if (on() < latest && dayAt + 1 < days) dayAt += 1;
      startsAfter = Math.max(0, on());
      latest = Math.max(latest, startsAfter);
    }
    items.push({ startsAfter, title: title || speaker, speaker: title ? speaker : "", description: "" });
  }
  return items;
}

function readTime(line: string): { time: string; rest: string } | null {
  const found = time.exec(line);
  const hour = Number(found?.[1]);
  const minutes = Number(found?.[2] ?? found?.[3] ?? 0);
  if (!found || hour > 23 || minutes > 59) return null;
  const rest = line.slice(found[0].length);
  // A bare number, or a year, is a time only where it is said to be one or an end follows: "3 kommunar fortel".
  const bare = !found[2] && (!found[3] || hour === 19 || hour === 20);
  if (bare && !/^kl/iu.test(line) && !until.test(rest) && !rest.startsWith("\t")) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  return { time: `${two(hour)}:${two(minutes)}`, rest: rest.replace(until, "").replace(/^[\s:.,–—-]+/u, "") };
}

function readTitle(written: string): { title: string; speaker: string } {
  const clean = (words: string) => words.replace(/\s+/gu, " ").trim();
  const cells = written.split("\t").map(clean).filter(Boolean);
  if (cells.length > 1)
    return { title: (cells[0] ?? "").slice(0, 200), speaker: cells.slice(1).join(", ").slice(0, 200) };
  const line = cells[0] ?? "";
  const dash = Math.max(line.lastIndexOf(" – "), line.lastIndexOf(" — "), line.lastIndexOf(" - "));
  if (dash <= 0) return { title: line.slice(0, 200), speaker: "" };
  return {
    title: line.slice(0, dash).trim().slice(0, 200),
    speaker: line
      .slice(dash + 3)
      .trim()
      .slice(0, 200),
  };
}
